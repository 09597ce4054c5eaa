"""The reader of every type of cell."""

from typing import Final

from data.importing.cells import Cell
from data.importing.folding import folded
from data.importing.words import BY_NAME, BY_TYPE, choice_cell
from data.logs import LOGS

READERS: Final = {**BY_TYPE, **BY_NAME, "choice": choice_cell(LOGS["calls"].column("outcome"))}


def read(kind: str, text: str) -> Cell:
    """Return what a cell says to the reader of a type."""
    return READERS[kind](folded(text))
