"""Each assistant on each day: passed, short of something, not handed in, on leave."""

from datetime import timedelta
from typing import Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.attainment import attainment
from pages.shared.answers import made
from pages.shared.drawing import draw_to_fit, only_wide, palette
from pages.shared.texts import t
from pages.team.weeks import Weeks
from reports.gaps import PAIRS

MOST_DAYS: Final = 31
MOST_PEOPLE: Final = 80
FIT_DAYS: Final = (7, 10)  # on a phone, with and without the store beside the name


def heat_map(weeks: Weeks) -> None:
    """Draw the people in the order they are ranked, the last 31 days of the period to the right."""
    one_store = len(weeks.view.stores) == 1
    st.markdown(
        f"**{t('quotas.heat_map')}** :gray[{t('quotas.sorted') if one_store else t('quotas.sorted_in_stores')} · "
        f"{t('quotas.heat_map_help')}]"
    )
    if len(weeks.people) > MOST_PEOPLE:
        st.caption(t("quotas.too_many", most=MOST_PEOPLE))
    if made(cells, weeks)["day"].nunique() > MOST_DAYS:
        with only_wide("heat_map_days"):
            st.caption(t("quotas.latest_days", days=MOST_DAYS))
    with st.container(key="narrow_heat_map_days"):
        st.caption(t("quotas.fit_days", days=FIT_DAYS[one_store]))
    draw_to_fit(
        lambda narrow: made(heat_map_figure, weeks, "narrow" if narrow else "wide"),
        t("quotas.heat_map_alt"),
        "heat_map",
    )


def heat_map_figure(weeks: Weeks, shape: str) -> go.Figure:
    """Build the chart, its ``shape`` "wide" or "narrow"."""
    one_store, narrow = len(weeks.view.stores) == 1, shape == "narrow"
    words = {name: t(f"quotas.words.{name}") for name in ("passed", "part", "missing", "leave", "leave_cell")}
    words |= {name: t(f"meeting.figures.{name}") for name, _ in PAIRS}
    rows = made(cells, weeks)
    labelled = rows.assign(label=_labels(rows, one_store=one_store, narrow=narrow))
    return attainment(_latest(labelled, FIT_DAYS[one_store] if narrow else MOST_DAYS), words, palette())


def cells(weeks: Weeks) -> pd.DataFrame:
    """Return the heat map's cells, one row a person and day; of many people those who pass least."""
    people = weeks.people
    if len(people) > MOST_PEOPLE:
        people = people.loc[people.nsmallest(MOST_PEOPLE, "steadiness").index.sort_values()]
    return _cells(people, weeks.daily, weeks.leave)


def _cells(people: pd.DataFrame, daily: pd.DataFrame, leave: pd.DataFrame) -> pd.DataFrame:
    away = leave.reindex(columns=daily.columns).astype(daily.dtypes)
    found = pd.concat([daily.assign(kind=_kinds(daily)), away.assign(kind="leave")])
    reached = [found[done] / found[due].clip(lower=1) for done, due in PAIRS]
    weekdays = {number: t(f"quotas.weekdays.{number}") for number in range(1, 8)}
    heads = {day: f"{day.day}\n{weekdays[day.isoweekday()]}" for day in found["day"].unique()}
    found = found.assign(share=pd.concat(reached, axis=1).min(axis=1), day_label=found["day"].map(heads))
    return people.merge(found, on=["store", "assistant"], how="left", sort=False)


def _kinds(daily: pd.DataFrame) -> "pd.Series[str]":
    kinds = daily["passed"].map({True: "passed", False: "part"})
    return kinds.mask(daily["calls"].isna() | daily["invites"].isna(), "missing")


def _labels(rows: pd.DataFrame, *, one_store: bool, narrow: bool) -> "pd.Series[str]":
    label = rows["assistant"]
    if not one_store:
        label = label + "\n" + rows["store"]
    if one_store or not narrow:
        label = label + "\n" + rows["days_passed"].astype(str) + "/" + rows["days_assessed"].astype(str)
    return label


def _latest(rows: pd.DataFrame, days: int) -> pd.DataFrame:
    latest: pd.DataFrame = rows[rows["day"] > rows["day"].max() - timedelta(days)]
    return latest
