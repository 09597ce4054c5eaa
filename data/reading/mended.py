"""What was put right in a text file, for the person who brought it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from data.reading.table import Reading, Table
from data.texts import say
from data.texts.lists import listed

_LISTED: Final = 5


def in_tables(mended: Mapping[str, tuple[int, ...]], tables: Iterable[Table]) -> dict[str, tuple[int, ...]]:
    """Return ``mended`` without the rows that are in no table: titles, totals, footnotes."""
    if not mended:
        return {}
    rows = {row for table in tables for row in (table.header_row, *table.rows["row_no"].to_pylist())}
    found = {reason: tuple(row for row in numbers if row in rows) for reason, numbers in mended.items()}
    return {reason: numbers for reason, numbers in found.items() if numbers}


def mendings(reading: Reading, language: str) -> list[str]:
    """Return a sentence for each way in which rows were mended."""
    return [
        say(f"reading.mended.{reason}", language, rows=rows_in_words(rows, language))
        for reason, rows in reading.mended.items()
    ]


def rows_in_words(rows: Sequence[int], language: str) -> str:
    """Return the numbers of rows, the first of them where they are many."""
    first = listed(rows[:_LISTED], language)
    if len(rows) > _LISTED:
        return say("reading.mended.rows_and_more", language, rows=first, count=len(rows))
    return say("reading.mended.rows_listed", language, rows=first)
