"""Rows: where does this number come from?"""

import streamlit as st

from pages.records.behind import by_file, counted, in_columns, left_out
from pages.shared.addresses import from_address, to_address
from pages.shared.answers import answer
from pages.shared.filters import chosen
from pages.shared.heading import heading
from pages.shared.tables import code_in_words, download, sheet, show
from pages.shared.texts import day_in_words, plain, t
from queries import records

view = chosen()
heading("rows", view.place, day_in_words(view.last))
figure = from_address("figure", records.FIGURES, records.FIGURES[0])
st.segmented_control(
    t("tables.columns.figure"),
    records.FIGURES,
    format_func=lambda name: code_in_words("figure", name),
    key="figure_chosen",
    required=True,
    on_change=to_address,
    args=("figure",),
    label_visibility="collapsed",
)

name = code_in_words("figure", figure)
rows = answer(records.rows_behind, scope=view.stores, day=view.last, figure=figure, assistant=view.assistant)
if rows.empty:
    st.info(t("rows.empty", figure=name), icon=":material/search_off:")
    st.stop()

files, table = by_file(rows), in_columns(rows, view)
who = f"{plain(view.assistant)} " if view.assistant else ""
answered = {"figure": name, "value": counted(rows), "rows": f"{len(rows):,}", "files": len(files)}
st.subheader(t("rows.answer", who=who, **answered), anchor=False)
st.caption(t("rows.definition", definition=t(f"rows.definitions.{figure}")))
if words := left_out(rows):
    st.markdown(t("rows.left_out", reasons=words))

with st.container(border=True):
    st.markdown(f"**{t('rows.files')}**")
    show(files, t("rows.files_alt"))
with st.container(border=True):
    st.markdown(f"**{t('rows.rows')}** :gray[{t('rows.rows_help')}]")
    show(table, t("rows.rows_alt"), {"counted": t("rows.counted_help"), "row_no": t("rows.row_no_help")})

download(
    f"{t('frame.pages.rows.name')} {name} {view.place}",
    [sheet(t("rows.rows"), table), sheet(t("rows.files"), files)],
    {name: t(f"rows.definitions.{figure}")},
)
