"""What customers are worth: who carries the shop, who eats it, and what to do with each.

Customers are those with an order line between two days, in each store for itself, and their revenue, contribution and
scores are of these days. ``assistant`` None: everybody's customers, else those whom the assistant holds; tiers, scores
and advice are of all customers of the scope even so. Lists hold at most ``most`` customers, ``of_all`` is how many
there are; names and contacts are masked. Money in CNY.
"""

from datetime import date
from typing import Final

import pandas as pd

from data.store import Scope, Store
from queries.asking import ask

TIERS: Final = ("top_1", "next_4", "next_15", "other_80")
BASE: Final = ("earlier", "none")  # ordered before the days only, never
SEGMENTS: Final = (
    "important_value",
    "important_keep",
    "important_develop",
    "important_win_back",
    "general_value",
    "general_keep",
    "general_develop",
    "general_win_back",
)
STAGES: Final = ("potential", "target", "prospect", "customer", "loyal")
ADVICE: Final = ("keep", "grow", "reshape", "let_go")
COSTS: Final = ("order_cost", "services", "lead_cost", "refunds")
CUTS: Final = ("product", "category", "region", "store", "assistant")


def summary(store: Store, scope: Scope, first: date, last: date, assistant: str | None = None) -> pd.DataFrame:
    """Return one row: how much the customers bring and how much of it hangs on a few.

    ``gini`` is null under 10 customers, every share where there is nothing to share.
    """
    return ask(store, "value/summary", scope, first=first, last=last, assistant=assistant)


def curve(store: Store, scope: Scope, first: date, last: date, assistant: str | None) -> pd.DataFrame:
    """Return the points of the curves ``lorenz`` (revenue) and ``whale`` (contribution), best customers first."""
    return ask(store, "value/curve", scope, first=first, last=last, assistant=assistant)


def tiers(store: Store, scope: Scope, first: date, last: date, assistant: str | None) -> pd.DataFrame:
    """Return customers and revenue of each tier (``TIERS``), and the customers below them (``BASE``)."""
    return ask(store, "value/tiers", scope, first=first, last=last, assistant=assistant)


def rfm(store: Store, scope: Scope, first: date, last: date, assistant: str | None = None) -> pd.DataFrame:
    """Return every customer with its scores and segment (``SEGMENTS``)."""
    return ask(store, "value/rfm", scope, first=first, last=last, assistant=assistant)


def rfm_edges(store: Store, scope: Scope, first: date, last: date) -> pd.DataFrame:
    """Return the lines between the scores of ``rfm`` in each store, and the mean scores that part the segments."""
    return ask(store, "value/rfm_edges", scope, first=first, last=last)


def segments(store: Store, scope: Scope, first: date, last: date, assistant: str | None) -> pd.DataFrame:
    """Return customers and revenue of each segment."""
    return ask(store, "value/segments", scope, first=first, last=last, assistant=assistant)


def stages(store: Store, scope: Scope, day: date, assistant: str | None) -> pd.DataFrame:
    """Return everybody known by ``day``, by life stage (``STAGES``)."""
    return ask(store, "value/stages", scope, day=day, assistant=assistant)


def advice(store: Store, scope: Scope, first: date, last: date, assistant: str | None) -> pd.DataFrame:
    """Return how many customers get which advice (``ADVICE``), for which reason."""
    return ask(store, "value/advice", scope, first=first, last=last, assistant=assistant)


def decomposition(store: Store, scope: Scope, first: date, last: date, assistant: str | None = None) -> pd.DataFrame:
    """Return the change of sales against as many days before, split among customers, frequency and ticket.

    Exact to the cent (LMDI); where sales of either period are not above zero, all of it is "customers".
    """
    return ask(store, "value/decomposition", scope, first=first, last=last, assistant=assistant)


def store_decomposition(store: Store, scope: Scope, first: date, last: date, assistant: str | None) -> pd.DataFrame:
    """Return the same for each store on its own."""
    return ask(store, "value/store_decomposition", scope, first=first, last=last, assistant=assistant)


def cuts(store: Store, scope: Scope, first: date, last: date, assistant: str | None, cut: str) -> pd.DataFrame:
    """Return revenue and contribution by each value of the cut, one of ``CUTS``; ``store`` only for assistants."""
    return ask(store, "value/cuts", scope, first=first, last=last, assistant=assistant, cut=cut)


def negative(store: Store, scope: Scope, first: date, last: date, assistant: str | None, most: int) -> pd.DataFrame:
    """Return the customers with a contribution below zero, and which of ``COSTS`` eats the most."""
    return ask(store, "value/negative", scope, first=first, last=last, assistant=assistant, most=most)


def advised(
    store: Store, scope: Scope, first: date, last: date, assistant: str | None, advice: str | None, most: int
) -> pd.DataFrame:
    """Return the customers with this advice, None: with any, and the reason."""
    params = {"first": first, "last": last, "assistant": assistant, "advice": advice, "most": most}
    return ask(store, "value/advised", scope, **params)


def in_segment(
    store: Store, scope: Scope, first: date, last: date, assistant: str | None, segment: str | None, most: int
) -> pd.DataFrame:
    """Return the customers of this segment of ``rfm``, None: of any."""
    params = {"first": first, "last": last, "assistant": assistant, "segment": segment, "most": most}
    return ask(store, "value/in_segment", scope, **params)


def in_tier(
    store: Store, scope: Scope, first: date, last: date, assistant: str | None, tier: str | None, most: int
) -> pd.DataFrame:
    """Return the customers of this tier (one of ``TIERS``), None: of any."""
    params = {"first": first, "last": last, "assistant": assistant, "tier": tier, "most": most}
    return ask(store, "value/in_tier", scope, **params)


def in_stage(store: Store, scope: Scope, day: date, assistant: str | None, life_stage: str, most: int) -> pd.DataFrame:
    """Return the customers at this life stage."""
    return ask(store, "value/in_stage", scope, day=day, assistant=assistant, life_stage=life_stage, most=most)
