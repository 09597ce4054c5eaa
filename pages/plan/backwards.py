"""The funnel backwards, from orders to leads and calls, and forwards again, from people to orders."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.counts import counts
from pages.plan.aiming import WAY, Aim
from pages.shared.answers import answer, made
from pages.shared.drawing import draw, palette
from pages.shared.texts import language, t
from queries import targets
from queries.reaching import orders_in_reach
from reports.target_words import calls_in_words, reach_in_words

CHOICES: Final = (*targets.RATES, "typed")
UNKNOWN: Final = 0.5  # where a slider starts when nothing was measured and no benchmark is set
MOST: Final = 100_000


def draw_backwards(aim: Aim) -> None:
    """Draw how many leads, valid leads and visits so many orders need, and what so many people can bring."""
    st.markdown(f"**{t('targets.backwards')}** :gray[{t('targets.backwards_help')}]")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        place = f"{aim.view.place}_{aim.view.assistant}_{aim.view.last:%Y-%m}"
        whole = int(aim.chosen["target"].fillna(0).sum())
        orders = st.number_input(
            t("targets.orders_asked"),
            min_value=1,
            max_value=MOST,
            value=max(whole, 1),
            key=f"orders_{place}",
            help=t("targets.orders_asked_help", missing=f"{aim.missing:,}"),
            width=180,
        )
        chosen = st.segmented_control(
            t("targets.rates"),
            CHOICES,
            default=CHOICES[0],
            required=True,
            format_func=lambda name: t(f"tables.codes.rate_from.{name}"),
            key="rates_from",
        )
    typed = sliders(aim) if chosen == "typed" else (None, None, None)
    steps = steps_of(aim, int(orders), chosen if chosen in targets.RATES else targets.RATES[0], typed)
    draw(made(steps_figure, aim, int(orders), chosen, typed), t("targets.backwards_alt"), "backwards")
    if steps.loc[steps["step"] != "calls", "needed"].isna().any():
        st.caption(t("targets.no_rate"))
    elif chosen == "measured":
        st.caption(made(evidence, aim))
    if said := calls_in_words(steps, language()):
        st.markdown(said)
    people(aim, steps, int(orders), place)


def sliders(aim: Aim) -> tuple[float, ...]:
    """Draw a slider for each rate and return what they say, in the order of ``WAY``."""
    starts = aim.rates["rate"].fillna(aim.rates["benchmark"]).fillna(UNKNOWN).to_dict()
    said = []
    for metric, column in zip(WAY, st.columns(len(WAY)), strict=True):
        percent = round(100 * float(starts[metric]))
        label = t(f"tables.codes.metric.{metric}")
        said.append(column.slider(label, 1, 100, max(percent, 1), format="%d%%", key=f"typed_{metric}") / 100)
    return tuple(said)


def steps_of(aim: Aim, orders: int, rates: str, typed: tuple[float | None, ...]) -> pd.DataFrame:
    """Return what each step needs, by ``rates`` where none is ``typed``; see ``queries.targets.reverse``."""
    view = aim.view
    about = {"first": view.first, "last": view.last, "assistant": view.assistant, "orders": orders, "rates": rates}
    return answer(targets.reverse, scope=view.stores, **about, **dict(zip(WAY, typed, strict=True)))


def steps_figure(aim: Aim, orders: int, chosen: str, typed: tuple[float | None, ...]) -> go.Figure:
    """Build the chart, leads first; of calls there are so many more that a sentence says them."""
    steps = steps_of(aim, orders, chosen if chosen in targets.RATES else targets.RATES[0], typed)[::-1]
    steps = steps[steps["step"] != "calls"]
    rows = pd.DataFrame(
        {
            "key": steps["step"],
            "label": [t(f"tables.codes.step.{step}") for step in steps["step"]],
            "value": steps["needed"],
            "hatched": 0,
            "state": "",
            "note": [_note(step, chosen) for _, step in steps.iterrows()],
        }
    )
    return counts(rows, {}, palette())


def _note(step: "pd.Series[Any]", chosen: str) -> str:
    metric, rate = step["metric"], step["rate"]
    if pd.isna(metric):
        return ""
    name = t(f"tables.codes.metric.{metric}")
    if pd.isna(rate):
        return t(f"targets.unknown.{chosen}", rate=name)
    return t("targets.at_rate", rate=name, share=f"{rate:.0%}")


def evidence(aim: Aim) -> str:
    """Return what the measured rates were counted from."""
    parts = [
        t("targets.measured", rate=t(f"tables.codes.metric.{metric}"), won=f"{won:,}", base=f"{base:,}")
        for metric, won, base in aim.rates.loc[list(WAY), ["numerator", "denominator"]].itertuples()
    ]
    return t("targets.measured_from", rates=t("targets.comma").join(parts))


def people(aim: Aim, steps: pd.DataFrame, orders: int, place: str) -> None:
    """Draw what so many people with so many leads a day can bring at the rates of ``steps``."""
    st.markdown(f"**{t('targets.people')}** :gray[{t('targets.people_help')}]")
    usual = made(usual_work, aim)
    said = []
    for (name, value), column in zip(usual.items(), st.columns(len(usual)), strict=True):
        label = t(f"targets.work.{name}")
        said.append(int(column.number_input(label, min_value=1, max_value=MOST, value=value, key=f"{name}_{place}")))
    rates = steps.set_index("metric")["rate"].reindex(list(WAY))
    if rates.notna().all():
        count, leads_a_day, days = said
        reached = orders_in_reach(count * leads_a_day * days, rates.tolist())
        st.markdown(reach_in_words(count, leads_a_day, days, reached, orders, language()))


def usual_work(aim: Aim) -> dict[str, int]:
    """Return how many people work this month, with how many leads a day so far, and how many days each."""
    work = aim.work if aim.view.assistant is None else aim.work[aim.work["assistant"] == aim.view.assistant]
    count = max(len(work[["store", "assistant"]].drop_duplicates()), 1)
    gone = int((work["day"] <= pd.Timestamp(aim.view.last)).sum())
    leads_a_day = round(float(aim.chosen["leads"].sum()) / gone) if gone else 1
    return {"people": count, "leads_a_day": max(leads_a_day, 1), "days": max(round(len(work) / count), 1)}
