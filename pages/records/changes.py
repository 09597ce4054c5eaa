"""Changes: why did last night's number change?"""

from typing import Final

import streamlit as st

from pages.records.versions import between, cause_in_words, choice, differing, in_columns, only_rules, said
from pages.shared.addresses import from_address, to_address
from pages.shared.answers import answer
from pages.shared.filters import chosen
from pages.shared.heading import heading
from pages.shared.tables import download, sheet, show
from pages.shared.texts import t
from queries import records

MOST: Final = 6  # sentences

view = chosen()
heading("changes", view.place)
versions = answer(records.versions, scope=view.stores)
if len(versions) < 2:
    st.info(t("changes.one_version"), icon=":material/history:")
    st.stop()

codes = [str(version) for version in versions["version"]]
words = dict(zip(codes, cause_in_words(versions, dated=True), strict=True))
for place, name, default in zip(st.columns(2, gap="small"), ("before", "after"), choice(versions, view), strict=True):
    from_address(name, codes, default)
    place.selectbox(
        t(f"changes.{name}"),
        codes,
        format_func=words.__getitem__,
        key=f"{name}_chosen",
        on_change=to_address,
        args=(name,),
    )
first, second = sorted(int(st.session_state[f"{name}_chosen"]) for name in ("before", "after"))

made = between(versions, first, second)
everything = answer(records.changed, scope=view.stores, first_version=first, second_version=second)
changed = differing(everything, view)
if changed.empty:
    st.subheader(t("changes.only_rules" if only_rules(made) else "changes.nothing"), anchor=False)
else:
    answered = {
        "people": len(changed[["store", "assistant"]].drop_duplicates()),
        "figures": len(changed),
        "versions": changed["version"].nunique(),
    }
    st.subheader(t("changes.answer", **answered), anchor=False)
    sentences = said(changed, versions, view)
    for sentence in sentences[:MOST]:
        st.markdown(sentence)
    if len(sentences) > MOST:
        st.caption(t("changes.more", count=len(sentences) - MOST))
if elsewhere := len(everything) - len(changed):
    st.caption(t("changes.elsewhere", count=elsewhere))
if (made["cause"] == "rule").any():
    st.caption(t("changes.rules_too"))

said_already = ["version"] if len(view.stores) > 1 else ["version", "store"]
table = changed.drop(columns=said_already).astype({"before": float, "after": float, "difference": float})
history = in_columns(made)
if not changed.empty:
    with st.container(border=True):
        st.markdown(f"**{t('changes.table')}**")
        show(table, t("changes.table_alt"))
with st.container(border=True):
    st.markdown(f"**{t('changes.history')}** :gray[{t('changes.history_help')}]")
    show(history, t("changes.history_alt"))

download(
    f"{t('frame.pages.changes.name')} {view.place}",
    [sheet(t("changes.table"), table), sheet(t("changes.history"), history)],
    {t("changes.before"): words[str(first)], t("changes.after"): words[str(second)]},
)
