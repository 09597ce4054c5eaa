"""One file, read, recognised and cleaned: everything that can be known before the store changes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Final

from data.importing.cleaning import clean
from data.importing.completing import completed
from data.importing.contents import Known
from data.importing.correcting import NOTHING_SAID, Correction
from data.importing.folding import named
from data.importing.kinds import hints_of
from data.importing.meanings import Meaning, meanings, over
from data.importing.prepared import Asked, OpenTable, Prepared, PreparedTable
from data.importing.progress import Tell, untold
from data.importing.recognising import known_header, recognise
from data.importing.remembering import Key, key_of, remembered
from data.importing.store_names import store_named_in
from data.reading import Reading, read
from data.refusal import Refused
from data.store import Store

NO_CORRECTIONS: Final[Mapping[int, Correction]] = MappingProxyType({})


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
    said = Correction(kind, encoding=encoding, store_name=store_name)
    prepared = examine(store, content, name, received_at=received_at, for_all=said)
    if not prepared.tables:
        raise prepared.open[0].problem
    return prepared


def examine(
    store: Store,
    content: bytes,
    name: str,
    *,
    received_at: datetime,
    for_all: Correction = NOTHING_SAID,
    corrections: Mapping[int, Correction] = NO_CORRECTIONS,
    meant: Sequence[Meaning] = (),
    tell: Tell = untold,
) -> Prepared:
    """Return what ``content`` says, with what is left to be said about it.

    ``for_all`` is the operator's word on all tables, ``corrections`` on the tables with these numbers, ``meant`` on
    names. What was remembered of a table's header and of names counts where they say nothing. ``tell`` hears how far
    it got. Raises ``Refused`` when the file can't be read.
    """
    tell("reading")
    reading, reread = _read(store, content, name, for_all.encoding)
    tell("cleaning")
    known = Known(frozenset(store.all_stores()), assistants(store), over(meant, meanings(store)))
    tables: list[PreparedTable] = []
    left: list[OpenTable] = []
    for number, table in enumerate(reading.tables):
        key = key_of(table, name)
        earlier = remembered(store, key)
        said = corrections.get(number, NOTHING_SAID).over(for_all).over(earlier)
        found = _examined(store, number, Asked(table, key, earlier, said), name, received_at, known)
        if isinstance(found, OpenTable):
            left.append(found)
        else:
            tables.append(found)
    return Prepared(reading, received_at, tuple(tables), tuple(left), reread)


def assistants(store: Store) -> frozenset[str]:
    """Return the names of all assistants that the store knows."""
    with store.reading() as cursor:
        rows = cursor.execute(
            "select assistant from raw.daily union select assistant from raw.staff_current"
        ).fetchall()
    return frozenset(name for (name,) in rows if name)


def _read(store: Store, content: bytes, name: str, encoding: str | None) -> tuple[Reading, Key | None]:
    """Read the file in the ``encoding`` said or, where its own is no more than a guess, remembered for its header."""
    reading = read(content, name, known_header, encoding=encoding)
    if encoding or not reading.encoding or reading.encoding.startswith("utf"):
        return reading, None
    key = key_of(reading.tables[0], name)
    earlier = remembered(store, key).encoding
    return (read(content, name, known_header, encoding=earlier), key) if earlier else (reading, None)


def _examined(
    store: Store, number: int, asked: Asked, name: str, received_at: datetime, known: Known
) -> PreparedTable | OpenTable:
    table, said = asked.source, asked.said
    hints, file = hints_of(table, name), f"{name}/{table.sheet}".rstrip("/")
    if table.copy_of:
        return OpenTable(number, asked, None, Refused("recognising.copy", of=table.copy_of))
    try:
        seen = recognise(table, hints, said, known, received_at.date())
    except Refused as unclear:
        return OpenTable(number, asked, None, unclear)
    fallback = named(said.store_name or "") or store_named_in(hints, sorted(known.stores))
    problem = seen.problem
    if problem is None and not {"store"} & {*seen.columns, *seen.stated}:
        if "header" in table.left_out:
            problem = Refused("importing.several_blocks", file=file, row=table.left_out["header"][0])
        elif not fallback:
            problem = Refused("importing.no_store", file=file)
    if problem is not None:
        return OpenTable(number, asked, seen, problem)
    whole, recognised = completed(table, seen)
    cleaned = clean(
        whole,
        recognised,
        store=fallback,
        received=received_at,
        secret=store.secret,
        date_order=said.date_order,
        meant=known.meant,
    )
    return PreparedTable(number, whole, recognised, fallback, cleaned, asked, seen)
