"""How the assistants first met the customers whom they did not know before the first day."""

from dataclasses import dataclass

import numpy as np

from data.demo.codes import Columns, Ints, Outcome
from data.demo.people import Assistant
from data.demo.rows import Chain


@dataclass(frozen=True)
class Met:
    """Customers with how each was first met: one number for who, whose, when and how."""

    customer: Ints
    assistant: Ints
    day: Ints
    second: Ints
    grade: Ints
    outcome: Ints

    def of(self, person: Assistant) -> Ints:
        """Return the places of one assistant's customers."""
        return np.flatnonzero(self.assistant == person.number)


def called(chain: Chain) -> Met:
    """Return whom the assistants called."""
    return _first(chain, chain.activity.calls)


def written(chain: Chain) -> Met:
    """Return whom the assistants know by WeChat alone."""
    invites = chain.activity.invites
    alone = ~np.isin(invites["customer"], chain.activity.calls["customer"])
    noon, reached = np.full(len(alone), 12 * 3600), np.full(len(alone), int(Outcome.CONNECTED))
    columns = invites | {"second": noon, "outcome": reached}
    return _first(chain, {name: values[alone] for name, values in columns.items()})


def _first(chain: Chain, rows: Columns) -> Met:
    customers, first = np.unique(rows["customer"], return_index=True)
    first = first[~np.isin(customers, chain.activity.former["customer"])]
    return Met(*(rows[name][first] for name in ("customer", "assistant", "day", "second", "grade", "outcome")))
