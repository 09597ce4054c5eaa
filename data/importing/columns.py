"""A log's column as one file fills it: which cells are taken as they stand, and what the others say.

SQL takes the cells that are already written as the store writes them; the distinct others are read one by one in
Python, and joined back. So a clean file costs little, and a messy one is read by code that can be read.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final

import duckdb
import pyarrow as pa

from data.importing import cells, words
from data.importing.correcting import DateOrder
from data.importing.dates import OLDEST, date_cell, day_first, month_cell
from data.importing.folding import folded
from data.logs import Column
from data.schema import SQL_TYPES

READ_SCHEMA: Final = pa.schema(
    [("raw", "string"), ("value", "string"), ("problem", "string"), ("repaired", "bool"), ("word", "string")]
)
MOMENTS: Final = ("date", "month")
FOLDS: Final = (
    r"\t-\r\x1c-\x1f\x{85}\x{a0}\x{ad}\x{61c}\x{1680}\x{180e}\x{2000}-\x{200f}\x{2028}-\x{202f}\x{205f}-\x{206f}"
    r"\x{3000}\x{fe00}-\x{fe0f}\x{feff}\x{ff01}-\x{ff5e}"
)
# Cells {c} that need no reading, by type: they are cast as they stand.
PLAIN: Final = {
    "phone": "regexp_full_match({c}, '1[3-9][0-9]{9}')",
    "grade": "{c} in ('A', 'B', 'C', 'D')",
    "money": r"regexp_full_match({c}, '-?[0-9]{1,12}(\.[0-9]{1,2})?')",
    "integer": "regexp_full_match({c}, '[0-9]{1,9}')",
    "number": r"regexp_full_match({c}, '-?[0-9]{1,12}(\.[0-9]{1,3})?')",
    "seconds": "regexp_full_match({c}, '[0-9]{1,6}')",
    "text": "not regexp_matches({c}, '^ | $|  |^''|["
    + FOLDS
    + "]') and lower({c}) not in ("
    + ", ".join(f"'{word}'" for word in sorted(cells.NOTHING))
    + ")",
    "date": "regexp_full_match({c}, '[0-9]{4}-[0-9]{2}-[0-9]{2}( ([01][0-9]|2[0-3])(:[0-9]{2}){1,2})?')"
    f" and {{c}} >= '{OLDEST}' and {{c}} <= '{{last}} 23:59:59' and try_cast({{c}} as timestamp) is not null",
}


class FileColumn:
    """A column of the log with the cells of the table ``source`` that fill it, at ``position``; None: there are none.

    ``messy``: some cells had to be read in Python; what they say is the registered table ``r_NAME``.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        column: Column,
        position: int | None,
        received: datetime,
        date_order: DateOrder | None = None,
    ) -> None:
        self.name, self.column, self.position = column.name, column, position
        self.cell = f"s.c{position}"
        self.messy = False
        if position is None:
            return
        plain = _plain(column, received.date()).replace("{c}", f"c{position}")
        found = connection.execute(
            f"with found as (select distinct c{position} from source where c{position} is not null) "
            f"select c{position} from found where not ({plain})"
        ).fetchall()
        self.messy = bool(found)
        if self.messy:
            texts = [text for (text,) in found]
            connection.register(f"r_{self.name}", _read(column, texts, received.date(), date_order))

    @property
    def keeps_word(self) -> bool:
        """Whether a word stands beside the value: one that a choice doesn't know, or the state of a phone."""
        return self.column.type in ("choice", "phone")

    @property
    def join(self) -> str:
        """The SQL that joins what the messy cells say to ``source as s``."""
        return f"left join r_{self.name} on {self.cell} = r_{self.name}.raw" if self.messy else ""

    def value(self) -> str:
        """Return the SQL of the column's value in its own type."""
        sql_type = "timestamp" if self.column.type in MOMENTS else SQL_TYPES.get(self.column.type, "varchar")
        if self.position is None:
            return f"null::{sql_type}"
        if not self.messy:
            return f"{self.cell}::{sql_type}"
        read = f"r_{self.name}"
        return (
            f"case when {read}.raw is not null then {read}.value::{sql_type} "
            f"else try_cast({self.cell} as {sql_type}) end"
        )

    def word(self) -> str:
        """Return the SQL of the word beside the value."""
        if self.position is None:
            return "null::varchar"
        plain = (
            f"case when {self.cell} is not null then 'valid' end" if self.column.type == "phone" else "null::varchar"
        )
        read = f"r_{self.name}"
        return f"case when {read}.raw is not null then {read}.word else {plain} end" if self.messy else plain


def _plain(column: Column, received: date) -> str:
    plain = "false" if words.BY_NAME.get(column.name) is words.code_cell else PLAIN.get(column.type, "false")
    plain = plain.replace("{last}", str(received + timedelta(days=column.future_days)))
    if column.name == "wechat":
        plain += f" and not regexp_full_match(lower({{c}}), '{words.NO_WECHAT.pattern}')"
    if column.name in words.NAMES:
        plain += f" and not contains({{c}}, ' ') and not regexp_matches({{c}}, '^{words.EXAMPLE.pattern}')"
    if words.BY_NAME.get(column.name) is cells.weight_cell:
        plain += " and not starts_with({c}, '-')"
    if words.BY_NAME.get(column.name) is words.assistant_cell:
        plain += f" and not regexp_full_match(lower({{c}}), '{words.TOTAL.pattern}')"
    return plain


def _read(column: Column, texts: list[str], received: date, date_order: DateOrder | None) -> pa.Table:
    plain = [folded(text) for text in texts]
    reader = reader_of(column, plain, received, date_order)
    found = [reader(text) if text else cells.Cell() for text in plain]
    return pa.Table.from_arrays(
        [
            pa.array(texts, "string"),
            pa.array([cell.value for cell in found], "string"),
            pa.array([cell.problem for cell in found], "string"),
            pa.array([cell.repaired for cell in found], "bool"),
            pa.array([cell.word for cell in found], "string"),
        ],
        schema=READ_SCHEMA,
    )


def reader_of(
    column: Column, texts: list[str], received: date, date_order: DateOrder | None = None
) -> Callable[[str], cells.Cell]:
    """Return the reader of a column whose cells say ``texts``, folded; ``date_order`` goes before what they show."""
    if column.type == "date":
        first = date_order == "day_first" if date_order else day_first(texts)
        return date_cell(received, column.future_days, first=first)
    if column.type == "month":
        return month_cell(received, column.future_days)
    if column.type == "choice":
        return words.choice_cell(column)
    if column.type == "bool" and column.name not in words.BY_NAME:
        return words.deed_cell(column)
    return words.BY_NAME.get(column.name) or words.BY_TYPE[column.type]
