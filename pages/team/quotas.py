"""Quotas: who keeps the pace over weeks, not one lucky day?"""

import streamlit as st

from pages.shared.answers import made
from pages.shared.filters import chosen
from pages.shared.heading import heading
from pages.shared.tables import download, sheet, show
from pages.shared.texts import day_in_words, t
from pages.team.checking import evidence_table, log_hints
from pages.team.heat_map import heat_map
from pages.team.month import month_pace
from pages.team.saying import say_answer
from pages.team.trends import trends
from pages.team.weeks import Weeks, weeks_of
from reports.workbook import Sheet


def sheets(weeks: Weeks) -> list[Sheet]:
    """Return the tables behind the page as sheets to take home."""
    return [
        sheet(t("quotas.daily"), weeks.daily),
        sheet(t("quotas.leave"), weeks.leave),
        sheet(t("quotas.pace_table", month=t(f"days.months.{weeks.view.last.month}")), weeks.pace),
        sheet(t("quotas.streaks"), weeks.streaks),
        sheet(t("quotas.hints"), evidence_table(weeks.hints)),
    ]


view = chosen()
heading("quotas", view.place)
weeks = made(weeks_of, view)
if weeks.daily.empty:
    st.info(t("quotas.empty"), icon=":material/event_busy:")
    st.stop()

say_answer(weeks)
with st.container(border=True):
    heat_map(weeks)
trends(weeks)
with st.container(border=True):
    month_pace(weeks)

month = t("quotas.pace_table", month=t(f"days.months.{view.last.month}"))
explained = ("passed", "streak", "days_assessed", "call_quota", "invite_quota")
definitions = {name: t(f"quotas.definitions.{name}") for name in explained}
left, right = st.columns([13, 7], gap="small")
with left.container(border=True, height="stretch"):
    columns = ["assistant", "streak", "days_passed", "days_assessed", "last_passed_on"]
    if len(view.stores) > 1:
        columns.insert(1, "store")
    st.markdown(f"**{t('quotas.streaks')}** :gray[{t('quotas.streaks_help', day=day_in_words(view.last))}]")
    show(weeks.streaks[columns], t("quotas.streaks_alt"), definitions)
with right.container(border=True, height="stretch"):
    log_hints(weeks)

with st.expander(t("quotas.daily"), icon=":material/table_rows:"):
    show(weeks.daily, t("quotas.daily_alt"), definitions)
with st.expander(month, icon=":material/table_rows:"):
    show(weeks.pace, t("quotas.pace_table_alt"))

download(
    f"{t('frame.pages.quotas.name')} {view.place}",
    made(sheets, weeks),
    {t(f"tables.columns.{name}"): words for name, words in definitions.items()} | {month: t("quotas.definitions.pace")},
)
