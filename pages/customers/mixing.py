"""Who sits in each group, what kind of junk, and through which channel they came."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.counts import counts
from charts.group_mix import group_mix
from pages.customers.grouping import Grouping, by_part
from pages.shared.answers import made
from pages.shared.drawing import draw, palette
from pages.shared.texts import t
from queries.groups import PARTS

MOST_ROWS: Final = 12


def draw_mix(grouping: Grouping) -> None:
    """Draw the members of each group."""
    st.markdown(f"**{t('groups.mix')}** :gray[{t('groups.mix_help')}]")
    st.caption(_held_to(grouping.health))
    if grouping.view.assistant:
        st.caption(t("groups.mix_assistant"))
    if len(grouping.health) > MOST_ROWS:
        st.caption(t("groups.mix_most", most=MOST_ROWS))
    draw(made(mix_figure, grouping), t("groups.mix_alt"), "mix")


def _held_to(health: pd.DataFrame) -> str:
    """Return when the groups were counted, and what is expected of them where it is the same of all."""
    first, last = (f"{day:%m-%d}" for day in health["counted_on"].agg(["min", "max"]))
    key = "counted" if first == last else "counted_between"
    words = t(f"groups.{key}", first=first, last=last)
    expected = health["benchmark"].unique()
    if len(expected) == 1 and pd.notna(expected[0]):
        words += t("groups.benchmark", share=f"{expected[0]:.0%}")
    return words


def mix_figure(grouping: Grouping) -> go.Figure:
    """Build the chart of the groups with the smallest intent share."""
    rows = grouping.health.sort_values("intent_ratio", kind="stable", ignore_index=True).head(MOST_ROWS)
    labels = [f"{row['group_name']}\n{_judged(row)}" for _, row in rows.iterrows()]
    return group_mix(by_part(rows.assign(assistant=rows["group_name"], label=labels)), part_words(), palette())


def _judged(row: "pd.Series[Any]") -> str:
    """Return how many of a group's members are intent, and whether these are enough."""
    if not row["members"]:
        return t("groups.nobody_in")
    share = f"{row['intent_ratio']:.0%}"
    if pd.isna(row["verdict"]):
        return t("groups.intent", share=share)
    return t("groups.judged", share=share, verdict=t(f"tables.codes.verdict.{row['verdict']}"))


def part_words() -> dict[str, str]:
    """Return what each part of the members is called."""
    return {part: t(f"groups.parts.{part}") for part in PARTS}


def draw_reasons(grouping: Grouping) -> None:
    """Draw the junk by reason."""
    st.markdown(f"**{t('groups.reasons')}** :gray[{t('groups.reasons_help')}]")
    if not grouping.health["junk"].sum():
        st.caption(t("groups.no_junk"))
        return
    draw(made(reasons_figure, grouping), t("groups.reasons_alt"), "reasons")


def reasons_figure(grouping: Grouping) -> go.Figure:
    """Build the chart of the reasons, the most frequent first."""
    rows = grouping.junk[grouping.junk["cut"] == "reason"]
    sums = rows.groupby("value")["junk"].sum().sort_values(ascending=False, kind="stable")
    members = int(grouping.health["members"].sum())
    drawn = pd.DataFrame(
        {
            "key": sums.index,
            "label": [t(f"tables.codes.junk_reason.{reason}") for reason in sums.index],
            "value": sums.to_numpy(),
            "hatched": 0,
            "state": "",
            "note": [t("groups.of_members", share=f"{junk / members:.1%}") for junk in sums],
        }
    )
    return counts(drawn, {"settled": "", "hatched": ""}, palette())


def draw_channels(grouping: Grouping) -> None:
    """Draw the members by channel."""
    st.markdown(f"**{t('groups.channels')}** :gray[{t('groups.channels_help')}]")
    draw(made(channels_figure, grouping), t("groups.channels_alt"), "channels")


def channels_figure(grouping: Grouping) -> go.Figure:
    """Build the chart of the channels with most members, those nobody named last."""
    rows = grouping.junk[grouping.junk["cut"] == "channel"]
    sums = rows.groupby("value", dropna=False)[["members", "intent", "junk"]].sum().reset_index()
    sums = sums.assign(unsaid=sums["value"].isna(), others=sums["members"] - sums["intent"] - sums["junk"])
    sums = sums.sort_values(["unsaid", "members"], ascending=[True, False], kind="stable", ignore_index=True)
    sums = sums.head(MOST_ROWS)
    labels = [t("groups.unsaid") if pd.isna(value) else str(value) for value in sums["value"]]
    return group_mix(by_part(sums.assign(store="", assistant=labels, label=labels)), part_words(), palette())
