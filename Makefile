# Everything a user runs. Each target does the set-up it needs; `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXTRAS := test,bench,lint

.PHONY: help demo test lint bench deploy clean
help:  ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

# Only the dependencies stay installed: an installed tsnet would win over an egg deployed to scrapyd.
$(VENV)/ready: pyproject.toml .ci/system-packages
	@sh .ci/system-packages $(PYTHON)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet '.[$(EXTRAS)]'
	$(BIN)/python -m pip uninstall --quiet --yes tsnet
	@rm -rf build *.egg-info  # a package that is built later would hold modules that are gone by then
	@touch $@

demo: $(VENV)/ready  ## crawl a bundled replica of the site into an embedded MongoDB
	$(BIN)/python -m tests.demo

test: $(VENV)/ready  ## run the whole test suite
	$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile

lint: $(VENV)/ready  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/ready  ## run every benchmark
	$(BIN)/python -m tests.bench

deploy: $(VENV)/ready  ## deploy to the scrapyd that TARGET names in scrapy.cfg
	$(BIN)/scrapy deploy $(TARGET)

clean:  ## remove what the other targets made
	rm -rf $(VENV) .demo build dist *.egg-info
