"""Trees of referrals: how many each customer brought, who stands below, and whether those brought bring others."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

import pandas as pd

from queries.fates import KEPT

WINDOW: Final = 90  # days in which a new referrer begins
WHOSE: Final = ["store", "customer_key"]
CONTESTED: Final = ("later", "self", "cycle")


def bringers(traced: pd.DataFrame, people: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """Return who brought somebody between two days, who brought most first.

    ``traced`` comes from ``queries.fates``, ``people`` from ``queries.referrals``. Of ``brought``, ``ordered`` bought,
    ``visited`` came without, ``waiting`` did neither; ``below`` are those brought by these, and by those, up to now.
    """
    kept = traced[traced["fate"] == KEPT]
    below = _below(kept)
    chosen = kept[kept["day"].between(first, last)]
    came = people.set_index(WHOSE)[["visited_on", "ordered_on"]].notna()
    came = came.reindex(pd.MultiIndex.from_frame(chosen[["store", "referred_key"]]))
    marked = chosen[[*WHOSE, "actor"]].assign(
        brought=1,
        ordered=came["ordered_on"].to_numpy("int64"),
        visited=(came["visited_on"] & ~came["ordered_on"]).to_numpy("int64"),
        waiting=(~came["visited_on"]).to_numpy("int64"),
    )
    sums = marked.groupby([*WHOSE, "actor"], as_index=False).sum()
    sums["below"] = sums["actor"].map(below)
    named = sums.merge(people[[*WHOSE, "customer", "contacts", "assistant"]], on=WHOSE)
    order = ["brought", "ordered", "visited", *WHOSE]
    return named.sort_values(order, ascending=[False, False, False, True, True], ignore_index=True)


def brought_through(traced: pd.DataFrame, people: pd.DataFrame, store: str, customer_key: int) -> pd.DataFrame:
    """Return everybody whom a customer brought, each before those it brought, with the ``depth`` from 1 on."""
    kept = traced[(traced["fate"] == KEPT) & (traced["store"] == store)]
    downwards: dict[int, list[int]] = {}
    for place, above in enumerate(kept["customer_key"].tolist()):
        downwards.setdefault(above, []).append(place)
    places, depths = [], []
    for place, depth in _walk(downwards, kept["referred_key"].tolist(), customer_key):
        places.append(place)
        depths.append(depth)
    rows = kept.iloc[places].assign(depth=depths)
    names = people[people["store"] == store].set_index("customer_key")["customer"]
    found = rows.assign(brought_by=names.reindex(rows["customer_key"]).array, customer_key=rows["referred_key"])
    columns = ["depth", "store", "customer_key", "day", "brought_by"]
    details = [*WHOSE, "customer", "contacts", "assistant", "visited_on", "ordered_on"]
    return found[columns].merge(people[details], on=WHOSE, how="left")


def contested(traced: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Return what was said about who brought whom and does not count, the last first, and why (``CONTESTED``)."""
    rows = traced[traced["fate"].isin(CONTESTED)].iloc[::-1]
    kept = traced[traced["fate"] == KEPT].set_index("named")["customer_key"]
    names = people.set_index(WHOSE)["customer"]

    def called(keys: pd.Series) -> pd.Series:
        return names.reindex(pd.MultiIndex.from_arrays([rows["store"], keys])).set_axis(rows.index)

    found = rows[["store", "day", "fate", "action", "customer_key", "assistant"]]
    return found.assign(
        customer=called(rows["customer_key"]),
        named_customer=called(rows["referred_key"]),
        first_bringer=called(kept.reindex(rows["named"]).set_axis(rows.index)),
    ).reset_index(drop=True)


def reproduction(traced: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """Return how many new referrers came of each: store, is_settled, referrers, new_referrers.

    Somebody's begin is the day on which they first brought somebody. Settled: who began in the 90 days that ended 90
    days before ``day``; the others began since, so more may come. A new referrer of theirs is one they brought who
    then began within 90 days of their own begin.
    """
    kept = traced[traced["fate"] == KEPT]
    begun = kept.groupby("actor")["day"].min()
    own, their = (begun.reindex(kept[name]).array for name in ("actor", "named"))
    window = pd.Timedelta(days=WINDOW)
    is_new = (their >= kept["day"].array) & (their - own <= window)
    new = pd.Series(is_new, kept.index).groupby(kept["actor"]).sum()
    each = pd.DataFrame({"begun": begun, "new_referrers": new, "store": kept.groupby("actor")["store"].first()})
    each = each[each["begun"] > day - 2 * window].assign(referrers=1)
    each["is_settled"] = each["begun"] <= day - window
    counts = ["referrers", "new_referrers"]
    return each.groupby(["store", "is_settled"], as_index=False)[counts].sum()


def _below(kept: pd.DataFrame) -> dict[int, int]:
    """Return how many stand below each at any depth, the directly brought left out."""
    over = dict(zip(kept["named"].tolist(), kept["actor"].tolist(), strict=True))
    direct = Counter(kept["actor"].tolist())
    open_ends, in_all = dict(direct), dict.fromkeys(direct, 0)
    ready = [one for one in over if one not in open_ends]
    while ready:
        one = ready.pop()
        if (above := over.get(one)) is None:
            continue
        in_all[above] += 1 + in_all.get(one, 0)
        open_ends[above] -= 1
        if not open_ends[above]:
            ready.append(above)
    return {one: count - direct[one] for one, count in in_all.items()}


def _walk(downwards: dict[int, list[int]], referred: list[int], top: int) -> Iterator[tuple[int, int]]:
    waiting = [(place, 1) for place in reversed(downwards.get(top, []))]
    while waiting:
        place, depth = waiting.pop()
        yield place, depth
        waiting += [(below, depth + 1) for below in reversed(downwards.get(referred[place], []))]
