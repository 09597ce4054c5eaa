"""What becomes of the customers of the one who left."""

from typing import Final

import numpy as np

from data.demo.codes import Grade
from data.demo.people import LEFT_DAYS_AGO
from data.demo.records import Record, contact, employed, stream
from data.demo.rows import Chain

HANDED_OVER: Final = 0.6  # of the customers of grade A and B who did not buy
WORKED_WITHIN: Final = 25  # days
LATER_BY: Final = 6  # days until the second list
STATES: Final = ("done", "waiting", "refused")
STATE_SHARES: Final = (0.55, 0.38, 0.07)


def handed_over_on(chain: Chain) -> int:
    """Return the day after the last one of the leaver."""
    return chain.days - LEFT_DAYS_AGO


def handover_records(chain: Chain, seed: int) -> tuple[list[Record], list[Record]]:
    """Return the list as it was made, everybody waiting, and as it stood a week later; many stand on neither."""
    rng, day = stream(seed, "handovers"), handed_over_on(chain)
    leaver = next(person for person in chain.people if person.role == "leaver")
    receivers = employed(chain, leaver.store, day)
    calls, invites = chain.activity.calls, chain.activity.invites
    last_grades = dict(zip(calls["customer"].tolist(), calls["grade"].tolist(), strict=True))
    bought = set(invites["customer"][(invites["closed_day"] >= 0)].tolist())
    lately = (calls["assistant"] == leaver.number) & (calls["day"] > day - WORKED_WITHIN)
    own = np.unique(calls["customer"][lately]).tolist()
    open_ = [customer for customer in own if last_grades[customer] <= Grade.B and customer not in bought]
    listed = rng.permutation(open_)[: round(HANDED_OVER * len(open_))].tolist()
    first = [
        {
            "date": chain.day(day),
            "store": leaver.store,
            "from_assistant": leaver.name,
            "to_assistant": receivers[number % len(receivers)].name,
            **contact(chain, customer),
            "status": "waiting",
        }
        for number, customer in enumerate(listed)
    ]
    states = rng.choice(STATES, len(first), p=STATE_SHARES).tolist()
    later = [record | {"status": state} for record, state in zip(first, states, strict=True)]
    return first, later
