"""The operator's word on how a table is read: its kind, store, date order and encoding, and what each header feeds."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data import importing
from data.importing.contents import different
from data.importing.dates import either_order
from data.importing.recognising import Recognised
from data.logs import LOGS
from data.reading import Table
from pages.records.desk import desk
from pages.records.encoding import choose_encoding
from pages.shared.answers import visible
from pages.shared.texts import listed, plain, t

EXAMPLES: Final = 3
LONGEST: Final = 24  # letters of an example
ORDERS: Final[tuple[importing.DateOrder, ...]] = ("month_first", "day_first")
AnyTable = importing.PreparedTable | importing.OpenTable


def check_table(file: UploadedFile, table: AnyTable, encoding: str, *, opened: bool) -> None:
    """Draw how one table is read, to be corrected. ``opened``: without a click, because something is in doubt.

    ``encoding`` is the file's, empty for a workbook.
    """
    seen = table.seen
    unsure = seen is not None and (seen.doubtful or bool(_ambiguous(table)))
    key = f"check_{file.file_id}_{table.table_no}"
    box = st.expander(
        t("uploads.check"), expanded=opened or unsure, icon=":material/fact_check:", key=key, on_change="rerun"
    )
    if not box.open:
        return
    # Each word said makes new widgets, so that all of them show what the table is read as now.
    key = f"{key}_{hash((repr(desk().said(file.file_id)), repr(table.asked.said)))}"
    with box:
        chosen = _choices(file, table, encoding, key)
        if seen is None:
            st.caption(t("uploads.kind_first"))
        else:
            st.caption(t("uploads.check_help"))
            chosen |= {"columns": found} if (found := _headers(table.asked.source, seen, key)) else {}
    if chosen:
        before = desk().said(file.file_id).tables.get(table.table_no, importing.Correction())
        if "columns" in chosen and chosen.get("kind") is None:
            chosen["columns"] = {**before.columns, **chosen["columns"]}
        desk().say_of_table(file.file_id, table.table_no, replace(before, **chosen))
        st.rerun()


def _choices(file: UploadedFile, table: AnyTable, encoding: str, key: str) -> dict[str, Any]:
    """Draw what is said of the table as a whole, and return what was just changed."""
    seen, word = table.seen, table.asked.said
    kinds = {kind: t(f"tables.codes.kind.{kind}") for kind in LOGS}
    kind = seen.log.kind if seen else None
    example = _ambiguous(table)
    places = iter(st.columns(2 + bool(encoding) + bool(example)))
    chosen: dict[str, Any] = {}
    with next(places):
        picked = st.selectbox(
            t("uploads.kind"),
            list(kinds),
            list(kinds).index(kind) if kind else None,
            format_func=kinds.__getitem__,
            placeholder=t("uploads.choose_kind"),
            key=f"{key}_kind",
        )
        if picked != kind:
            chosen |= {"kind": picked, "columns": {}}
    with next(places):
        stores = list(dict.fromkeys([*visible(), *filter(None, [word.store_name])]))
        store = st.selectbox(
            t("uploads.store"),
            stores,
            stores.index(word.store_name) if word.store_name else None,
            accept_new_options=True,
            placeholder=t("uploads.as_file_says"),
            help=t("uploads.store_help"),
            key=f"{key}_store",
        )
        name = (store or "").strip() or None
        if name != word.store_name:
            chosen["store_name"] = name
    if example:
        orders = {order: t(f"uploads.{order}") for order in ORDERS}
        with next(places):
            order = st.selectbox(
                t("uploads.date_order", date=example),
                ORDERS,
                ORDERS.index(word.date_order or "month_first"),
                format_func=orders.__getitem__,
                key=f"{key}_order",
            )
            if order != (word.date_order or "month_first"):
                chosen["date_order"] = order
    if encoding:
        with next(places):
            choose_encoding(file, encoding, f"{key}_encoding")
    return chosen


def _headers(source: Table, seen: Recognised, key: str) -> Mapping[str, int | None]:
    """Draw which column each header feeds, and return what was just changed."""
    feeds = {place: name for found in (seen.columns, seen.clocks) for name, place in found.items()}
    titles: dict[str | None, str] = {column.name: column.header for column in seen.log.columns}
    titles[None] = t("uploads.unused")
    names: list[str | None] = [None, *(column.name for column in seen.log.columns)]
    for place, header in enumerate(source.header):
        left, right = st.columns([3, 2], vertical_alignment="center", gap="small")
        label = plain(header) if header else t("uploads.nameless", number=place + 1)
        left.markdown(f"**{label}**  \n:small[{_about(source, seen, place, feeds.get(place))}]")
        name = right.selectbox(
            label,
            names,
            names.index(feeds.get(place)),
            format_func=titles.__getitem__,
            key=f"{key}_{place}",
            label_visibility="collapsed",
        )
        if name != feeds.get(place):
            before = feeds.get(place)
            # What fed a column alone leaves it empty; without its time of day, a date stands where it stood.
            changed: dict[str, int | None] = {}
            if before:
                changed[before] = seen.columns[before] if place in seen.clocks.values() else None
            return {**changed, name: place} if name else changed
    return {}


def _about(source: Table, seen: Recognised, place: int, name: str | None) -> str:
    """Return what stands below a header, and how it was known what it feeds."""
    cells = [cell[:LONGEST] for cell in different(source.rows, place)[:EXAMPLES]]
    parts = [plain(listed(cells)) or t("uploads.no_cells")]
    if place in seen.clocks.values():
        parts.append(t("uploads.by_clock"))
    elif name and seen.by[name] != "alias":
        by = t(f"uploads.by_{seen.by[name]}")
        parts.append(f":orange[{by}]" if seen.by[name] in ("fuzzy", "content") else by)
    return " · ".join(parts)


def _ambiguous(table: AnyTable) -> str | None:
    """Return a date of the table that could be read in two orders, where nothing in its column shows which."""
    for name, place in table.seen.columns.items() if table.seen else ():
        if table.seen and table.seen.log.column(name).type == "date":
            texts = different(table.asked.source.rows, place)
            if either_order(texts):
                return texts[0]
    return None
