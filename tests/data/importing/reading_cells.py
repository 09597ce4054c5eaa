"""The reader of every type of cell."""

from datetime import date
from typing import Final

from data.importing.cells import Cell
from data.importing.dates import date_cell, day_first
from data.importing.folding import folded
from data.importing.words import BY_NAME, BY_TYPE, choice_cell
from data.logs import LOGS

RECEIVED: Final = date(2026, 11, 21)
READERS: Final = {**BY_TYPE, **BY_NAME, "choice": choice_cell(LOGS["calls"].column("outcome"))}


def read(kind: str, text: str) -> Cell:
    """Return what a cell says to the reader of a type."""
    return READERS[kind](folded(text))


def read_date(text: str, *, received: date = RECEIVED, future_days: int = 1) -> Cell:
    """Return what a date says that stands alone in its column."""
    plain = folded(text)
    return date_cell(received, future_days, first=day_first([plain]))(plain)
