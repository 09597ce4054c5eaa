"""What to do with the customers: keep, grow, reshape or let go, and why."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.counts import counts
from pages.customers.worth import Worth
from pages.shared.answers import answer, made
from pages.shared.choosing import choose
from pages.shared.customer_list import MOST, customer_list
from pages.shared.drawing import palette
from pages.shared.texts import language, plain, t
from queries import value
from reports.money import money_in_words


def draw_advice(worth: Worth) -> None:
    """Draw how many customers get which advice, and say what it means and for whom; one lists its customers."""
    view = worth.view
    st.markdown(f"**{t('value.advice')}** :gray[{t('value.advice_help')}]")
    advice = choose(lambda _: made(advice_figure, worth), t("value.advice_alt"), "advice", made(advice_parts, worth))
    st.markdown(made(advice_words, worth))
    if advice:
        about = {"first": view.first, "last": view.last, "assistant": view.assistant, "advice": advice, "most": MOST}
        title = t("value.advice_list", advice=t(f"tables.codes.advice.{advice}"))
        customer_list(answer(value.advised, scope=view.stores, **about), title, "advice")


def advice_figure(worth: Worth) -> go.Figure:
    """Build the chart of the four pieces of advice."""
    sums = _sums(worth)
    rows = pd.DataFrame(
        {
            "key": sums["advice"],
            "label": [t(f"tables.codes.advice.{advice}") for advice in sums["advice"]],
            "value": sums["customers"],
            "hatched": 0,
            "state": ["below" if advice == "let_go" else "" for advice in sums["advice"]],
            "note": [
                t("value.cuts_note", money=money_in_words(amount, language())) for amount in sums["contribution_cny"]
            ],
        }
    )
    return counts(rows, {}, palette())


def advice_parts(worth: Worth) -> dict[str, str]:
    """Return the pieces of advice that can be chosen, in words."""
    sums = _sums(worth)
    return {
        advice: t("value.people", name=t(f"tables.codes.advice.{advice}"), count=f"{count:,}")
        for advice, count in zip(sums["advice"], sums["customers"], strict=True)
    }


def advice_words(worth: Worth) -> str:
    """Return what each piece of advice means and what speaks for it, one line each."""
    return "  \n".join(
        _line(advice, worth.advice[worth.advice["advice"] == advice]) for advice in _sums(worth)["advice"]
    )


def _line(advice: str, rows: pd.DataFrame) -> str:
    reasons = t("value.comma").join(
        t("value.advice_reason", reason=t(f"tables.codes.reason.{reason}"), count=f"{count:,}")
        for reason, count in zip(rows["reason"], rows["customers"], strict=True)
    )
    name, todo = t(f"tables.codes.advice.{advice}"), t(f"value.todo.{advice}")
    return f"**{plain(name)}** {plain(todo)} :gray[{plain(reasons)}]"


def _sums(worth: Worth) -> pd.DataFrame:
    columns = ["customers", "contribution_cny"]
    return worth.advice.groupby("advice", sort=False)[columns].sum().reset_index()
