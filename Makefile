# Two commands do everything: `make demo` and `make test`. The rest are parts of them.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
BUNDLE := src/hereabouts/doors/web/static/dist/.vite/manifest.json

# Hundreds of processes begin in a run of the tests: what Python compiled is kept for the next.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help demo test check fix setup lock audit frontend frontend-test clean

help: ## List the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

demo: setup $(BUNDLE) ## Set up, build the demo place in ./demo, release it, and serve it
	$(BIN)/hereabouts demo demo --port $(PORT)

test: setup $(BUNDLE) ## Set up, then run every check and test
	$(MAKE) --jobs 2 check frontend-test
	$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder --durations 30

check: setup ## Format, lint, types and layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: setup ## Mend what a machine can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

setup: ## Make .venv as requirements.lock says
	@$(PYTHON) tools/bootstrap.py

lock: setup ## Choose versions again, and write requirements.lock
	$(BIN)/uv pip compile --quiet --universal pyproject.toml --all-extras --group dev \
		--python-version 3.11 --generate-hashes --no-header --upgrade -o requirements.lock

audit: setup ## Ask for known faults of what requirements.lock names (needs the internet)
	$(BIN)/uv tool run pip-audit --strict --disable-pip --requirement requirements.lock

$(BUNDLE): $(shell find frontend -type f -not -path '*/node_modules/*' 2>/dev/null) hatch_build.py | setup
	$(BIN)/python hatch_build.py

frontend: setup $(BUNDLE) ## Build the browser's half

frontend-test: setup $(BUNDLE)
	cd frontend && PATH="$(CURDIR)/$(BIN):$$PATH" npm run check && PATH="$(CURDIR)/$(BIN):$$PATH" npm test

clean: ## Remove what was made here, but not the demo
	rm -rf .venv dist build src/hereabouts/doors/web/static/dist frontend/node_modules
