"""Customers of one store that look like one person: offered for merging, never merged in silence."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final

from rapidfuzz.distance import Levenshtein

from data.store import Scope, Store

MOST: Final = 200
ALIKE: Final = 0.6  # one letter of three may differ
CROWD: Final = 12  # a name that more customers of a store bear says nothing
TITLES: Final = re.compile(r"(女士|先生|小姐|太太|阿姨|叔叔|老师|老板|经理|[姐哥总工嫂])$")
REMARK: Final = re.compile(r"[(（\[【].*?[)）\]】]|[\s·.\-_/0-9]+")


@dataclass(frozen=True)
class Known:
    """A customer of a store as far as it can be compared: ``name`` without remarks, ``digits`` of the phones."""

    store: str
    customer_key: int
    customer: str
    name: str
    digits: tuple[str, ...]
    holder: str | None
    last_touch_on: date | None


@dataclass(frozen=True)
class Offer:
    """Two customers of a store that may be one, the likeliest first. ``reason`` is a key of the ``identity`` texts."""

    one: Known
    other: Known
    reason: str
    score: float


def offers(store: Store, scope: Scope) -> list[Offer]:
    """Return the pairs of customers in ``scope`` that look like one person and that nobody has decided about."""
    with store.reading() as connection:
        people = [
            Known(shop, key, customer, _name(customer), tuple(digits or ()), holder, touched)
            for shop, key, customer, digits, holder, touched in connection.execute(
                _PEOPLE, {"stores": list(scope)}
            ).fetchall()
        ]
        decided = {
            frozenset(pair)
            for pair in connection.execute("select one_key, other_key from raw.live_decisions").fetchall()
        }
    found = {
        frozenset((offer.one.customer_key, offer.other.customer_key)): offer
        for one, other in _pairs(people)
        if (offer := _compared(one, other)) is not None
    }
    undecided = [offer for pair, offer in found.items() if pair not in decided]
    return sorted(undecided, key=lambda offer: (-offer.score, offer.one.store, offer.one.customer))[:MOST]


_PEOPLE: Final = """
with contacts as (
    select coalesce(m.customer_key, c.contact_key) as customer_key, c.value
    from raw.contacts as c
    left join raw.customer_map as m on c.contact_key = m.contact_key
    where c.kind = 'phone' and c.state = 'valid'
)

select
    s.store,
    s.customer_key,
    s.customer,
    list(c.value order by c.value) filter (where c.value is not null) as digits,
    s.holder,
    s.last_touch_on,
from raw.customer_state as s
left join contacts as c on s.customer_key = c.customer_key
where list_contains($stores, s.store) and s.customer is not null
group by all
order by s.store, s.customer, s.customer_key
"""


def _name(customer: str) -> str:
    """Return a name without remarks; "" for what is no more than a surname and a title."""
    bare = REMARK.sub("", customer).lower()
    return "" if len(TITLES.sub("", bare)) < 2 else bare


def _pairs(people: Sequence[Known]) -> Iterator[tuple[Known, Known]]:
    """Yield the pairs worth comparing: of one store, and but for one letter with one name, or with nearly one phone."""
    blocks: dict[tuple[str, str], list[Known]] = defaultdict(list)
    for person in people:
        keys = {f"{digits[:7]}*" for digits in person.digits} | {f"*{digits[-7:]}" for digits in person.digits}
        if person.name:
            keys |= {person.name} | {person.name[:n] + person.name[n + 1 :] for n in range(len(person.name))}
        for key in keys:
            blocks[person.store, key].append(person)
    for block in blocks.values():
        if 1 < len(block) <= CROWD:
            yield from combinations(block, 2)


def _compared(one: Known, other: Known) -> Offer | None:
    if not one.name or not other.name:
        return None
    alike = Levenshtein.normalized_similarity(one.name, other.name)
    slips = [Levenshtein.distance(a, b) for a in one.digits for b in other.digits]
    if slips:
        return Offer(one, other, "nearly_same_phone", 2 + alike) if min(slips) <= 1 and alike >= ALIKE else None
    if one.name == other.name:
        return Offer(one, other, "same_name", 1 + (one.holder == other.holder))
    same_holder = one.holder is not None and one.holder == other.holder
    return Offer(one, other, "similar_name", alike) if same_holder and alike >= ALIKE else None
