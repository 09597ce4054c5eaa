"""Rules: which quotas, benchmarks and rules count, from when?"""

from typing import Final

import pandas as pd
import streamlit as st

from data.home import now
from data.refusal import Refused
from data.rule_catalogue import RULES
from data.rules import ALL_STORES, set_rule
from pages.records.rule_form import Change, change_form
from pages.records.rule_preview import draw_preview
from pages.records.rule_table import changes_in_words, coming, rule_tables, rules_in_words, valid_value
from pages.records.rule_words import label, store_in_words, value_in_words
from pages.shared.answers import answer, store, visible
from pages.shared.filters import chosen, latest_day
from pages.shared.heading import heading
from pages.shared.tables import download, sheet, show
from pages.shared.templates import template_buttons
from pages.shared.texts import language, plain, t
from queries import rules

USER: Final = "rules_page"


def save(change: Change) -> None:
    """Make the change, and say so or why not."""
    try:
        set_rule(
            store(),
            change.name,
            change.value,
            for_store=change.for_store,
            valid_from=change.valid_from,
            at=now(),
            by=USER,
        )
    except Refused as problem:
        st.toast(plain(problem.sentence(language())), icon=":material/block:")
    else:
        st.toast(t("rules.page.saved", rule=label(change.name)), icon=":material/check_circle:")


heading("rules")
if not visible():
    st.info(t("rules.page.first_data"), icon=":material/upload_file:")
    template_buttons()
    st.stop()

stores = chosen().stores
one_store = len(stores) == 1
today = now().date()
in_force = answer(rules.in_force, scope=stores, day=today)
changes = answer(rules.changes, scope=stores)

of = stores[0] if one_store else ALL_STORES
figures = {
    name: value_in_words(rule, valid_value(in_force, rule, of)[0])
    for name, rule in {"calls": "call_quota", "invites": "invite_quota"}.items()
}
sentences = [t("rules.page.answer", place=plain(store_in_words(of)), **figures)]
own = in_force.loc[in_force["store"] != ALL_STORES, "store"].nunique()
if own and not one_store:
    sentences.append(t("rules.page.differing", count=own))
if later := coming(changes, today):
    sentences.append(t("rules.page.coming", count=later))
st.subheader(t("rules.page.between").join(sentences), anchor=False)
st.caption(t("rules.page.definition"))

tables = rules_in_words(in_force)
rule_tables(tables)

with st.container(border=True):
    st.markdown(f"**{t('rules.page.edit')}**")
    change = change_form(in_force, stores, one_store=one_store)
    refused = None
    try:
        draw_preview(change, latest_day(), stores)
    except Refused as problem:
        refused = problem
        st.error(plain(problem.sentence(language())), icon=":material/block:")
    st.button(
        t("rules.page.save"),
        type="primary",
        icon=":material/check:",
        disabled=refused is not None,
        on_click=save,
        args=(change,),
    )

made = changes_in_words(changes)
with st.container(border=True):
    st.markdown(f"**{t('rules.page.changes')}** :gray[{t('rules.page.changes_help')}]")
    if made.empty:
        st.caption(t("rules.page.no_changes"))
    else:
        show(made, t("rules.page.changes_alt"))

download(
    t("frame.pages.rules.name"),
    [sheet(t("frame.pages.rules.name"), pd.concat(tables.values())), sheet(t("rules.page.changes"), made)],
    {label(name): t(f"rules.{name}.about") for name in RULES},
)
