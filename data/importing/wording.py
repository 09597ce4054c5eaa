"""Cells whose words the column itself explains: a choice by its vocabulary, a yes by the deed the header asks for."""

import re
import unicodedata
from collections.abc import Callable

from data.importing.cells import Cell, bool_cell, says_nothing
from data.logs import Column


def choice_cell(column: Column) -> Callable[[str], Cell]:
    """Return the reader of a choice: one of the vocabulary's words by any spelling, else "other" with the word kept."""
    words = {_spelling(spelling): word for word, spellings in column.choices.items() for spelling in (word, *spellings)}

    def read(text: str) -> Cell:
        if (word := words.get(_spelling(text))) is not None:
            return Cell(word)
        return Cell() if says_nothing(text) else Cell("other", repaired=True, word=text)

    return read


def deed_cell(column: Column) -> Callable[[str], Cell]:
    """Return the reader of a yes or no that may also be told by the deed itself: 成交 below 是否成交."""
    deeds = {re.sub("^(是否为?|已)", "", name) for name in (column.header, *column.aliases)}

    def read(text: str) -> Cell:
        return Cell("true") if text in deeds else bool_cell(text)

    return read


def _spelling(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).lower()
