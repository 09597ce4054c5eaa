"""One file, read, recognised and cleaned: everything that can be known before the store changes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from data.importing.cleaning import Cleaned, clean
from data.importing.folding import named
from data.importing.recognising import Recognised, known_header, recognise
from data.logs import Log
from data.reading import Reading, Table, read
from data.refusal import Refused
from data.store import Store

NOT_A_STORE: Final = re.compile(
    r"\d+[年月日号]?|(周|星期)[一二三四五六日天]|[晨夕]会|电话|成功|邀约|记录|登记|明细|汇总|人员|任务|日报|表|"
    r"[\W_]+|sheet|calls|invites|staff|tasks",
    re.IGNORECASE,
)

SHOP: Final = ("店", "门店", "馆", "中心")


@dataclass(frozen=True)
class PreparedTable:
    """One table of a file as it would be committed. ``store`` is the name that filled rows without one."""

    table_no: int
    table: Table
    recognised: Recognised
    store: str | None
    cleaned: Cleaned

    @property
    def log(self) -> Log:
        """The kind of log."""
        return self.recognised.log


@dataclass(frozen=True)
class Prepared:
    """One file as it would be committed. ``skipped`` maps sheets that are no log to the reason, a ``Refused``."""

    reading: Reading
    received_at: datetime
    tables: tuple[PreparedTable, ...]
    skipped: dict[str, Refused]

    @property
    def rows(self) -> int:
        """The number of rows that would be stored."""
        return sum(table.cleaned.rows.num_rows for table in self.tables)

    @property
    def refused(self) -> int:
        """The number of rows that can't be read."""
        return sum(table.cleaned.rejects.num_rows for table in self.tables)


def prepare(
    store: Store,
    content: bytes,
    name: str,
    *,
    received_at: datetime,
    kind: str | None = None,
    store_name: str | None = None,
    encoding: str | None = None,
) -> Prepared:
    """Return what ``content`` says. ``kind``, ``store_name`` and ``encoding`` are the operator's word over the guess.

    Raises ``Refused`` when nothing in the file can be used; a workbook with one usable sheet is used.
    """
    reading = read(content, name, known_header, encoding=encoding)
    known = store.all_stores()
    tables, skipped = [], {}
    for table_no, table in enumerate(reading.tables):
        try:
            tables.append(_prepared(store, table_no, table, name, received_at, kind, store_name, known))
        except Refused as problem:
            skipped[table.sheet] = problem
    if not tables:
        raise next(iter(skipped.values()))
    return Prepared(reading, received_at, tuple(tables), skipped)


def _prepared(
    store: Store,
    table_no: int,
    table: Table,
    name: str,
    received_at: datetime,
    kind: str | None,
    store_name: str | None,
    known: Sequence[str],
) -> PreparedTable:
    hints = (table.sheet, *table.preamble, PurePath(name).stem)
    recognised = recognise(table.header, _filled(table.rows, len(table.header)), hints, kind)
    if "store" not in recognised.columns and "header" in table.left_out:
        row = table.left_out["header"][0]
        raise Refused("importing.several_blocks", file=f"{name}/{table.sheet}".rstrip("/"), row=row)
    fallback = named(store_name or "") or store_named_in(hints, known)
    if "store" not in recognised.columns and not fallback:
        raise Refused("importing.no_store", file=f"{name}/{table.sheet}".rstrip("/"))
    cleaned = clean(table, recognised, store=fallback, received=received_at, secret=store.secret)
    return PreparedTable(table_no, table, recognised, fallback, cleaned)


def store_named_in(texts: Iterable[str], known: Sequence[str]) -> str | None:
    """Return the store that the sheet's name, a line above the header or the file's name speaks of.

    A store already known wins, unless a longer name holds it: 万达店 is not 金牛万达店. Else it is what is left of
    a text without dates and titles, if it ends like a shop's name.
    """
    texts = [named(text) for text in texts]
    for text in texts:
        if found := [store for store in known if store in text]:
            store = max(found, key=len)
            return next(
                (part for part in _shops_in(text) if part.replace(store, "", 1) not in (part, "", *SHOP)), store
            )
    return next((part for text in texts for part in _shops_in(text)), None)


def _shops_in(text: str) -> list[str]:
    return [part for part in NOT_A_STORE.sub(" ", text).split() if len(part) >= 2 and part.endswith(SHOP)]


def _filled(rows: pa.Table, width: int) -> list[bool]:
    return [pc.count(rows.column(f"c{position}")).as_py() > 0 for position in range(width)]
