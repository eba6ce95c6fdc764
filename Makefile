# Builds, runs and tests visavis. Requires Go 1.26, Node 20, a C compiler and make.

export CGO_ENABLED = 1
# Keeps directory names out of binaries, and lets checkouts share the build cache.
export GOFLAGS = -trimpath $(RACE)

node_modules = frontend/node_modules/.package-lock.json
# The last application that npm builds.
frontend     = frontend/dist/book/index.html

.PHONY: help run build test check programs engines go-checks go-rules test-go frontend-checks test-frontend check-go check-types check-units faults screenshots bench growth load generate migration clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

run: build ## serve a demo salon on http://127.0.0.1:8080
	VISAVIS_DEMO=$${VISAVIS_DEMO-true} VISAVIS_TURN_ADDR=$${VISAVIS_TURN_ADDR-127.0.0.1:3478} ./bin/visavis

build: $(frontend) ## build bin/visavis
	go build -o bin/visavis .

test: ## run all tests, and print the seconds of each stage
	@mkdir -p bin && rm -f $(STAGES)*
	@$(MAKE) --no-print-directory --jobs=3 test-go test-frontend; status=$$?; cat $(STAGES).*.failed 2>/dev/null; echo; cat $(STAGES); exit $$status

check: $(node_modules) ## vet, check types, lint and run the unit tests without the race detector, for the time of editing
	@mkdir -p bin && rm -f $(STAGES)*
	@$(MAKE) --no-print-directory --jobs=3 check-types check-units check-go; status=$$?; cat $(STAGES).*.failed 2>/dev/null; echo; cat $(STAGES); exit $$status

# The lanes of the tests. Each stage prefixes its output and records its seconds.
export STAGES = bin/stages
stage = @./scripts/stage
# Programs are built in the usual directory, because memory may be reserved for data.
go-checks go-rules test-go frontend-checks test-frontend check-go: export GOTMPDIR := $(or $(TMPDIR),/tmp)
go-checks go-rules test-go frontend-checks test-frontend check-go: export TMPDIR := $(shell ./scripts/temporary-folder)
# Whatever the tests compile has the race detector, so that vet, the generators, the Go tests and the servers of the browser tests
# share it. Otherwise half of the program would be compiled twice.
go-checks go-rules test-go frontend-checks test-frontend: export RACE = -race
# A program with the race detector lingers for a second before it exits, in case another goroutine still races. A tenth suffices.
go-checks go-rules test-go frontend-checks test-frontend: export GORACE := atexit_sleep_ms=100

# What serves the pages waits until they are built; all else does not.
serves_pages = '^visavis$$|/frontend$$|/internal/(server|web)$$|/test/'
# Benchmarks are vetted, and not linked: they have no tests.
benchmarks   = /test/targets$$

test-go: go-rules $(frontend)
	$(stage) go-pages go test -race -count 1 -vet off $$(go list ./... | grep -E $(serves_pages) | grep -v '$(benchmarks)')

go-rules: go-checks
	$(stage) go-rules go test -race -count 1 -vet off $$(go list ./... | grep -vE $(serves_pages))

# One after the other: both may install packages.
programs:
	$(stage) postgres ./scripts/require-postgres
	$(stage) chromium ./scripts/require-chromium

# What only the browser tests need is installed beside both lanes.
engines: programs
	$(stage) firefox ./scripts/require-firefox
	$(stage) webkit ./scripts/require-webkit

go-checks: programs
	$(stage) generated ./scripts/check-generated
	$(stage) vet go vet ./...

test-frontend: frontend-checks engines
	$(stage) browser-tests npm --prefix frontend run e2e

frontend-checks: programs $(frontend)
	$(stage) lint npm --prefix frontend run lint
	$(stage) unit-tests npm --prefix frontend run test
	$(stage) binaries ./scripts/build-binaries

check-go:
	$(stage) vet go vet ./...
	$(stage) go-tests go test ./frontend/... ./graph/... ./internal/...

check-types: $(node_modules)
	$(stage) types npm --prefix frontend run typecheck
	$(stage) lint npm --prefix frontend run lint

check-units: $(node_modules)
	$(stage) unit-tests npm --prefix frontend run test

faults: ## inject faults into servers and attack them, for several minutes, and check the promises; make test runs a short version
	./scripts/require-postgres
	VISAVIS_FAULTS=full go test -race -count 1 -timeout 60m -v ./test/fault

screenshots: build ## take screenshots of every page, step and mail, for reviews, in frontend/screenshots
	./scripts/require-chromium
	cd frontend && npm run screenshots

bench: build ## measure everything that has a target, beside bare floors, and print one table, in some five minutes
	go test -c -o bin/targets.test ./test/targets
	{ go test -run '^$$' -bench Slots -cpu 1 -count 5 -benchtime 0.5s ./internal/availability && \
	  bin/targets.test -test.run '^$$' -test.bench . -test.benchtime 1x -test.timeout 20m && \
	  npm --prefix frontend run --silent bench; } | go run ./test/targets/table

growth: ## measure how much a chain of a thousand branches slows every query of the pages, query plans in growth.txt: make growth BRANCHES=100
	GROWTH_BRANCHES=$(or $(BRANCHES),1000) GROWTH_PLANS=$(CURDIR)/growth.txt TMPDIR=$${TMPDIR-/tmp} go test -run '^$$' -bench . -benchtime 1x -timeout 6h ./test/growth

load: build ## load-test a new server and report latency and errors: make load LOAD='-rate 1000 -subscribers 1000'
	go run ./test/load $(LOAD)

# gqlgen itself runs without the race detector, which would slow it down tenfold.
generate: ## generate ent, the GraphQL server code and the front end's limits
	go generate ./ent
	$$(GOFLAGS=-trimpath go tool -n gqlgen) generate
	go run ./internal/schedule/limits frontend/limits.ts

migration: ## generate a migration after a change of ent/schema: make migration NAME=add_something
	@test -n "$(NAME)" || { echo 'NAME is missing. Run: make migration NAME=add_something'; exit 1; }
	go run ./internal/store/migrationplan/write internal/store/migrations $(NAME)

clean: ## remove build output; data is kept
	rm -rf bin frontend/node_modules frontend/screenshots
	find frontend/dist -mindepth 1 -not -name .gitkeep -delete

$(node_modules): frontend/package.json frontend/package-lock.json
	@mkdir -p bin
	$(stage) packages npm --prefix frontend ci --prefer-offline --no-audit --no-fund
	@touch $@

$(frontend): $(node_modules) frontend/limits.ts $(shell find frontend/admin frontend/environment frontend/graphiql frontend/widget frontend/build graph/schema -type f -not -path '*/api/schema.graphql' -not -name introspection.d.ts)
	@mkdir -p bin
	$(stage) pages npm --prefix frontend run build
	@touch $@
