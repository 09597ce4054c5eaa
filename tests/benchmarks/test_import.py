"""What an import costs, against the bare engine, against pandas and against the bare workbook reader."""

import subprocess
import sys
from datetime import datetime
from itertools import count
from pathlib import Path

import duckdb
import pytest
from python_calamine import CalamineWorkbook

from data import importing
from data.importing.recognising import known_header
from data.reading import read
from data.store import Store
from tests.benchmarks.comparing import Figures, best, seconds
from tests.benchmarks.files import calls_csv, calls_xlsx
from tests.benchmarks.pandas_way import import_calls

ROOT = Path(__file__).parents[2]
LARGEST_UPLOAD = 50 * 1024**2
ROWS = 500_000
WORKBOOK_ROWS = 50_000
RECEIVED = datetime(2026, 11, 21, 19)
GIGABYTE = 1000.0  # MB
IMPORT = """
import sys
from pathlib import Path
from tests.benchmarks.test_import import import_into
import_into(Path(sys.argv[1]), Path(sys.argv[2]))
"""
# A process begins with the peak of the one that started it, so a small one stands between this one and the import.
PEAK = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-c", *sys.argv[1:]], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def import_into(folder: Path, file: Path) -> int:
    with Store(folder) as store:
        prepared = importing.prepare(store, file.read_bytes(), file.name, received_at=RECEIVED)
        return importing.commit(store, prepared, at=RECEIVED, user="benchmark").rows


def timed_import(folder: Path, file: Path) -> float:
    return seconds(lambda: import_into(folder, file))


def load_bare(database: Path, file: Path) -> None:
    with duckdb.connect(str(database)) as connection:
        connection.execute("create table calls as from read_csv($1)", [str(file)])


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clean call log that fills the largest upload."""
    file = tmp_path_factory.mktemp("log") / "calls.csv"
    calls_csv(file, ROWS)
    assert 0.95 * LARGEST_UPLOAD < file.stat().st_size <= LARGEST_UPLOAD
    return file


def test_importing_a_clean_file(log: Path, tmp_path: Path, figures: Figures) -> None:
    number = count()

    def fresh() -> Path:
        return tmp_path / str(next(number))

    def opened() -> Path:
        folder = fresh()
        Store(folder).close()  # its tables and views are made once in a shop's life, when the dashboard starts
        return folder

    found = best(
        3,
        {
            "bare": lambda: seconds(lambda: load_bare(fresh(), log)),
            "ours": lambda: timed_import(opened(), log),
            "pandas": lambda: seconds(lambda: import_calls(log, fresh(), "secret", RECEIVED)),
        },
    )
    figures.compare(f"import {ROWS:,} rows / bare read_csv", found["ours"], found["bare"], "s", budget=5)
    figures.compare(f"import {ROWS:,} rows / with pandas", found["ours"], found["pandas"], "s", budget=0.2)


def test_an_import_stays_below_a_gigabyte(log: Path, tmp_path: Path, figures: Figures) -> None:
    command = [sys.executable, "-c", PEAK, IMPORT, str(tmp_path), str(log)]
    alone = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    per_megabyte = 1e6 if sys.platform == "darwin" else 1e3
    peak = int(alone.stdout) / per_megabyte
    figures.compare(f"import {ROWS:,} rows: memory / a gigabyte", peak, GIGABYTE, "MB", budget=1)


def test_reading_a_workbook(tmp_path: Path, figures: Figures) -> None:
    file = tmp_path / "calls.xlsx"
    calls_xlsx(file, WORKBOOK_ROWS)
    content = file.read_bytes()

    def read_bare() -> None:
        CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()

    found = best(
        5,
        {
            "bare": lambda: seconds(read_bare),
            "ours": lambda: seconds(lambda: read(content, file.name, known_header)),
        },
    )
    figures.compare(f"read {WORKBOOK_ROWS:,} rows of xlsx / calamine", found["ours"], found["bare"], "s", budget=3)
