"""Quotas: who keeps the pace over weeks, not one lucky day?"""

import streamlit as st

from pages.shared.answers import answer
from pages.shared.filters import chosen
from pages.shared.heading import heading
from pages.shared.people import of
from pages.shared.tables import download, show
from pages.shared.texts import day_in_words, plain, t
from pages.team.checking import evidence_table, log_hints
from pages.team.heat_map import heat_map
from pages.team.month import month_pace
from pages.team.steadiness import people, say_answer
from pages.team.trends import trends
from queries import quotas

now = chosen()
heading("quotas", now.place)

daily = of(now.assistant, answer(quotas.daily, scope=now.stores, first=now.first, last=now.last))
leave = of(now.assistant, answer(quotas.leave, scope=now.stores, first=now.first, last=now.last))
if daily.empty:
    st.info(t("quotas.empty"), icon=":material/event_busy:")
    st.stop()

ranked = people(daily, leave)
streaks = of(now.assistant, answer(quotas.streaks, scope=now.stores, day=now.last))
streaks = streaks.sort_values(["streak", "days_passed"], ascending=False, kind="stable")
say_answer(ranked, daily, leave, streaks, now)

with st.container(border=True):
    heat_map(ranked, daily, leave, now)

trends(daily)

with st.container(border=True):
    pace = of(now.assistant, answer(quotas.pace, scope=now.stores, day=now.last))
    month_pace(pace, now)

left, right = st.columns([13, 7], gap="small")
steady_columns = ["assistant", "streak", "days_passed", "days_assessed", "last_passed_on"]
if len(now.stores) > 1:
    steady_columns.insert(1, "store")
definitions = {name: t(f"quotas.definitions.{name}") for name in ("passed", "streak", "days_assessed")}
definitions |= {name: t(f"quotas.definitions.{name}") for name in ("call_quota", "invite_quota")}
with left.container(border=True, height="stretch"):
    st.markdown(f"**{t('quotas.streaks')}** :gray[{t('quotas.streaks_help', day=day_in_words(now.last))}]")
    show(streaks[steady_columns], t("quotas.streaks_alt"), definitions)
with right.container(border=True, height="stretch"):
    hints = of(now.assistant, answer(quotas.hints, scope=now.stores, day=now.last))
    log_hints(hints, now)

newest = daily.sort_values(["day", "store", "assistant"], ascending=[False, True, True])
with st.expander(t("quotas.daily"), icon=":material/table_rows:"):
    show(newest, t("quotas.daily_alt"), definitions)
month = t("quotas.pace_table", month=t(f"days.months.{now.last.month}"))
with st.expander(month, icon=":material/table_rows:"):
    show(pace, t("quotas.pace_table_alt"))

download(
    f"{t('frame.pages.quotas.name')} {plain(now.place)}",
    {
        t("quotas.daily"): newest,
        t("quotas.leave"): leave,
        month: pace,
        t("quotas.streaks"): streaks,
        t("quotas.hints"): evidence_table(hints),
    },
    {t(f"tables.columns.{name}"): words for name, words in definitions.items()} | {month: t("quotas.definitions.pace")},
)
