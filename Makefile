# Needs Python 3.11 or newer (with venv), make and git. Everything else is fetched, checked against hashes.

PYTHON ?= python3
PORT ?= 5000

BIN := .venv/bin

.venv: .venv/synced

.venv/made: requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Alongside needs Python 3.11 or newer. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

.venv/synced: .venv/made requirements/dev.txt
	$(BIN)/uv pip sync --quiet --require-hashes --python $(BIN)/python requirements/uv.txt requirements/dev.txt
	@touch $@

.PHONY: .venv
