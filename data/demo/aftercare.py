"""Service visits to old customers, and the new ones they bring."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from data.demo.people import STORES
from data.demo.profiles import PROFILES
from data.demo.records import Record, contact, employed, moment, place, stream
from data.demo.regulars import Regular
from data.demo.rows import Chain
from data.demo.visits import Visit, graded

SERVED: Final = 0.45  # of the old customers
REFERRED_WHO_COME: Final = 0.4
VISITORS_WHO_BUY: Final = 0.5
VISITORS_WHO_REFER: Final = 0.25

_SERVICES: Final = {"cleaning": 60, "care": 80, "repair": 150, "touch_up": 90, "mites": 50, "fitting": 120, "design": 0}
_OTHER_ACTIONS: Final = ("join_group", "visit", "forward", "share", "refer_brand", "group_buy", "assist_close")


@dataclass
class Aftercare:
    """The rows of the services and referrals logs, and the visits of those who were referred."""

    services: list[Record] = field(default_factory=list)
    referrals: list[Record] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)


def aftercare(chain: Chain, seed: int, old: list[Regular], newcomers: Iterator[int]) -> Aftercare:
    """Return what followed from serving the old customers; trees of referrals grow two levels deep."""
    rng, told = stream(seed, "aftercare"), Aftercare()
    for store in STORES:
        served = [regular for regular in old if regular.store == store and rng.random() < SERVED]
        for regular in served:
            day = int(rng.integers(1, chain.days))
            brought = min(8, int(rng.poisson(PROFILES[store].referrals)))
            told.services.append(_service(chain, rng, regular.customer, store, day, brought))
            level = _refer(chain, rng, told, regular.customer, store, day, brought, newcomers)
            for second in level:
                if second.day < chain.days - 1 and rng.random() < VISITORS_WHO_REFER:
                    more = 1 + int(rng.integers(3))
                    _refer(chain, rng, told, second.customer, store, second.day + 1, more, newcomers)
            if rng.random() < 0.5:
                action = _OTHER_ACTIONS[rng.integers(len(_OTHER_ACTIONS))]
                told.referrals.append(
                    _action(chain, rng, regular.customer, store, min(day + 2, chain.days - 1), action)
                )
    _mistakes(chain, told)
    return told


def _refer(
    chain: Chain,
    rng: np.random.Generator,
    told: Aftercare,
    referrer: int,
    store: str,
    day: int,
    count: int,
    newcomers: Iterator[int],
) -> list[Visit]:
    """Write down ``count`` new names of ``referrer``, and return the visits they make."""
    visits = []
    for _ in range(count):
        new = next(newcomers)
        told.referrals.append(_action(chain, rng, referrer, store, day, "refer") | _referred(chain, new))
        comes_on = day + int(rng.integers(1, 15))
        if rng.random() < REFERRED_WHO_COME and comes_on < chain.days:
            staff = employed(chain, store, comes_on)
            buys = rng.random() < VISITORS_WHO_BUY
            amount = int(np.clip(rng.lognormal(8.3, 0.8), 900, 30000)) if buys else 0
            number = staff[rng.integers(len(staff))].number
            grade = graded(rng, comes_on, chain, buys=buys)
            visits.append(Visit(new, number, comes_on, "referral", grade, comes_on if buys else -1, amount))
    told.visits += visits
    return visits


def _service(chain: Chain, rng: np.random.Generator, customer: int, store: str, day: int, brought: int) -> Record:
    staff = employed(chain, store, day)
    service = tuple(_SERVICES)[rng.integers(len(_SERVICES))]
    return {
        "date": moment(chain, day, int(rng.integers(9 * 3600, 17 * 3600))),
        **place(staff[rng.integers(len(staff))]),
        **contact(chain, customer),
        "service": service,
        "cost": round(_SERVICES[service] * float(rng.uniform(0.8, 1.6))),
        "referrals_given": brought,
    }


def _action(chain: Chain, rng: np.random.Generator, referrer: int, store: str, day: int, action: str) -> Record:
    staff = employed(chain, store, day)
    return {
        "date": chain.day(day),
        **place(staff[rng.integers(len(staff))]),
        "referrer": chain.customers.name(referrer),
        "referrer_phone": chain.customers.phone(referrer),
        "action": action,
    }


def _referred(chain: Chain, customer: int) -> Record:
    return {"referred": chain.customers.name(customer), "referred_phone": chain.customers.phone(customer)}


def _mistakes(chain: Chain, told: Aftercare) -> None:
    """Let one who was referred refer the one who did it, one customer refer himself, and one come too late."""
    named = [record for record in told.referrals if record["action"] == "refer"]
    one, other = named[0], named[-1]
    others = (record for record in named if record["store"] == one["store"])
    late = next(record for record in others if record["referrer_phone"] != one["referrer_phone"])
    back = {"referrer": one["referred"], "referrer_phone": one["referred_phone"]}
    told.referrals.append(
        one
        | back
        | {"referred": one["referrer"], "referred_phone": one["referrer_phone"], "date": chain.day(chain.days - 3)}
    )
    himself = {"referred": other["referrer"], "referred_phone": other["referrer_phone"]}
    told.referrals.append(other | himself | {"date": chain.day(chain.days - 3)})
    brought_before = {"referred": one["referred"], "referred_phone": one["referred_phone"]}
    told.referrals.append(late | brought_before | {"date": chain.day(chain.days - 2)})
