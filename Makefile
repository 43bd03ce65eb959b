# De twee opdrachten om mee te beginnen: make install, make demo.
.PHONY: help install demo serve test check fix bench beeld lock vereisten chromium
.DEFAULT_GOAL := help

PYTHON ?= python3
BIN := .venv/bin
APT := sudo apt-get install make python3-venv nodejs npm

help:
	@echo 'make install   zet alles klaar in .venv en node_modules'
	@echo 'make demo      vult de demo en toont haar op http://127.0.0.1:8000'
	@echo 'make serve     toont wat er in de database staat'
	@echo 'make test      alle controles en alle tests'
	@echo 'make check     ruff, mypy, de pijlen tussen modules, de sjablonen'
	@echo 'make fix       herstelt wat zich vanzelf laat herstellen'
	@echo 'make bench     meet de snelheid'
	@echo 'make beeld     maakt de plaatjes van de handleiding opnieuw'
	@echo 'make lock      legt de afhankelijkheden opnieuw vast (vraagt uv)'

install: .venv/.klaar node_modules/.klaar data/geheimen.json
	@:

vereisten:
	@mis() { printf '%s\n' "$$1" "Op Debian en Ubuntu zet u alles klaar met:" "    $(APT)" >&2; exit 1; }; \
	command -v $(PYTHON) >/dev/null || mis 'Python ontbreekt.'; \
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || mis "Samenspel vraagt Python 3.11 of nieuwer; hier staat $$($(PYTHON) -V 2>&1)."; \
	$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || mis 'De module venv van Python ontbreekt.'; \
	command -v node >/dev/null || mis 'Node.js ontbreekt.'; \
	[ "$$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || mis "Samenspel vraagt Node.js 20 of nieuwer; hier staat $$(node -v)."; \
	command -v npm >/dev/null || mis 'npm ontbreekt.'

# 'vereisten' runs only when there is something to install: an installed tree is ready at once.
.venv/.klaar: requirements-dev.txt pyproject.toml
	@$(MAKE) --no-print-directory vereisten
	@echo 'Python-pakketten installeren…'
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

node_modules/.klaar: package.json package-lock.json .npmrc
	@$(MAKE) --no-print-directory vereisten
	@echo 'Stijl en lettertypen installeren…'
	@npm ci --ignore-scripts --loglevel=error
	@touch $@

data/geheimen.json: | .venv/.klaar
	@$(BIN)/samenspel geheimen

demo: install
	@trap : INT; $(BIN)/samenspel demo && $(BIN)/samenspel serve

serve: install
	@trap : INT; $(BIN)/samenspel migreer && $(BIN)/samenspel serve

# Chromium is installed where that can be done without asking; the tests run without it too.
chromium:
	@if ! command -v chromium >/dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo 'Chromium installeren…'; \
	    export DEBIAN_FRONTEND=noninteractive; \
	    { apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } || true; \
	fi

test: check chromium
	@if command -v chromium >/dev/null; then \
	    $(BIN)/pytest -n 2; \
	else \
	    $(BIN)/pytest -n 2 -m 'not browser'; uitkomst=$$?; \
	    echo 'Let op: Chromium ontbreekt, dus de browsertests zijn niet gedaan (op Debian: sudo apt-get install chromium).'; \
	    exit $$uitkomst; \
	fi

check: install
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/djlint --check --lint src

fix: install
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@$(BIN)/djlint --reformat --quiet src

bench: install
	@$(BIN)/samenspel bench stand --json

# The tests that walk the handleiding make its pictures; see tests/e2e/plaatje.py.
beeld: install chromium
	@BEELD_MAKEN=1 $(BIN)/pytest -q tests/e2e

lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: \
	    --custom-compile-command 'make lock' requirements.in -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: \
	    --custom-compile-command 'make lock' -c requirements.txt requirements-dev.in -o requirements-dev.txt
