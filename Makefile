# Everything a developer or a newcomer types. `make help` lists it.
# Written for the make of Linux (GNU 4) and of macOS (GNU 3.81) alike.
SHELL := /bin/sh
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
# Byte code is kept even where the environment says otherwise: without it every start pays for compiling.
unexport PYTHONDONTWRITEBYTECODE
# What a newcomer's own Python settings point at must not leak into the house.
unexport PYTHONPATH PYTHONHOME
export PIP_DISABLE_PIP_VERSION_CHECK := 1
PIP_INSTALL := $(PY) -m pip install --quiet --require-hashes --no-deps

# Another Python than the first fitting one found: make PYTHON=/path/to/python3.12 setup
PYTHON ?=
# More for pytest: make test ARGS='-k exchange -x'
ARGS ?=
# Tests also wait: three at a time keep two cores busy.
WORKERS ?= 3
# More for the try-out: make demo DEMO='--port 8090 --no-browser'
DEMO ?=

.PHONY: help
help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

.PHONY: demo
demo: setup ## Open the try-out: the real bot and a chat page on http://127.0.0.1:8080
	@$(PY) -m bot demo $(DEMO)

.PHONY: setup
setup: $(VENV)/.runtime ## Set up only: afterwards .venv/bin/python -m bot works
	@:

.PHONY: test
test: $(VENV)/.tests ## Check the code and pass every test, on SQLite and PostgreSQL, with a real browser
	@$(PY) tests/machine.py
	@$(MAKE) --no-print-directory check & checking=$$!; \
	$(BIN)/pytest -n $(WORKERS) --dist worksteal $(ARGS); passed=$$?; \
	wait $$checking && exit $$passed
	@echo "Hamkor: the checks and every test passed."

.PHONY: check
check: $(VENV)/.tests ## Lint, formatting, types and the floors of the house
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet . || { echo "Not formatted as the house is: run make format" >&2; exit 1; }
	@$(BIN)/mypy
	@floors=$$($(BIN)/lint-imports --no-logo) || { echo "$$floors"; exit 1; }
	@echo "Checked: lint, formatting, types, floors."

.PHONY: format
format: $(VENV)/.tests ## Format the code and mend what the linter can mend
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

# No index address, path or annotation goes into the locks: they serve any mirror.
COMPILE := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header --group build

.PHONY: lock
lock: $(VENV)/.tests ## Choose the versions anew: UPGRADE=1 takes the newest ones, else only what pyproject.toml asks
	@$(COMPILE) $(if $(UPGRADE),--upgrade) --output-file requirements.lock
	@$(COMPILE) $(if $(UPGRADE),--upgrade) --constraint requirements.lock --group dev --output-file requirements-dev.lock
	@git --no-pager diff --stat -- requirements.lock requirements-dev.lock

MEASURES := $(filter-out %/__init__.py %/crash.py %/soak.py %/years.py,$(wildcard bench/*.py))

.PHONY: bench crash soak
bench: setup ## Measure the bot against its goals: make bench, or one part: .venv/bin/python -m bench.PART
	@[ -n "$(MEASURES)" ] || { echo "make bench is not there yet: nothing was run." >&2; exit 1; }
	@for part in $(MEASURES); do $(PY) -m bench.$$(basename $$part .py) $(ARGS) || exit 1; done

crash: ## Kill it under load, again and again, and count what was lost or doubled
soak: ## Run it for hours and watch it
crash soak: setup
	@[ -f bench/$@.py ] || { echo "make $@ is not there yet: nothing was run." >&2; exit 1; }
	@$(PY) -m bench.$@ $(ARGS)

.PHONY: coverage mutants
coverage: $(VENV)/.tests ## Which branches no test takes: the whole suite, measured, on SQLite and PostgreSQL
	@$(PY) tests/machine.py
	@$(BIN)/pytest -n $(WORKERS) --dist worksteal --cov --cov-report=term --cov-report=html:build/coverage $(ARGS)

PACKAGE ?= language ask record remind
mutants: $(VENV)/.tests ## Whether a test notices what is made wrong: make mutants PACKAGE=ask ARGS='--most 100'
	@for package in $(PACKAGE); do $(PY) tests/mutants.py $$package $(ARGS) || exit 1; done

.PHONY: docs pictures
docs: $(VENV)/.tests ## Write the pages that follow from the code
	@$(PY) docs/generate.py
	@$(PY) docs/forms.py

pictures: $(VENV)/.tests ## Take the pictures of the documentation from the try-out
	@PYTHONPATH=. $(PY) docs/pictures.py

.PHONY: clean
clean: ## Remove the environment and caches; the registry in data/ stays
	@rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- the environment -----------------------------------------------------------------------------------

define FIND_PYTHON
for p in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11); do \
  command -v "$$p" >/dev/null 2>&1 || continue; \
  "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { python=$$p; break; }; \
done; \
if [ -z "$$python" ]; then \
  echo "Hamkor needs Python 3.11 or newer and found $$($(or $(PYTHON),python3) --version 2>/dev/null || echo none). Install it" \
    "(Debian, Ubuntu: sudo apt-get install python3 python3-venv; macOS: brew install python)" \
    "or name it: make PYTHON=/path/to/python3.12 setup" >&2; exit 1; \
fi; \
"$$python" -c 'import venv, ensurepip' 2>/dev/null || { \
  echo "This Python ($$python) cannot make virtual environments: run" \
    "sudo apt-get install $$("$$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')" \
    "and then make again" >&2; exit 1; \
}
endef

# The stamp says where it was made: an environment that was carried here from another folder, or whose
# Python went away, is made anew.
MADE_IN := $(shell cat $(VENV)/.runtime 2>/dev/null)
ifneq ($(MADE_IN),$(CURDIR))
.PHONY: $(VENV)/.runtime
endif

$(VENV)/.runtime: requirements.lock pyproject.toml
	@start=$$(date +%s); \
	if [ "$(or $(MADE_IN),$(CURDIR))" != "$(CURDIR)" ] || ! $(PY) -m pip --version >/dev/null 2>&1; then \
	  $(FIND_PYTHON); \
	  echo "Setting up in $(VENV) with $$("$$python" --version) ..."; \
	  "$$python" -m venv --clear $(VENV) || exit 1; \
	fi; \
	made=$$(date +%s); \
	$(PIP_INSTALL) -r requirements.lock || exit 1; \
	$(PY) -m pip install --quiet --no-deps --no-build-isolation --no-index --editable . || exit 1; \
	$(PY) -m compileall -q bot db locales; \
	end=$$(date +%s); \
	echo "Set up in $$((end - start)) s, of which pip $$((end - made)) s."; \
	echo "$(CURDIR)" > $@

$(VENV)/.tests: $(VENV)/.runtime requirements-dev.lock
	@start=$$(date +%s); \
	$(PIP_INSTALL) -r requirements-dev.lock || exit 1; \
	echo "Tools for tests and checks installed in $$(($$(date +%s) - start)) s."; \
	touch $@
