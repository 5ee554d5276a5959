# Two commands: `make run` and `make test`. Each sets up what it needs; a second run starts at once.
SHELL := /bin/bash
PYTHON ?= $(shell for each in python3.11 python3.12 python3.13 python3; do \
	command -v $$each >/dev/null && $$each -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$each && break; done)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test test-servers server-programs check unit format addins lock clean
.DEFAULT_GOAL := help

help:
	@echo "make run     set up and start Einklang (a demo, as long as no mailbox is connected)"
	@echo "make test    set up and run everything that CI runs"
	@echo "make test-servers  the mirror on real Dovecot, Cyrus and Courier, a company whose processes are killed (five minutes)"
	@echo "make format  format the code"
	@echo "make addins  pack the add-ins for Thunderbird and Roundcube into dist/addins"
	@echo "make lock    write the exact versions that are installed to requirements.lock, and their hashes"
	@echo "make audit   look up known weaknesses of these versions (needs the network)"
	@echo "make sbom    write what is installed to dist/sbom.json (CycloneDX)"
	@echo "make fuzz    try thousands of broken requests, mails, rules and settings (half an hour)"

run: $(VENV)/.installed
	@exec $(BIN)/einklang run

test: $(VENV)/.installed-test programs
	$(MAKE) --no-print-directory check
	$(MAKE) --no-print-directory unit

check:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/bandit -q -c pyproject.toml -r coach server addin .ci

# What failed is tried once more with the machine to itself: a real fault fails again, a mail server or a browser that a
# stalled machine kept waiting does not. Both runs are printed, so what is unsteady can be seen.
# Three for two processors, because mail clients and browsers mostly wait. Bytecode is kept even where the environment says
# otherwise: compiling anew is more than half of collecting, and a quarter of each start of a program.
unit:
	env -u PYTHONDONTWRITEBYTECODE $(BIN)/pytest -n 3 --dist loadgroup || { code=$$?; test $$code -eq 1 || exit $$code; \
	    echo "What failed is tried once more, by itself:"; \
	    $(BIN)/pytest --verbose --last-failed --last-failed-no-failures none; }

# Not part of `make test`: Cyrus and Courier cannot be installed beside Dovecot, so they are unpacked into $(VENV)/servers.
test-servers: $(VENV)/.installed-test programs server-programs
	$(BIN)/pytest tests/servers

server-programs: $(VENV)/.installed-test
	@$(BIN)/python -m tests.servers.unpacked

format: $(VENV)/.installed-test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Einklang needs Python 3.11, 3.12 or 3.13; none was found. Name one: make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# Only the exact torch is named first: left to the resolver, plain "torch" brings gigabytes for graphics cards.
$(VENV)/.installed: $(VENV)/bin/python setup.cfg requirements.lock
	@echo "Installing Einklang into $(VENV) (about 1 GB, a few minutes the first time) ..."
	$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on -r <(grep '^torch==' requirements.lock)
	$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on -c requirements.lock -e '.[demo]'
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on -c requirements.lock -e '.[demo,test]'
	@touch $@

addins: $(VENV)/.installed
	@$(BIN)/python -m server.addin_packages dist/addins

# Installs what is missing when it may (root on Debian or Ubuntu); else says what to install.
.PHONY: programs
programs:
	@missing=""; \
	{ command -v dovecot || test -x /usr/sbin/dovecot; } >/dev/null || missing="$$missing dovecot-imapd"; \
	ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || missing="$$missing postgresql"; \
	command -v redis-server >/dev/null || missing="$$missing redis-server"; \
	{ command -v nginx || test -x /usr/sbin/nginx; } >/dev/null || missing="$$missing nginx-light"; \
	command -v chromium >/dev/null || missing="$$missing chromium"; \
	command -v node >/dev/null || missing="$$missing nodejs"; \
	command -v npm >/dev/null || missing="$$missing npm"; \
	command -v thunderbird >/dev/null || missing="$$missing thunderbird"; \
	command -v php >/dev/null || missing="$$missing php-cli php-sqlite3 php-intl php-mbstring php-xml php-zip php-curl php-gd"; \
	test -f /usr/share/roundcube/index.php || missing="$$missing roundcube-core roundcube-sqlite3"; \
	test -z "$$missing" && exit 0; \
	if test "$$(id -u)" = 0 && command -v apt-get >/dev/null; then \
		echo "Installing$$missing ..."; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	else \
		echo "Some tests will be skipped. To run them all: apt-get install$$missing"; \
	fi

lock: $(VENV)/.installed-test
	@echo "# Exact versions that are tested together; make uses them as constraints. Written by: make lock" > requirements.lock
	$(BIN)/python -m pip freeze --exclude-editable --exclude pip --exclude setuptools --exclude wheel | grep -v ' @ ' | sed 's,+cpu,,' >> requirements.lock
	$(BIN)/python .ci/hashes.py requirements.lock requirements.hashes.txt

# The vulnerability database is asked over the network: nothing of it is kept here, and CI does not need it.
audit: $(VENV)/.installed-test
	$(BIN)/python -m venv $(VENV)/audit
	$(VENV)/audit/bin/pip install --quiet --disable-pip-version-check 'pip-audit>=2.9,<3'
	$(VENV)/audit/bin/pip-audit --disable-pip --no-deps --strict -r requirements.lock

sbom: $(VENV)/.installed-test
	@mkdir -p dist
	$(BIN)/python .ci/sbom.py dist/sbom.json

fuzz: $(VENV)/.installed-test
	$(BIN)/python -m bench.fuzz

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
