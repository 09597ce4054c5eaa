"""The tables behind the charts of value: to look at, and to take home."""

from typing import Any, Final

import pandas as pd

from pages.customers.changing import stores_of
from pages.customers.lives import stages_of
from pages.customers.origins import cut_of
from pages.customers.worth import Worth
from pages.shared.answers import answer
from pages.shared.behind import Tables, draw_behind
from pages.shared.texts import t
from queries import value

EXPLAINED: Final = {"revenue_cny": "revenue", "contribution_cny": "contribution", "top20_share": "top20"}
CHARTS: Final = ("lorenz", "whale", "tiers", "advice", "scores", "bridge")


def tables_of(worth: Worth) -> Tables:
    """Return every table of the page with its title."""
    view = worth.view
    about: dict[str, Any] = {"scope": view.stores, "first": view.first, "last": view.last, "assistant": view.assistant}
    curve = worth.curve
    bridge = ["part", "change_cny", "before", "now", "revenue_before_cny", "revenue_cny"]
    return [
        *((t(f"value.{name}"), curve[curve["curve"] == name].drop(columns="curve")) for name in ("lorenz", "whale")),
        (t("value.tiers"), worth.tiers),
        (t("value.advice"), worth.advice),
        (t("value.segments"), worth.segments),
        (t("value.scores"), worth.edges.drop(columns="by_rule")),
        (t("value.customers"), answer(value.rfm, **about).drop(columns="customer_key")),
        (t("value.bridge"), worth.bridge[bridge]),
        (t("value.bridge_stores"), stores_of(view)),
        *((t("value.cuts_by", cut=t(f"value.cut_names.{cut}")), _cut(worth, cut)) for cut in value.CUTS),
        (t("value.life"), stages_of(view)),
    ]


def _cut(worth: Worth, cut: str) -> pd.DataFrame:
    rows = cut_of(worth.view, cut)
    return (rows if cut == "assistant" else rows.drop(columns="store")).rename(columns={"value": cut})


def tables_behind(worth: Worth) -> None:
    """Draw the tables and the download of all of them, with what each figure means."""
    explained = {name: t(f"value.definitions.{words}") for name, words in EXPLAINED.items()}
    charts = {t(f"value.{name}"): t(f"value.definitions.{name}") for name in CHARTS}
    draw_behind("value", tables_of, worth, explained, charts)
