# Every target sets up what it needs; a set-up that is done costs nothing.
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip install --quiet --quiet --disable-pip-version-check --require-hashes --only-binary :all:
SOURCES := src tests tools benchmarks
EVAL ?= eval
BASE ?= HEAD

.PHONY: help record test test-postgres check format bench accuracy calibrate diff registry docs setup clean

help:  ## show the targets
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

record: $(VENV)/.runtime  ## set up, then read the example reports and print their record
	@$(BIN)/communique read examples/reports

test: $(VENV)/.dev  ## set up, then run all tests
	@$(BIN)/python -m pytest

test-postgres: $(VENV)/.dev  ## the tests of the store, also on PostgreSQL, which is installed (as root) and started for them
	@tools/with_postgres.sh $(BIN)/python -m pytest tests/store

check: $(VENV)/.dev  ## lint, format, types, docs: what CI runs after the tests
	@$(BIN)/ruff check $(SOURCES)
	@$(BIN)/ruff format --check --quiet $(SOURCES)
	@$(BIN)/mypy
	@$(BIN)/python tools/format_tables.py --check
	@$(BIN)/communique registry check
	@$(BIN)/python tools/build_docs.py --check

format: $(VENV)/.dev  ## rewrite code, tables and generated docs in their canonical form
	@$(BIN)/ruff check --fix-only --quiet $(SOURCES)
	@$(BIN)/ruff format --quiet $(SOURCES)
	@$(BIN)/python tools/format_tables.py
	@$(BIN)/python tools/build_docs.py

bench: $(VENV)/.runtime  ## speed, memory, share of each stage, ratio to bare parsing (REPORTS=FILE for your own)
	@$(BIN)/python benchmarks/bench.py $(REPORTS)

accuracy: $(VENV)/.runtime  ## score the reports of EVAL=DIR with its own score.py and write docs/accuracy.md
	@$(BIN)/python tools/measure_accuracy.py $(EVAL)

calibrate: $(VENV)/.runtime  ## fit the weights of confidence on the annotated reports of EVAL=DIR
	@$(BIN)/python tools/calibrate.py $(EVAL)

diff: $(VENV)/.runtime  ## entries that the working tree gains, loses, changes against BASE=REV (EVAL=DIR for its reports)
	@$(BIN)/python tools/diff_records.py $(BASE) $(if $(filter command line,$(origin EVAL)),$(EVAL))

registry: $(VENV)/.runtime  ## count what the registry covers and write docs/registry.md (TABLE=FILE to compare with)
	@$(BIN)/python tools/measure_registry.py $(TABLE)

setup: $(VENV)/.runtime  ## set up only

clean:  ## remove what was set up
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.runtime: requirements/runtime.lock requirements/model.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or 3.12 is needed; name it with PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 13))' || { echo "$(PYTHON) is not Python 3.11 or 3.12; name one with PYTHON=/path/to/python3.11" >&2; exit 1; }
	@test -x $(BIN)/python || { echo "setting up $(VENV) (once, about a minute)"; $(PYTHON) -m venv $(VENV); }
	@$(PIP) -r requirements/runtime.lock
	@$(PIP) -r requirements/model.lock || echo "The measured language model cannot be had; the small one is used, and every record says so." >&2
	@$(PIP) --no-deps -r requirements/build.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.lock
	@$(PIP) -r requirements/dev.lock
	@touch $@
