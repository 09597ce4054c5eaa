"""What three months of the demo show, which the month of the other tests is too short for."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from data.demo.ledgers import ledgers
from data.demo.people import STORES
from data.demo.rows import Chain

SETTLED = 60  # days from the first: whoever was to come of a lead has come by the last


@dataclass(frozen=True)
class Lead:
    """A valid lead, and how far it got."""

    store: str
    assistant: str
    source: str
    visited: bool
    ordered: bool


@pytest.fixture(scope="module")
def settled(demo_chain: Chain) -> list[Lead]:
    told = ledgers(demo_chain, seed=7)
    came, bought = ({record["phone"] for record in told[kind].records} for kind in ("visits", "orders"))
    first, last = str(demo_chain.day(0)), str(demo_chain.day(SETTLED - 1))
    return [
        Lead(
            str(lead["store"]),
            str(lead["assistant"]),
            str(lead["source"]),
            lead["phone"] in came,
            lead["phone"] in bought,
        )
        for lead in told["leads"].part(first, last, STORES)
        if lead["valid"] == 1
    ]


def visited_of(leads: list[Lead], part: Callable[[Lead], Any], least: int) -> dict[Any, float]:
    parts = defaultdict(list)
    for lead in leads:
        parts[part(lead)].append(lead.visited)
    return {one: sum(visited) / len(visited) for one, visited in parts.items() if len(visited) >= least}


def test_between_two_and_seven_of_ten_visit_and_stores_differ(settled: list[Lead]) -> None:
    rates = visited_of(settled, lambda lead: lead.store, least=150)
    assert set(rates) == set(STORES)
    assert 0.36 < rates.pop("城北店") < 0.5
    assert 0.63 < rates.pop("旗舰店") < 0.73
    assert 0.45 < min(rates.values()) < max(rates.values()) < 0.68


def test_assistants_differ_and_have_leads_enough_to_tell(settled: list[Lead]) -> None:
    rates = visited_of(settled, lambda lead: (lead.store, lead.assistant), least=40)
    assert len(rates) > 45
    assert min(rates.values()) < 0.42
    assert max(rates.values()) > 0.7


def test_referred_leads_visit_most_often(settled: list[Lead]) -> None:
    rates = visited_of(settled, lambda lead: lead.source, least=200)
    assert rates.pop("老客转介绍") > max(rates.values()) + 0.1
    assert max(rates.values()) > min(rates.values()) + 0.1


def test_a_quarter_to_a_half_of_those_who_visit_order(settled: list[Lead]) -> None:
    orders = defaultdict(list)
    for lead in settled:
        if lead.visited:
            orders[lead.store].append(lead.ordered)
    rates = {store: sum(ordered) / len(ordered) for store, ordered in orders.items()}
    assert max(rates.pop("城南店"), rates.pop("大学城店")) < 0.35
    assert 0.3 < min(rates.values()) < max(rates.values()) < 0.55
