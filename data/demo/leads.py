"""The leads of the period: where the customers whom the assistants call came from."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from data.demo.codes import Grade, Ints, Outcome
from data.demo.people import STORES
from data.demo.profiles import PROFILES
from data.demo.records import Record, contact, moment, place, stream
from data.demo.rows import Chain
from data.demo.visits import Visit

SOURCES: Final = {"美团": 180, "抖音": 120, "小红书": 150, "朋友圈广告": 220, "高德": 90, "线下活动": 60}
BY_WECHAT: Final = 0.3
SETTLED_DAYS: Final = 10  # a visit agreed lies at most eight days ahead
WEEKDAY, WEEKEND = 0.9, 1.25

_INVALID: Final = ("空号", "同行", "重复", "外地", "无意向")


@dataclass(frozen=True)
class Met:
    """Customers in the order in which they were first met: one number each for who, whose, when and how."""

    customer: Ints
    assistant: Ints
    day: Ints
    second: Ints
    grade: Ints
    outcome: Ints

    def at(self, assistants: list[int]) -> Ints:
        """Return the places of the customers of ``assistants``."""
        return np.flatnonzero(np.isin(self.assistant, assistants))


def leads(chain: Chain, seed: int, visits: list[Visit]) -> list[Record]:
    """Return the leads behind ``visits`` and as many others as the store's rates leave without a visit."""
    rng = stream(seed, "leads")
    called, written, added = _called(chain), _written(chain), _on_wechat(chain)
    visitors = np.array(sorted({visit.customer for visit in visits}))
    records: list[Record] = []
    for store in STORES:
        staff, profile = [person.number for person in chain.people if person.store == store], PROFILES[store]
        mine, by_message = called.at(staff), written.at(staff)
        came = mine[np.isin(called.customer[mine], visitors)]
        others = mine[~np.isin(called.customer[mine], visitors)]
        workable = rng.permutation(others[called.outcome[others] <= Outcome.OFF])
        stayed = _as_many_a_day(chain, called.day, came, workable, profile.visit)
        valid = len(came) + len(stayed)
        no_phone = min(round(valid * BY_WECHAT * (1 - profile.phone)), len(stayed))
        stayed = stayed[no_phone:]
        hopeless = others[(called.outcome[others] == Outcome.INVALID) | (called.outcome[others] == Outcome.REJECTED)]
        invalid = rng.permutation(hopeless)[: round(valid / profile.valid) - valid]
        by_wechat = (valid * BY_WECHAT - no_phone) / (valid - no_phone)
        worked = np.concatenate([came, stayed])
        known = np.isin(called.customer[worked], added)
        won_later = (profile.wechat - known.mean()) / (1 - known.mean())
        for at, on_wechat in zip(worked.tolist(), known.tolist(), strict=True):
            first = "wechat" if rng.random() < by_wechat else "phone"
            got = first == "wechat" or on_wechat or rng.random() < won_later
            records.append(_lead(chain, rng, called, at, first=first, phone=True, wechat=bool(got)))
        records += [
            _lead(chain, rng, written, at, first="wechat", phone=False, wechat=True)
            for at in rng.permutation(by_message)[:no_phone].tolist()
        ]
        for at in invalid.tolist():
            lead = _lead(chain, rng, called, at, first="phone", phone=True, wechat=False)
            gone = called.outcome[at] == Outcome.INVALID
            reason = "空号" if gone else _INVALID[rng.integers(1, len(_INVALID))]
            records.append(lead | {"valid": 0, "grade": "D1", "invalid_reason": reason})
    return records


def _as_many_a_day(chain: Chain, met_on: Ints, came: Ints, others: Ints, visit: float) -> Ints:
    """Return so many of ``others`` that a share ``visit`` came of those who had time to, and leads come in evenly."""
    settled = chain.days - SETTLED_DAYS
    a_day = np.count_nonzero(met_on[came] < settled) / visit / settled
    chosen = []
    for day in range(chain.days):
        rhythm = WEEKEND if chain.day(day).weekday() >= 5 else WEEKDAY
        missing = round(a_day * rhythm) - np.count_nonzero(met_on[came] == day)
        chosen.append(others[met_on[others] == day][: max(missing, 0)])
    return np.concatenate(chosen)


def lead_cost(source: str, rng: np.random.Generator) -> int:
    """Return what one lead of ``source`` cost, in CNY."""
    return round(SOURCES[source] * float(rng.uniform(0.7, 1.3)))


def needed(on: date, rng: np.random.Generator) -> date | None:
    """Return the day for which the product is wanted; two customers in five don't say."""
    return on + timedelta(days=int(rng.integers(15, 420))) if rng.random() < 0.6 else None


def _lead(
    chain: Chain, rng: np.random.Generator, met: Met, at: int, *, first: str, phone: bool, wechat: bool
) -> Record:
    customer, day, second = int(met.customer[at]), int(met.day[at]), int(met.second[at])
    if day and rng.random() < 0.3:  # came in the day before, after hours
        on = moment(chain, day - 1, int(rng.integers(16 * 3600, 22 * 3600)))
    else:
        on = moment(chain, day, max(second - int(rng.gamma(1.5, 2400)), 8 * 3600))
    source = tuple(SOURCES)[rng.integers(len(SOURCES))]
    return {
        "date": on,
        **place(chain.people[int(met.assistant[at])]),
        "source": source,
        **contact(chain, customer, phone=phone, wechat=wechat),
        "first_contact": first,
        "valid": 1,
        "got_wechat": int(wechat),
        "got_phone": int(phone),
        "needed_on": needed(on.date(), rng),
        "grade": f"{Grade(int(met.grade[at])).name}{customer % 3 + 1}",
        "cost": lead_cost(source, rng),
        "product": chain.customers.product(customer),
    }


def _called(chain: Chain) -> Met:
    calls = chain.activity.calls
    _, first = np.unique(calls["customer"], return_index=True)
    return Met(*(calls[name][first] for name in ("customer", "assistant", "day", "second", "grade", "outcome")))


def _written(chain: Chain) -> Met:
    """Return whom the assistants know by WeChat alone."""
    invites = chain.activity.invites
    alone = ~np.isin(invites["customer"], chain.activity.calls["customer"])
    customers, first = np.unique(invites["customer"][alone], return_index=True)
    assistant, day, grade = (invites[name][alone][first] for name in ("assistant", "day", "grade"))
    noon = np.full(len(customers), 12 * 3600)
    return Met(customers, assistant, day, noon, grade, np.full(len(customers), int(Outcome.CONNECTED)))


def _on_wechat(chain: Chain) -> Ints:
    calls = chain.activity.calls
    return np.unique(calls["customer"][calls["wechat"] == 1])
