"""Who was brought by whom: of all that is said about it, what counts."""

from collections.abc import Iterable
from typing import Final

import numpy as np
import pandas as pd

KEPT: Final = "kept"  # nobody had brought that customer before
AGAIN: Final = "again"  # the same one had
LATER: Final = "later"  # somebody else had
SELF: Final = "self"
CYCLE: Final = "cycle"  # the one named stands above the one who names
NOBODY: Final = -1


def fates(edges: Iterable[tuple[int, int]]) -> list[str]:
    """Return what becomes of each edge (who names, who is named), in the order in which they were said.

    What is kept is a forest: everybody is brought by one at most, nobody by somebody brought through them.
    """
    brought_by: dict[int, int] = {}
    above: dict[int, int] = {}  # shortcuts upwards, so that a long chain is not climbed again and again
    found = []
    for referrer, referred in edges:
        if referrer == referred:
            found.append(SELF)
        elif (first := brought_by.get(referred)) is not None:
            found.append(AGAIN if first == referrer else LATER)
        elif _top(above, referrer) == referred:
            found.append(CYCLE)
        else:
            brought_by[referred] = above[referred] = referrer
            found.append(KEPT)
    return found


def _top(above: dict[int, int], one: int) -> int:
    while (over := above.get(one)) is not None:
        if (further := above.get(over)) is None:
            return over
        above[one] = one = further
    return one


def traced(actions: pd.DataFrame) -> pd.DataFrame:
    """Return ``queries.referrals.actions`` with ``fate``, null where nobody is named, and whether each ``earns``.

    Also with ``actor`` and ``named``, small numbers for a customer of a store, ``NOBODY`` for nobody. Whoever
    recommends a customer (``refer``) earns once, and only who is first; a row about oneself earns nothing; all other
    actions earn each time.
    """
    actor, named = _numbered(actions)
    fate = np.full(len(actions), None, dtype=object)
    places = np.flatnonzero(named != NOBODY)
    fate[places] = fates(zip(actor[places].tolist(), named[places].tolist(), strict=True))
    rows = actions.assign(actor=actor, named=named, fate=fate)
    recommends = (rows["action"] == "refer") & rows["fate"].notna()
    own = recommends & rows["fate"].isin([KEPT, AGAIN])
    first = ~rows[own].duplicated("named")
    earns = ~recommends & (rows["fate"] != SELF)
    earns[first.index[first]] = True
    return rows.assign(earns=earns)


def _numbered(actions: pd.DataFrame) -> tuple["np.ndarray[tuple[int], np.dtype[np.int64]]", ...]:
    """Return numbers for those who act and those who are named: a customer of two stores has two."""
    stores, _ = pd.factorize(actions["store"])
    columns = [actions[name] for name in ("customer_key", "referred_key")]
    keys, known = pd.factorize(np.concatenate([column.to_numpy("uint64", na_value=0) for column in columns]))
    numbers = np.tile(stores, 2) * len(known) + keys
    numbers[np.concatenate([column.isna().to_numpy() for column in columns])] = NOBODY
    return numbers[: len(actions)], numbers[len(actions) :]
