# make run    the dashboard on http://localhost:8501
# make test   every check: style, types, layers, SQL, tests
# make lint   the same without the tests
# make bench  speed and memory against their yardsticks, and 200 times kill -9

PYTHON ?= python3
BIN := .venv/bin
CODE := dashboard.py charts data pages queries reports tests

.PHONY: run test lint bench programs

run: .venv/.run
	$(BIN)/streamlit run dashboard.py

test: lint programs
	$(BIN)/pytest -n auto

lint: .venv/.test
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint --processes 2 queries data

bench: .venv/.test
	$(BIN)/pytest tests/benchmarks -n 0
	XIHUI_KILL_ROUNDS=200 $(BIN)/pytest tests/data/test_kill.py -p no:xdist

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv

.venv/.run: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	touch $@

.venv/.test: requirements.txt tests/requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement tests/requirements.txt
	touch $@ .venv/.run

# Pages are looked at in a browser with Chinese letters, the system's, else the one playwright brings; workbooks are
# opened in LibreOffice.
programs: .venv/.test
	.ci/programs
