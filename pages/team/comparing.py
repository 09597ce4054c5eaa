"""One rate by assistant, store, source, product or grade: where it is high, where low, and whether that is chance."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.control import control
from pages.shared.answers import answer, made
from pages.shared.choosing import choose
from pages.shared.drawing import draw, palette
from pages.shared.filters import Chosen
from pages.shared.people import labels
from pages.shared.texts import language, t
from pages.team.journey import asked
from pages.team.ranking import RANKED_FROM, bounds, outside, ranked
from pages.team.rates import METRICS, interval_figure
from pages.team.stuck import list_stuck
from queries import funnel
from reports.funnel_words import verdict_in_words

MOST: Final = 10  # rows in the chart; all are in the table
FIRST: Final = {"leads": "visit_rate", "campaign": "group_visit_rate"}
LISTED: Final = ("assistant", "store")


def draw_cuts(view: Chosen, of_funnel: str) -> None:
    """Draw one rate by one cut; of assistants and stores a click lists the customers to look at."""
    with st.container(border=True):
        cut, metric = _choose(of_funnel)
        left, right = st.columns(2, gap="medium")
        alt = t("funnel.cuts_alt")
        figure = made(cut_figure, view, cut, metric)
        with left:
            st.caption(" · ".join(made(notes_of, view, cut, metric)))
            key = f"cut_{cut}_{metric}"
            place = None
            if cut in LISTED:
                place = choose(lambda _: figure, alt, key, made(people_of, view, cut, metric))
            else:
                draw(figure, alt, key)
        with right:
            st.markdown(f"**{t('funnel.control')}** :gray[{t('funnel.control_help')}]")
            draw(made(control_figure, view, cut, metric), t("funnel.control_alt"), "control")
    if place is not None:
        rows = made(standing, view, cut, metric)[0]
        list_stuck(view, cut, metric, rows.iloc[int(place)])


def _choose(of_funnel: str) -> tuple[str, str]:
    cuts = {name: t(f"funnel.cuts.{name}") for name in funnel.CUTS}
    metrics = METRICS[of_funnel]
    words = {name: t(f"tables.codes.metric.{name}") for name in metrics}
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        st.markdown(f"**{t('funnel.compared')}**", width="content")
        metric = st.selectbox(
            t("tables.columns.metric"),
            metrics,
            index=metrics.index(FIRST[of_funnel]),
            format_func=words.__getitem__,
            key=f"cut_metric_{of_funnel}",
            label_visibility="collapsed",
            width=220,
        )
    cut = st.segmented_control(
        t("tables.columns.cut"),
        funnel.CUTS,
        default=funnel.CUTS[0],
        required=True,
        format_func=cuts.__getitem__,
        key="cut",
        label_visibility="collapsed",
    )
    return cut, metric


def standing(view: Chosen, cut: str, metric: str) -> tuple[pd.DataFrame, str | None]:
    """Return one rate by one cut in order (see ``ranked``); a grade keeps its place, whatever its rate."""
    rows = answer(funnel.cuts, **asked(view), cut=cut)
    rows = rows[rows["metric"] == metric]
    rows = rows.assign(named=rows["value"].notna(), value=rows["value"].fillna(t("funnel.unnamed")))
    found, limit = ranked(rows, people=cut == "assistant")
    return (found.sort_values("value", ignore_index=True) if cut == "grade" else found), limit


def notes_of(view: Chosen, cut: str, metric: str) -> list[str]:
    """Return how the order came about, in sentences."""
    rows, limit = made(standing, view, cut, metric)
    notes = [t(f"funnel.definitions.{metric}")]
    if cut == "assistant":
        notes.append(t(f"funnel.{limit}") if limit else t("funnel.ranked_help", enough=RANKED_FROM))
    if cut in LISTED:
        notes.append(t("funnel.click_help"))
    if len(rows) > MOST:
        notes.append(t("funnel.only_lowest", most=MOST))
    return notes


def cut_figure(view: Chosen, cut: str, metric: str) -> go.Figure:
    """Build the chart of the rate, the lowest of many."""
    rows, limit = made(standing, view, cut, metric)
    estimated = cut == "assistant" and limit is None
    counted = zip(rows["numerator"], rows["denominator"], strict=True)
    shown = rows.assign(
        key=_keys(rows),
        label=_labels(rows, view, cut),
        of=[t("funnel.cut_of", won=f"{won:,}", base=f"{base:,}") for won, base in counted],
        believed=rows["believed"] if estimated else float("nan"),
        note=[_note(row, estimated=estimated) for _, row in rows.iterrows()],
    )
    return interval_figure(shown.tail(MOST))


def control_figure(view: Chosen, cut: str, metric: str) -> go.Figure:
    """Build the chart of the rate over what it is counted from."""
    rows, _ = made(standing, view, cut, metric)
    words = {name: t(f"funnel.control_words.{name}") for name in ("passed", "close", "below", "within", "n")}
    shown = rows.assign(
        key=_keys(rows),
        label=[label.partition(" ")[2] or label for label in _labels(rows, view, cut)],
        n=rows["denominator"],
        state=outside(rows),
    )
    return control(shown, words, palette(), bounds=bounds(rows))


def _note(row: "pd.Series[Any]", *, estimated: bool) -> str:
    parts = [verdict_in_words(row, language())]
    if estimated:
        parts.append(t("funnel.estimate", rate=f"{row['believed']:.0%}"))
    return " · ".join(parts)


def people_of(view: Chosen, cut: str, metric: str) -> dict[str, str]:
    """Return whom the rate can be looked at for: code → name."""
    rows, _ = made(standing, view, cut, metric)
    named = zip(_keys(rows), _labels(rows, view, cut), rows["named"], strict=True)
    return {key: label.replace("\n", " · ") for key, label, known in named if known}


def _keys(rows: pd.DataFrame) -> list[str]:
    return [str(place) for place in range(len(rows))]


def _labels(rows: pd.DataFrame, view: Chosen, cut: str) -> list[str]:
    names = rows.rename(columns={"value": "assistant"})
    said = labels(names, view.stores) if cut == "assistant" else names["assistant"].tolist()
    return [name if pd.isna(rank) else f"{rank} {name}" for rank, name in zip(rows["rank"], said, strict=True)]
