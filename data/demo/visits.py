"""Who comes to the stores, and what comes of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from data.demo.codes import Grade, Outcome
from data.demo.people import STORES
from data.demo.profiles import PROFILES
from data.demo.records import Record, contact, employed, moment, place, received_by, stream
from data.demo.rows import Chain

WALK_INS_A_DAY: Final = 0.5
WALK_INS_A_WEEKEND_DAY: Final = 1.6
WALK_INS_WHO_BUY: Final = 0.25

_REASONS: Final = ("价格", "款式", "家人不同意", "交期", "在比较别家")


@dataclass(frozen=True)
class Visit:
    """One visit; ``ordered_on`` is the day of the order it led to, or -1."""

    customer: int
    assistant: int
    day: int
    source: str
    ordered_on: int = -1
    amount: int = 0


def invited_visits(chain: Chain, seed: int) -> list[Visit]:
    """Return the visits that the invites tell of, and what only the store's own register knows of.

    In a store that closes well some buy later than the assistant wrote down; in one that closes badly more come.
    """
    rng, told = stream(seed, "visits"), _told(chain)
    return [visit for store in STORES for visit in _as_registered(chain, rng, store, told[store])]


def walk_ins(chain: Chain, seed: int, newcomers: Iterator[int]) -> list[Visit]:
    """Return the visits of people nobody invited, most of them at weekends; small orders if any. None today."""
    rng, found = stream(seed, "walk-ins"), []
    for store in STORES:
        for day in range(chain.days - 1):
            weekend = chain.day(day).weekday() >= 5
            for _ in range(rng.poisson(WALK_INS_A_WEEKEND_DAY if weekend else WALK_INS_A_DAY)):
                staff = employed(chain, store, day)
                buys = rng.random() < WALK_INS_WHO_BUY
                amount = int(np.clip(rng.lognormal(6.4, 0.8), 80, 6000)) if buys else 0
                person = staff[rng.integers(len(staff))].number
                found.append(Visit(next(newcomers), person, day, "walk_in", day if buys else -1, amount))
    return found


def visit_records(chain: Chain, seed: int, visits: list[Visit]) -> list[Record]:
    """Return the rows of the visits log."""
    rng, records = stream(seed, "visit records"), []
    for visit in visits:
        person = chain.people[visit.assistant]
        profile, closed = PROFILES[person.store], visit.ordered_on == visit.day
        gift = visit.ordered_on < 0 and rng.random() < profile.gifts
        drawn = "价格" if rng.random() < profile.price else _REASONS[rng.integers(1, len(_REASONS))]
        reason = None if closed or gift or rng.random() < profile.unsaid else drawn
        records.append(
            {
                "date": moment(chain, visit.day, int(rng.integers(9 * 3600 + 1800, 17 * 3600 + 1800))),
                **place(person),
                **contact(chain, visit.customer),
                "source": visit.source,
                "grade": f"{'A' if visit.ordered_on >= 0 else 'D' if gift else rng.choice(['A', 'B', 'B', 'C'])}1",
                "product": chain.customers.product(visit.customer),
                "closed": int(closed),
                "amount": visit.amount if closed else None,
                "lost_reason": "再考虑" if visit.ordered_on > visit.day else reason,
                "gift_only": int(gift),
            }
        )
    return records


def _told(chain: Chain) -> dict[str, list[Visit]]:
    """Return the visits up to the last day that the invites tell of, one a customer and day, by store."""
    invites, today = chain.activity.invites, chain.days - 1
    names = ("customer", "assistant", "visited_day", "closed_day", "amount")
    came = (invites["visited_day"] >= 0) & (invites["visited_day"] <= today)
    rows = zip(*(invites[name][came].tolist() for name in names), strict=True)
    visits: dict[tuple[int, int], Visit] = {}
    for customer, assistant, day, closed, amount in rows:
        bought = 0 <= closed <= today
        if bought or (customer, day) not in visits:
            number, ordered_on = received_by(chain, assistant, day), closed if bought else -1
            visits[customer, day] = Visit(customer, number, day, "invited", ordered_on, amount if bought else 0)
    by_store: dict[str, list[Visit]] = {store: [] for store in STORES}
    for visit in visits.values():
        by_store[chain.people[visit.assistant].store].append(visit)
    return by_store


def _as_registered(chain: Chain, rng: np.random.Generator, store: str, told: list[Visit]) -> list[Visit]:
    today, share = chain.days - 1, PROFILES[store].close
    buyers = {visit.customer for visit in told if visit.ordered_on >= 0}
    visitors = {visit.customer for visit in told}
    if len(buyers) > share * len(visitors):
        return told + _not_told(chain, rng, store, visitors, round(len(buyers) / share) - len(visitors))
    last_visit = {visit.customer: number for number, visit in enumerate(told)}
    open_ = [at for who, at in last_visit.items() if who not in buyers and told[at].day < today - 3]
    late = rng.permutation(open_)[: round(share * len(visitors)) - len(buyers)].tolist()
    changed = list(told)
    for at in late:
        amount = int(np.clip(rng.lognormal(8.6, 0.8), 1200, 30000))
        changed[at] = replace(told[at], ordered_on=told[at].day + int(rng.choice((0, 0, 1, 3))), amount=amount)
    return changed


def _not_told(chain: Chain, rng: np.random.Generator, store: str, known: set[int], count: int) -> list[Visit]:
    """Return ``count`` visits by customers who were reached by phone and came a few days later without buying."""
    calls = chain.activity.calls
    staff = [person.number for person in chain.people if person.store == store]
    reached = (calls["outcome"] == Outcome.CONNECTED) & (calls["grade"] <= Grade.B)
    rows = np.flatnonzero(reached & np.isin(calls["assistant"], staff) & (calls["day"] < chain.days - 10))
    firsts = {int(calls["customer"][row]): int(row) for row in rows[::-1]}
    candidates = [row for customer, row in firsts.items() if customer not in known]
    chosen = rng.permutation(candidates)[:count].tolist()
    days = rng.integers(2, 9, len(chosen)).tolist()
    columns = [calls[name].tolist() for name in ("customer", "assistant", "day")]
    customers, assistants, called = columns
    return [
        Visit(customers[row], received_by(chain, assistants[row], day), day, "invited")
        for row, later in zip(chosen, days, strict=True)
        for day in (called[row] + later,)
    ]
