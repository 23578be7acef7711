# Every target does its own set-up; the second time it is quick.
.DEFAULT_GOAL := help
.PHONY: help run test check demo work bench drill whoosh3 catalogues clean

flask := .venv/bin/flask --app app
# Everything here runs on this machine, for this machine; production sets its own environment.
export PRO_AM_ENV ?= development

help: ## List what can be made
	@grep -hE '^[a-z0-9]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: ## Set up, then serve on http://127.0.0.1:8000 (PORT=... for another) with the worker
	@scripts/setup
	@scripts/run

test: ## Run every test, a real browser and PostgreSQL included
	@scripts/test

check: ## Run every check of style, types, structure, templates and catalogues
	@scripts/setup --dev
	@scripts/check

demo: ## Fill the installation with the demo community
	@scripts/setup
	@$(flask) demo

work: ## Run a worker alone: letters, pictures, the index
	@scripts/setup
	@$(flask) work

bench: ## Measure speed, on data made for it
	@scripts/setup
	@$(flask) bench

drill: ## Break things on purpose, on SQLite and PostgreSQL
	@scripts/drill

whoosh3: ## Run the tests of the index with another fork of Whoosh
	@scripts/whoosh3

catalogues: ## Take the sentences out of the source into the catalogues, and compile them
	@scripts/setup --dev
	@scripts/catalogues

clean: ## Remove what the other targets made; the installation in instance/ stays
	rm -rf .venv .cache tests/node_modules .pytest_cache .mypy_cache .ruff_cache \
	    .import_linter_cache .hypothesis
	find pro_am tests -name __pycache__ -prune -exec rm -rf {} +
