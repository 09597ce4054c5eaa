"""Who is in the stores' WeChat groups whenever they are counted."""

from typing import Final

import numpy as np

from data.demo.codes import Agreed, Grade
from data.demo.people import STORES
from data.demo.profiles import PROFILES
from data.demo.records import Record, contact, place, stream
from data.demo.rows import Chain

COUNTED_EVERY: Final = 30  # days
MEMBERS: Final = 40  # of a group at its first count; the next count finds as many more
GROUPS: Final = 2
JUNK: Final = 0.16

_REASONS: Final = ("no_intent", "troublemaker", "competitor", "advertiser", "other")
_REASON_SHARES: Final = (0.6, 0.12, 0.12, 0.1, 0.06)
_AT_A_VISIT: Final = {"customer": "customer", "grade": "graded_there", "day": "visited_day"}
_CHANNELS: Final = ("扫码", "电话邀约", "朋友介绍", "自然进店")


def counted_on(chain: Chain) -> list[int]:
    """Return the days of the counts, the last of them before the last day."""
    return list(range(chain.days - 3, COUNTED_EVERY // 2, -COUNTED_EVERY))[::-1]


def member_records(chain: Chain, seed: int, advertiser: int) -> list[Record]:
    """Return every member of every group at each count; one advertiser sits in a group of every store."""
    rng, counts = stream(seed, "groups"), counted_on(chain)
    grades = {day: _grades_on(chain, day) for day in counts}
    records = []
    for store in STORES:
        for group in range(1, GROUPS + 1):
            members = _members(chain, rng, store, group, grades)
            records += [
                _counted(chain, member, day) | ({} if junk else {"grade": f"{Grade(grades[day][customer]).name}1"})
                for number, day in enumerate(counts)
                for customer, junk, member in members[: MEMBERS * (number + 1)]
            ]
        records += [
            {
                "date": chain.day(day),
                "store": store,
                "group_name": f"{store}1群",
                **contact(chain, advertiser, phone=False, wechat=True),
                "channel": "扫码",
                "junk_reason": "advertiser",
                "removed": 0,
            }
            for day in counts
        ]
    return records


def _grades_on(chain: Chain, day: int) -> dict[int, int]:
    """Return how the assistants graded each customer last, up to ``day``."""
    calls, invites = chain.activity.calls, chain.activity.invites
    came = invites["graded_there"] >= 0
    visits = {name: invites[of][came] for name, of in _AT_A_VISIT.items()}
    customers, grades, days = (np.concatenate([log[name] for log in (calls, invites, visits)]) for name in _AT_A_VISIT)
    order = np.argsort(days, kind="stable")[: np.count_nonzero(days <= day)]
    return dict(zip(customers[order].tolist(), grades[order].tolist(), strict=True))


def _members(
    chain: Chain, rng: np.random.Generator, store: str, group: int, grades: dict[int, dict[int, int]]
) -> list[tuple[int, bool, Record]]:
    """Return who joined a group, in the order of joining, whether as junk, and what a count says of them."""
    invites, intent = chain.activity.invites, PROFILES[store].intent
    staff = [person.number for person in chain.people if person.store == store and person.number % GROUPS == group - 1]
    joined = np.flatnonzero(
        (invites["joined"] == 1) & (invites["agreed_to"] != Agreed.VISIT) & np.isin(invites["assistant"], staff)
    )
    _, first = np.unique(invites["customer"][joined], return_index=True)
    joined = rng.permutation(joined[first])
    is_strong = np.array([grades[max(grades)].get(customer, 3) <= Grade.B for customer in invites["customer"][joined]])
    strong = round(MEMBERS * intent)
    members: list[tuple[int, bool, Record]] = []
    since = 0
    for count in grades:
        now = (invites["day"][joined] >= since) & (invites["day"][joined] < count)
        chosen = np.sort([*joined[now & is_strong][:strong], *joined[now & ~is_strong][: MEMBERS - strong]])
        for row in chosen.tolist():
            customer = int(invites["customer"][row])
            junk = grades[max(grades)][customer] > Grade.B and rng.random() < JUNK * (1.5 - intent) / (1 - intent)
            members.append((customer, junk, _member(chain, rng, row, f"{store}{group}群", junk=junk)))
        since = count
    return members


def _member(chain: Chain, rng: np.random.Generator, row: int, group: str, *, junk: bool) -> Record:
    invites = chain.activity.invites
    customer, day = int(invites["customer"][row]), int(invites["day"][row])
    person, by_phone = chain.people[int(invites["assistant"][row])], bool(invites["by_phone"][row])
    stays = rng.random() < 0.92
    return {
        **place(person),
        "group_name": group,
        **contact(chain, customer, phone=by_phone, wechat=not by_phone),
        "channel": _CHANNELS[1] if by_phone else _CHANNELS[rng.choice((0, 2, 3), p=(0.7, 0.2, 0.1))],
        "grade": "D1" if junk else None,
        "junk_reason": str(rng.choice(_REASONS, p=_REASON_SHARES)) if junk else None,
        "joined_on": chain.day(day),
        "left_on": None if stays else chain.day(day + int(rng.integers(1, 20))),
    }


def _counted(chain: Chain, member: Record, day: int) -> Record:
    """Return a member as counted on ``day``: who had left by then, and whose junk an earlier count had named."""
    joined, left = str(member["joined_on"]), str(member["left_on"])
    out = member["junk_reason"] is not None and joined < str(chain.day(day - COUNTED_EVERY))
    gone = member["left_on"] is not None and left <= str(chain.day(day))
    return member | {"date": chain.day(day), "removed": int(out), "left_on": member["left_on"] if gone else None}
