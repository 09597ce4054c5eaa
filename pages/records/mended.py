"""What was put right in a file, and what was left out of it, in words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from data import importing
from data.reading import Table, rows_in_words
from pages.shared.texts import language, listed, plain, t

EXAMPLES: Final = 5  # of what was mended in a column, in a table
MIDNIGHT: Final = " 00:00:00"

Repairs = Sequence[Mapping[Any, Any]]  # by column: header, type, rows, examples (before, after, rows)


def in_short(repairs: Repairs) -> str:
    """Return what was mended by type, the most first: "412 phones, 3 dates"."""
    rows: dict[str, int] = {}
    for repair in repairs:
        rows[repair["type"]] = rows.get(repair["type"], 0) + repair["rows"]
    most_first = sorted(rows.items(), key=lambda pair: -pair[1])
    return listed(t(f"uploads.mended.{name}", rows=f"{count:,}") for name, count in most_first)


def examples(repairs: Repairs) -> pd.DataFrame:
    """Return what cells said and what they were read as, with how many rows: header, before, after, rows."""
    return pd.DataFrame(
        [
            {
                "header": repair["header"],
                "written": example["before"],
                "read_as": _after(repair["type"], example["after"]),
                "rows": example["rows"],
            }
            for repair in repairs
            for example in list(repair["examples"])[:EXAMPLES]
        ]
    )


def _after(name: str, value: str) -> str:
    # A choice is mended only where its word is in no vocabulary.
    return t("uploads.mended.other") if name == "choice" else value.removesuffix(MIDNIGHT)


def of_table(table: Table) -> Iterator[str]:
    """Yield a sentence for everything that the reader did on its own, and for everything it passed over."""
    if table.hidden:
        yield t("uploads.read.hidden")
    for reason, rows in table.filled.items():
        yield t(f"uploads.filled.{reason}", rows=rows_in_words(rows, language()))
    for reason, rows in table.left_out.items():
        yield t(f"uploads.left.{reason}", rows=rows_in_words(rows, language()))
    if table.notes:
        yield t("uploads.read.notes", notes=plain(listed(table.notes)))


def reading_of(table: importing.PreparedTable) -> Iterator[str]:
    """Yield a sentence for how the headers were read and where the rest was taken from."""
    header, recognised = table.table.header, table.recognised
    renamed = [
        f"{header[place].strip()} → {table.log.column(name).header}"
        for name, place in recognised.columns.items()
        if header[place].strip() != table.log.column(name).header
    ]
    columns = plain(listed(renamed)) or t("uploads.as_template")
    yield t("uploads.read_as", columns=columns)
    if recognised.stated:
        stated = [f"{table.log.column(name).header} {said}" for name, said in recognised.stated.items()]
        yield t("uploads.stated", what=plain(listed(stated)))
    if recognised.ignored:
        yield t("uploads.ignored", columns=plain(listed(recognised.ignored)))
