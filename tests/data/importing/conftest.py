"""What the tests of imports look at, take back and correct."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import openpyxl
import pytest

from data.importing import Committed, undo
from data.store import Store
from queries.records import refused
from reports.refused import refused_workbook
from tests.data.books import saved
from tests.data.importing.forms import NEXT_DAY


@pytest.fixture
def day_of(figures: Callable[..., list[dict[str, Any]]]) -> Callable[..., dict[str, Any] | None]:
    """The figures of one assistant's day."""

    def asking(assistant: str = "周丽", day: date = date(2026, 11, 21)) -> dict[str, Any] | None:
        found = [row for row in figures("daily") if (row["assistant"], row["day"]) == (assistant, day)]
        return found[0] if found else None

    return asking


@pytest.fixture
def take_back(shop: Store) -> Callable[[Committed], None]:
    """Undo an import the next day."""
    return lambda done: undo(shop, done.batch_id, at=NEXT_DAY, user="测试")


@pytest.fixture
def corrected(shop: Store) -> Callable[..., bytes]:
    """The refused rows of a batch as the file that the page hands out, with 2026-11-21 for every date."""

    def correcting(batch: int, *, store: str = "旗舰店", file: str = "表.csv") -> bytes:
        rows = refused(shop, (store,), batch=batch)
        book = openpyxl.load_workbook(io.BytesIO(refused_workbook(rows, batch=batch, file=file)))
        page = book.active
        place = next(cell.column for cell in page[2] if cell.value == "日期")
        for row in range(3, page.max_row + 1):
            page.cell(row, place).value = "2026-11-21"
        return saved(book)

    return correcting
