"""The leads of the period: where the customers whom the assistants call came from."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

import numpy as np

from data.demo.codes import Grade, Ints, Outcome
from data.demo.met import Met, called, written
from data.demo.people import Assistant
from data.demo.profiles import PROFILES
from data.demo.records import Record, contact, employed, moment, place, stream
from data.demo.rows import Chain
from data.demo.sources import drawn_source, needed
from data.demo.visits import Visit

BY_WECHAT: Final = 0.3
OF_LATE: Final = 30  # days
SPAN: Final = 10  # days: as many leads come in each, and a visit agreed lies eight days ahead at most

_INVALID: Final = ("空号", "同行", "重复", "外地", "无意向")
_WAITED: Final = {0: 0.6, 1: 0.26, 2: 0.06, 4: 0.04, 8: 0.025, 16: 0.015}  # days until the first touch


def leads(chain: Chain, seed: int, visits: list[Visit], newcomers: Iterator[int]) -> list[Record]:
    """Return the leads behind ``visits``, as many others as each assistant leaves without one, and the untouched."""
    rng = stream(seed, "leads")
    by_phone, by_message = called(chain), written(chain)
    visitors = np.array(sorted({visit.customer for visit in visits}))
    calls = chain.activity.calls
    added = np.unique(calls["customer"][calls["wechat"] == 1])
    records: list[Record] = []
    for person in chain.people:
        profile, mine = PROFILES[person.store], by_phone.of(person)
        came = np.isin(by_phone.customer[mine], visitors)
        others = rng.permutation(mine[~came])
        workable = others[by_phone.outcome[others] <= Outcome.OFF]
        stayed = _evenly(chain, by_phone.day, mine[came], workable, profile.visit * person.pace.skill)
        valid = int(came.sum()) + len(stayed)
        no_phone = min(round(valid * BY_WECHAT * (1 - profile.phone)), len(stayed))
        by_wechat = (valid * BY_WECHAT - no_phone) / (valid - no_phone)
        worked = np.concatenate([mine[came], stayed[no_phone:]])
        known = np.isin(by_phone.customer[worked], added)
        won_later = 1 - (1 - profile.wechat) / max(1 - known.mean(), 1 - profile.wechat)
        for number, (at, on_wechat) in enumerate(zip(worked.tolist(), known.tolist(), strict=True)):
            first = "wechat" if rng.random() < by_wechat else "phone"
            got = first == "wechat" or on_wechat or rng.random() < won_later
            has_come = number < came.sum()
            records.append(_lead(chain, rng, by_phone, at, first=first, phone=True, wechat=bool(got), came=has_come))
        records += [
            _lead(chain, rng, by_message, at, first="wechat", phone=False, wechat=True)
            for at in rng.permutation(by_message.of(person))[:no_phone].tolist()
        ]
        hopeless = others[np.isin(by_phone.outcome[others], (Outcome.INVALID, Outcome.REJECTED))]
        invalid = hopeless[: round(valid / profile.valid) - valid].tolist()
        records += [_invalid(chain, rng, by_phone, at) for at in invalid]
        records += _untouched(chain, rng, person, int(rng.binomial(valid, profile.untouched)), newcomers)
    return records


def _paid(chain: Chain, store: str, on: date) -> float:
    """Return what a lead of a day costs, of what leads used to cost: some stores found cheaper ones of late."""
    return PROFILES[store].paid if on > chain.last - timedelta(days=OF_LATE) else 1


def _evenly(chain: Chain, met_on: Ints, came: Ints, others: Ints, visit: float) -> Ints:
    """Return so many of ``others`` that a share ``visit`` came of those who had time to, and leads come in evenly."""
    spans = np.unique(met_on[others] // SPAN)
    settled = spans[spans < (chain.days - 1) // SPAN]
    a_span = round(max(np.isin(met_on[came] // SPAN, settled).sum(), 1) / visit / len(settled))
    missing = {int(span): a_span - np.count_nonzero(met_on[came] // SPAN == span) for span in spans}
    return np.concatenate([others[met_on[others] // SPAN == span][: max(few, 0)] for span, few in missing.items()])


def _lead(
    chain: Chain,
    rng: np.random.Generator,
    met: Met,
    at: int,
    *,
    first: str,
    phone: bool,
    wechat: bool,
    came: bool = False,
) -> Record:
    customer, day, second = int(met.customer[at]), int(met.day[at]), int(met.second[at])
    waited = min(int(rng.choice(list(_WAITED), p=list(_WAITED.values()))), day)
    after_hours, at_once = int(rng.integers(16 * 3600, 22 * 3600)), max(second - int(rng.gamma(1.5, 2400)), 8 * 3600)
    on, grade = moment(chain, day - waited, after_hours if waited else at_once), Grade(int(met.grade[at])).name
    person = chain.people[int(met.assistant[at])]
    return {
        "date": on,
        **place(person),
        **drawn_source(rng, came=came, paid=_paid(chain, person.store, on.date())),
        **contact(chain, customer, phone=phone, wechat=wechat),
        "first_contact": first,
        "valid": 1,
        "got_wechat": int(wechat),
        "got_phone": int(phone),
        "needed_on": needed(on.date(), grade, rng),
        "grade": f"{grade}{customer % 3 + 1}",
        "product": chain.customers.product(customer),
    }


def _invalid(chain: Chain, rng: np.random.Generator, met: Met, at: int) -> Record:
    gone = met.outcome[at] == Outcome.INVALID
    reason = "空号" if gone else _INVALID[rng.integers(1, len(_INVALID))]
    lead = _lead(chain, rng, met, at, first="phone", phone=True, wechat=False)
    return lead | {"valid": 0, "grade": "D1", "invalid_reason": reason}


def _untouched(
    chain: Chain, rng: np.random.Generator, person: Assistant, count: int, newcomers: Iterator[int]
) -> Iterator[Record]:
    """Yield leads that nobody has called or graded, the later the more."""
    for _ in range(count):
        customer, day = next(newcomers), max(chain.days - 1 - int(rng.exponential(30)), 0)
        yield {
            "date": moment(chain, day, int(rng.integers(9 * 3600, 17 * 3600))),
            **place(person if person.employed(chain.day(day)) else employed(chain, person.store, day)[0]),
            **drawn_source(rng, came=False, paid=_paid(chain, person.store, chain.day(day))),
            **contact(chain, customer),
            "first_contact": "phone",
            "valid": 1,
            "got_wechat": 0,
            "got_phone": 1,
            "product": chain.customers.product(customer),
        }
