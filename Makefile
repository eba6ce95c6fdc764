# visavis: set up, run and test. Needs Go 1.26, Node 20, a C compiler and make.

export CGO_ENABLED = 1

node_modules = frontend/node_modules/.package-lock.json
graphiql     = frontend/dist/graphiql/index.html

.PHONY: help run build test bench generate migration clean

help: ## lists the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

run: build ## serves the product with a demo salon
	VISAVIS_DEMO=$${VISAVIS_DEMO-true} ./bin/visavis

build: $(graphiql) ## makes bin/visavis
	go build -trimpath -o bin/visavis .

test: $(graphiql) ## runs every test
	./scripts/require-postgres
	./scripts/require-chromium
	./scripts/check-generated
	go vet ./...
	go test -race ./...
	cd frontend && npm run check
	$(MAKE) build
	cd frontend && npm run e2e

bench: ## measures the availability engine
	go test -run '^$$' -bench Slots -benchmem ./internal/availability

generate: ## makes ent and the GraphQL server code anew
	go generate ./ent
	go tool gqlgen generate

migration: ## plans a migration after a change of ent/schema: make migration NAME=add_something
	@test -n "$(NAME)" || { echo 'say what it does: make migration NAME=add_something'; exit 1; }
	go run ./internal/store/migrationplan internal/store/migrations $(NAME)

clean: ## removes what was built; data stays
	rm -rf bin frontend/node_modules
	find frontend/dist -mindepth 1 -not -name .gitkeep -delete

$(node_modules): frontend/package.json frontend/package-lock.json
	cd frontend && npm ci --no-audit --no-fund
	@touch $@

$(graphiql): $(node_modules) $(shell find frontend/graphiql frontend/build graph/schema -type f)
	cd frontend && npm run build
	@touch $@
