"""Whom each assistant receives and calls: the lists, what nobody has, how the effort is shared out, and the paper."""

from functools import partial

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.grade_mix import grade_mix
from pages.shared.answers import answer, made
from pages.shared.customer_list import CustomerList, draw_list, in_short, list_of
from pages.shared.drawing import draw, palette
from pages.shared.drawn import hand_out, wanted
from pages.shared.filters import Chosen
from pages.shared.tables import sheet
from pages.shared.texts import language, plain, t
from pages.today.assigning import TASKS, TOMORROW
from reports.planning import Plan, effort_planned, plan
from reports.task_page import task_pdf
from reports.tomorrow_words import effort_in_words, nobody_in_words, task_in_words
from reports.workbook import Sheet

LISTED = ["store", "customer_key", "place", "call_for", "customer", "grade", "product", "days", "contacts"]


def plan_of(view: Chosen) -> Plan:
    """Ask everything that the page shows."""
    return _plan(view.stores, view)


def _plan(stores: tuple[str, ...], view: Chosen) -> Plan:
    def ask(question: "object", **params: object) -> pd.DataFrame:
        return answer(question, scope=stores, **params)  # type: ignore[arg-type]

    return plan(ask, stores, view.last + TOMORROW, view.assistant)


def draw_nobody(plan: Plan) -> None:
    """Say whom nobody on duty has, and list them for whoever wants to know."""
    if words := made(nobody_in_words, plan, language()):
        st.markdown(f":red[:material/error:] {plain(words)}")
        where = st.expander(t("tomorrow.nobody_list"), icon=":material/group:", key="nobody", on_change="rerun")
        if where.open:
            with where:
                draw_list(made(nobody_list, plan), "nobody")
        st.page_link("customers/assets.py", label=t("tomorrow.to_assets"), icon=":material/swap_horiz:")


def nobody_list(plan: Plan) -> CustomerList:
    """Return those whom nobody on duty has."""
    return list_of(plan.nobody[[*LISTED, "holder", "last_touch_on"]], t("tomorrow.nobody_list"), plan.stores)


def draw_list_of(plan: Plan, place: str) -> None:
    """Draw the list of one assistant of a store, to be chosen."""
    st.markdown(f"**{t('tomorrow.lists')}** :gray[{t('tomorrow.lists_help')}]")
    people = plan.people[(plan.people["store"] == place) & ~plan.people["on_leave"].astype(bool)]
    names = people["assistant"].tolist()
    if not names:
        st.caption(t("tomorrow.all_off"))
        return
    name = st.pills(
        t("tables.columns.assistant"),
        names,
        default=names[0],
        required=True,
        format_func=plain,
        key=f"caller {place} {plan.day}",
        label_visibility="collapsed",
    )
    st.caption(plain(task_in_words(people[people["assistant"] == name].iloc[0], language())))
    draw_list(made(person_list, plan, place, name), "caller")


def person_list(plan: Plan, place: str, name: str) -> CustomerList:
    """Return one assistant's list."""
    return list_of(plan.of(place, name)[[*LISTED, "last_touch_on", "of_all"]], name, (place,))


def draw_effort(plan: Plan) -> None:
    """Draw how the lists share the calls out among the grades, above what the rules want."""
    st.markdown(f"**{t('tomorrow.effort')}** :gray[{t('tomorrow.effort_help')}]")
    if plan.lists.empty:
        st.caption(t("tomorrow.no_lists"))
        return
    st.markdown(made(effort_in_words, plan, language()))
    draw(made(effort_figure, plan), t("tomorrow.effort_alt"), "tomorrow_effort")


def effort_figure(plan: Plan) -> go.Figure:
    """Build the chart of two bars: what is planned, and what should be."""
    effort = effort_planned(plan)
    planned = effort.assign(store="planned", label=t("tomorrow.planned"), customers=effort["calls"])
    wanted = effort.assign(store="wanted", label=t("tomorrow.wanted"), customers=effort["wanted"])
    rows = pd.concat([planned, wanted], ignore_index=True).assign(assistant="")
    return grade_mix(rows, {"ungraded": t("grades.ungraded")}, palette())


def sheets(plan: Plan) -> list[Sheet]:
    """Return the tasks, then each assistant's list, as sheets to take home."""
    several = len(plan.stores) > 1
    tasks = plan.people[[*(["store"] if several else []), "assistant", *TASKS, "visits_due", "calls_short", "listed"]]
    found = [sheet(t("tomorrow.tasks"), tasks)]
    for (place, name), rows in plan.lists.groupby(["store", "assistant"], sort=False):
        title = f"{name} {place}" if several else str(name)
        found.append(sheet(title, in_short(rows[[*LISTED, "last_touch_on"]], (str(place),))))
    return found


@st.fragment
def print_button(view: Chosen) -> None:
    """Draw the button that makes the paper, once somebody wants it."""
    if wanted(t("tomorrow.print"), ":material/print:", key="tomorrow_pdf", about=t("tomorrow.print_help")):
        name = f"{t('frame.pages.tomorrow.name')} {view.place} {view.last + TOMORROW:%Y-%m-%d}.pdf"
        paper = partial(_paper, view, language())
        hand_out(paper, file_name=name, mime="application/pdf", key="tomorrow_pdf_drawn")


def _paper(view: Chosen, spoken: str) -> bytes:
    return task_pdf(_plan(view.stores, view), spoken)
