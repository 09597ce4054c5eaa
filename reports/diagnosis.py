"""Why customers stop: what is below its benchmark, on what evidence, and whom to look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import pandas as pd

from data.logs.visits import PRICE_WORDS
from queries.customers import ANY_REASON, FOR_A_GIFT

HASTY: Final = 0.5  # of those invited: over half of them within a day is haste
GIFTS: Final = 0.2  # of the visits
UNSAID: Final = 0.3  # of the lost visits
ENOUGH: Final = 10  # visits or invitations; shares of fewer say nothing

Weight = Literal["below", "unsure"]


@dataclass(frozen=True)
class Look:
    """A list of customers: at a ``stage`` of the leads' funnel and not beyond ``up_to``, ``lost``, or ``waiting``.

    ``of`` is the stage, or the reason of the lost ones (see ``queries.customers.lost``).
    """

    list_of: Literal["stage", "lost", "waiting"]
    of: str | None = None
    up_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cause:
    """One finding. ``rates`` are metrics whose figures are its evidence, ``facts`` what else was counted."""

    key: str
    weight: Weight
    look: Look
    rates: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Evidence:
    """The answers to the questions of ``queries.funnel`` that the causes are found in."""

    rates: pd.DataFrame
    bottlenecks: pd.DataFrame
    haste: pd.DataFrame
    reply_level: pd.DataFrame
    visits: pd.DataFrame
    lost_reasons: pd.DataFrame
    first_contact: pd.DataFrame


NOT_VISITED: Final = Look("stage", "valid", ("valid", "contact", "invited"))
ONE_CONTACT: Final = Look("stage", "valid", ("valid",))


def diagnosis(evidence: Evidence) -> list[Cause]:
    """Return what is wrong, what costs most first; nothing where too little is known to say so.

    The rules are those of the playbook: a rate counts as below only by its verdict, a share of fewer than ten not at
    all.
    """
    below = set(evidence.rates.loc[evidence.rates["verdict"] == "below", "metric"])
    priced = [*_visits(evidence, below), *_closing(evidence, below)]
    gained = dict(zip(evidence.bottlenecks["metric"], evidence.bottlenecks["orders_gained"].fillna(0), strict=True))
    priced.sort(key=lambda cause: -gained.get(cause.rates[0], 0))
    found = [*priced, *_contacts(below)]
    if "visit_rate" not in below:
        found += _replies(evidence, below)
    return [*found, *_waiting(evidence.first_contact), *_unsaid(evidence.lost_reasons)]


def _visits(evidence: Evidence, below: set[str]) -> Iterator[Cause]:
    if "visit_rate" not in below:
        return
    replies = list(_replies(evidence, below))
    if replies:
        yield Cause(replies[0].key, "below", NOT_VISITED, ("visit_rate", "reply_rate"))
        return
    invited, within_a_day = (int(evidence.haste[name].sum()) for name in ("invited", "within_a_day"))
    if invited >= ENOUGH and within_a_day > HASTY * invited:
        facts = {"invited": invited, "within_a_day": within_a_day}
        yield Cause("invited_too_soon", "below", NOT_VISITED, ("visit_rate",), facts)
    else:
        yield Cause("not_explained", "below", NOT_VISITED, ("visit_rate",))


def _replies(evidence: Evidence, below: set[str]) -> Iterator[Cause]:
    level = evidence.reply_level["level"].tolist()
    if "reply_rate" in below and level and level[0] in ("poor", "weak"):
        weight: Weight = "below" if level[0] == "poor" else "unsure"
        yield Cause(f"reply_{level[0]}", weight, NOT_VISITED, ("reply_rate",))


def _closing(evidence: Evidence, below: set[str]) -> Iterator[Cause]:
    if "close_rate" not in below:
        return
    visits, gifts = (int(evidence.visits[name].sum()) for name in ("visits", "gift_only"))
    if visits >= ENOUGH and gifts >= GIFTS * visits:
        gift_facts = {"gifts": gifts, "visits": visits}
        yield Cause("gift_visits", "below", Look("lost", FOR_A_GIFT), ("close_rate",), gift_facts)
    named = evidence.lost_reasons.dropna(subset=["lost_reason"])
    if named.empty:
        yield Cause("closing", "below", Look("lost", ANY_REASON), ("close_rate",))
        return
    reason, lost = str(named["lost_reason"].iloc[0]), int(named["visits"].iloc[0])
    facts: dict[str, Any] = {"reason": reason, "lost": lost, "all": int(evidence.lost_reasons["visits"].sum())}
    key = "price_named" if any(word in reason.lower() for word in PRICE_WORDS) else "reason_named"
    yield Cause(key, "below", Look("lost", reason), ("close_rate",), facts)


def _contacts(below: set[str]) -> Iterator[Cause]:
    for metric in ("wechat_rate", "phone_rate"):
        if metric in below:
            yield Cause(metric, "below", ONE_CONTACT, (metric,))


def _waiting(first_contact: pd.DataFrame) -> Iterator[Cause]:
    waiting = int(first_contact["waiting"].sum())
    if waiting:
        facts = {"waiting": waiting, "leads": int(first_contact["leads"].sum())}
        yield Cause("waiting", "unsure", Look("waiting"), facts=facts)


def _unsaid(lost_reasons: pd.DataFrame) -> Iterator[Cause]:
    lost = int(lost_reasons["visits"].sum())
    unsaid = int(lost_reasons.loc[lost_reasons["lost_reason"].isna(), "visits"].sum())
    if lost >= ENOUGH and unsaid > UNSAID * lost:
        yield Cause("reason_unsaid", "unsure", Look("lost", None), facts={"unsaid": unsaid, "lost": lost})
