PYTHON ?= python3
BIN := .venv/bin

# commands start in half the time when their bytecode is kept
unexport PYTHONDONTWRITEBYTECODE

.PHONY: setup run test check soak lock docs clean

setup: .venv/ready

.venv/ready: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	VIRTUAL_ENV=.venv $(BIN)/uv pip sync --quiet requirements.lock
	VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --no-deps --editable .
	$(BIN)/python -m compileall -q flows transforms warehouse seeds
	$(BIN)/python -c "import flows.deployed, prefect.server.api.server"
	$(BIN)/daybook run seeds/articles --lake .venv/sample --runner direct >/dev/null
	touch $@

run: setup
	$(BIN)/daybook run seeds/articles

test: setup
	$(BIN)/python -m pytest

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest tests/test_house.py

soak: setup
	VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --group spark
	DAYBOOK_HYPOTHESIS=soak $(BIN)/python -m pytest -m "soak or not soak"

lock: setup
	VIRTUAL_ENV=.venv $(BIN)/uv pip compile --quiet --no-header --no-emit-index-url --generate-hashes --python-version 3.11 \
		--all-extras --group dev pyproject.toml --output-file requirements.lock

clean:
	rm -rf .venv data .pytest_cache .mypy_cache .ruff_cache
