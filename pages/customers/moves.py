"""How grades changed between the first and the last day: up, down, new, ordered."""

from collections.abc import Iterator
from typing import Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.flows import flows
from charts.grade_mix import grade_mix
from pages.customers.grading import NEW, Grading
from pages.shared.answers import answer, made
from pages.shared.choosing import choose
from pages.shared.customer_list import MOST, customer_list
from pages.shared.drawing import palette
from pages.shared.texts import day_in_words, language, t
from queries import customers
from reports.grade_words import moves_in_words

WAYS: Final = ("up", "down", "same", "ordered", "graded")


def draw_moves(grading: Grading) -> None:
    """Draw the flows of those known on the first day, and below them the new ones by their grade now."""
    first, last = day_in_words(grading.moves_from), day_in_words(grading.view.last)
    st.markdown(f"**{t('grades.moves')}** :gray[{t('grades.moves_help', first=first, last=last)}]")
    if grading.moves_from > grading.view.first:
        st.caption(t("grades.moves_later", day=day_in_words(grading.view.first), first=first))
    st.markdown(moves_in_words(grading.moves, language()))
    known = grading.moves["from_grade"] != NEW
    if known.any():
        way = choose(lambda _: made(moves_figure, grading), t("grades.moves_alt"), "moves", made(ways, grading))
        _list(grading, way, "moves")
    else:
        st.caption(t("grades.moves_none", day=first))
    if not known.all():
        st.caption(t("grades.moves_new"))
        way = choose(lambda _: made(new_figure, grading), t("grades.moves_new_alt"), NEW, made(new_ways, grading))
        _list(grading, way, NEW)


def moves_figure(grading: Grading) -> go.Figure:
    """Build the chart of the flows."""
    words = {name: t(f"grades.ways.{name}") for name in WAYS}
    words |= {name: t(f"grades.{name}") for name in ("ungraded", "closed")}
    return flows(grading.moves[grading.moves["from_grade"] != NEW], words, palette())


def new_figure(grading: Grading) -> go.Figure:
    """Build the chart of those who were not known on the first day: one bar."""
    new = grading.moves[grading.moves["from_grade"] == NEW]
    rows = new.assign(store=NEW, assistant="", label=t("grades.new"), grade=new["to_grade"])
    return grade_mix(rows, {"ungraded": t("grades.ungraded")}, palette())


def ways(grading: Grading) -> dict[str, str]:
    """Return the flows that can be chosen: as the chart gives them, and in words."""
    moves = grading.moves[grading.moves["from_grade"] != NEW]
    return {f"{before}\n{after}": _in_words(before, after, customers) for before, after, customers in _each(moves)}


def new_ways(grading: Grading) -> dict[str, str]:
    """Return the parts of the bar of new customers that can be chosen."""
    moves = grading.moves[grading.moves["from_grade"] == NEW]
    return {f"{before}\n\n{after}": _in_words(before, after, customers) for before, after, customers in _each(moves)}


def end_in_words(grade: str) -> str:
    """Return what an end of a flow is called."""
    return {"": t("grades.ungraded"), NEW: t("grades.new"), "closed": t("grades.closed")}.get(grade, grade)


def _each(moves: pd.DataFrame) -> Iterator[tuple[str, str, int]]:
    columns = [moves[name].fillna("") for name in ("from_grade", "to_grade")]
    return zip(*columns, moves["customers"], strict=True)


def _in_words(before: str, after: str, customers: int) -> str:
    return t("grades.people", name=f"{end_in_words(before)} → {end_in_words(after)}", count=f"{customers:,}")


def _list(grading: Grading, way: str | None, key: str) -> None:
    if way is None:
        return
    view = grading.view
    before, *_, after = way.split("\n")
    found = answer(
        customers.moved,
        scope=view.stores,
        first=grading.moves_from,
        last=view.last,
        assistant=view.assistant,
        from_grade=before or None,
        to_grade=after or None,
        most=MOST,
    )
    days = {"first": day_in_words(grading.moves_from), "last": day_in_words(view.last)}
    ends = {"from_grade": end_in_words(before), "to_grade": end_in_words(after)}
    customer_list(found, t("grades.moves_list", **days, **ends), key)
