# visavis: set up, run and test. Needs Go 1.26, Node 20, a C compiler and make.

export CGO_ENABLED = 1
# No folder's name in a program; and what was built for one checkout serves for another.
export GOFLAGS = -trimpath

node_modules = frontend/node_modules/.package-lock.json
# The last of the applications that npm builds.
frontend     = frontend/dist/book/index.html

.PHONY: help run build test faults screenshots bench growth load generate migration clean

help: ## lists the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

run: build ## serves the product with a demo salon
	VISAVIS_DEMO=$${VISAVIS_DEMO-true} ./bin/visavis

build: $(frontend) ## makes bin/visavis
	go build -o bin/visavis .

# Programs are still built in the usual folder: memory may be for data alone.
test: export GOTMPDIR := $(or $(TMPDIR),/tmp)
test: export TMPDIR := $(shell ./scripts/temporary-folder)
test: $(frontend) ## runs every test
	./scripts/require-postgres
	./scripts/require-chromium
	./scripts/check-generated
	go vet ./...
	go test -race ./...
	cd frontend && npm run check
	$(MAKE) build
	go build -tags movedclock -o bin/visavis-movedclock .
	cd frontend && npm run e2e

faults: ## kills, cuts, fills and floods servers for some minutes, and checks what is promised; make test does so shortly
	./scripts/require-postgres
	VISAVIS_FAULTS=full go test -race -count 1 -timeout 60m -v -run '^TestThrough' .

screenshots: build ## shows every page of the admin app in frontend/screenshots, for people who review a change
	./scripts/require-chromium
	cd frontend && npm run screenshots

bench: ## measures everything that has a target, and prints one table of them, in most of an hour; sooner by make bench BRANCHES=10
	go test -c -o bin/visavis.test .
	{ go test -run '^$$' -bench Slots -cpu 1 ./internal/availability && \
	  bin/visavis.test -test.run '^$$' -test.bench 'Answers|Hostile|Replicas' -test.benchtime 2s && \
	  bin/visavis.test -test.run '^$$' -test.bench 'FirstAnswer|Bookings|Subscribers|Memory' -test.benchtime 1x && \
	  $(MAKE) -s growth; } | go run ./internal/targets

growth: ## measures how a chain of a thousand branches on PostgreSQL slows one of them down, with the plans in growth.txt: make growth BRANCHES=10
	GROWTH_BRANCHES=$(or $(BRANCHES),1000) GROWTH_PLANS=$(CURDIR)/growth.txt go test -run '^$$' -bench Growth -timeout 6h ./internal/booking

load: build ## puts a load on a server of its own, and tells how it bears it: make load LOAD='-rate 1000 -subscribers 1000'
	go run ./internal/loadtest $(LOAD)

generate: ## makes ent and the GraphQL server code anew
	go generate ./ent
	go tool gqlgen generate

migration: ## plans a migration after a change of ent/schema: make migration NAME=add_something
	@test -n "$(NAME)" || { echo 'say what it does: make migration NAME=add_something'; exit 1; }
	go run ./internal/store/migrationplan internal/store/migrations $(NAME)

clean: ## removes what was built; data stays
	rm -rf bin frontend/node_modules frontend/screenshots
	find frontend/dist -mindepth 1 -not -name .gitkeep -delete

$(node_modules): frontend/package.json frontend/package-lock.json
	cd frontend && npm ci --no-audit --no-fund
	@touch $@

$(frontend): $(node_modules) $(shell find frontend/admin frontend/graphiql frontend/widget frontend/build graph/schema -type f -not -path '*/api/schema.graphql' -not -name introspection.d.ts)
	cd frontend && npm run build
	@touch $@
