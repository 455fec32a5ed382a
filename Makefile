# Needs Python 3.11 or newer (with venv), make and git. Everything else is fetched, and checked against hashes.

PYTHON ?= python3
PORT ?= 5000

BIN := .venv/bin
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm
SOURCES := $(shell find static -path static/build -prune -o -type f -print) scheme/interests/list.toml

.DELETE_ON_ERROR:

help:
	@echo "make demo      run Alongside with demo data at http://127.0.0.1:5000 (PORT=5001 changes the port)"
	@echo "make test      run every test, in a real browser and on real PostgreSQL too"
	@echo "make check     check the format, types, imports and templates"
	@echo "make format    put the code in the format that make check asks for"
	@echo "make bench     measure what we say about speed"
	@echo "make deep      look for rare mistakes: ten thousand examples of everything, longer races"
	@echo "make lock      choose newer versions of what we build on"

# --- what the others need -----------------------------------------------------------------------------------------------

.venv/made: requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Alongside needs Python 3.11 or newer. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

.venv/synced: .venv/made requirements/dev.txt
	$(BIN)/uv pip sync --quiet --require-hashes --python $(BIN)/python requirements/uv.txt requirements/dev.txt
	@touch $@

.venv: .venv/synced

node_modules/installed: package.json package-lock.json .venv/synced
	$(NPM) ci --silent
	@touch $@

.stamps/front-end: node_modules/installed $(SOURCES)
	$(NPM) run --silent build
	@mkdir -p .stamps && touch $@

front-end:
	@[ -d static/build ] || rm -f .stamps/front-end
	@$(MAKE) --no-print-directory .stamps/front-end

browser: .venv/synced
	@.ci/browser/ready

# --- what people ask for ------------------------------------------------------------------------------------------------

port-free:
	@$(PYTHON) .ci/port_free.py $(PORT)

demo: port-free
	@$(MAKE) --no-print-directory .venv
	@$(MAKE) --no-print-directory front-end \
		|| echo "The look of Alongside could not be built. Its pages will be plain, and still work."
	@$(BIN)/flask db upgrade
	@PUBLIC_ADDRESS=http://127.0.0.1:$(PORT) $(BIN)/flask scheme demo
	@echo "Alongside is at http://127.0.0.1:$(PORT)   (Ctrl+C stops it)"
	@PUBLIC_ADDRESS=http://127.0.0.1:$(PORT) $(BIN)/flask scheme serve --port $(PORT)

test: .venv/synced front-end browser
	$(BIN)/python -m pytest -n 2 $(ARGS)

deep: .venv/synced front-end browser
	HYPOTHESIS_PROFILE=deep $(BIN)/python -m pytest -n 2 --timeout 7200 $(ARGS)

check: .venv/synced
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --quiet --lint templates

format: .venv/synced
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.stamps/bench: requirements/bench.txt .venv/synced
	$(BIN)/uv pip install --quiet --require-hashes -r requirements/bench.txt --target .bench
	@mkdir -p .stamps && touch $@

bench: .stamps/bench
	PYTHONPATH=.bench $(BIN)/python -m benchmarks $(ARGS)

LOCK := $(BIN)/uv pip compile --quiet --upgrade --generate-hashes --universal --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header

lock: .venv/synced
	$(LOCK) --group uv -o requirements/uv.txt
	$(LOCK) pyproject.toml -o requirements/app.txt
	$(LOCK) pyproject.toml --extra fast -c requirements/app.txt -o requirements/fast.txt
	$(LOCK) pyproject.toml --all-extras --group dev -c requirements/app.txt -o requirements/dev.txt
	$(LOCK) --group bench -c requirements/app.txt -o requirements/bench.txt

.PHONY: help .venv front-end browser port-free demo test deep check format bench lock
