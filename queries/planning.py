"""A store's target shared out to its assistants and their days: every level sums to the one above."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

import pandas as pd

from queries.splitting import shared_out

COLUMNS: Final = ["store", "assistant", "day", "planned", "still"]

Weights = Mapping[str, Fraction | int]


def plan(goals: pd.DataFrame, work: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """Return ``COLUMNS`` by store, assistant (None: the store, the sum of its assistants) and day with work on it.

    ``goals`` answers ``targets/progress``, ``work`` ``targets/work_days``. ``planned`` shares out the whole target,
    ``still`` what is missing on ``day`` over the days after it, null up to it. Where nobody works, it stands nowhere.
    """
    parts = [
        _of_store(own, work[(work["store"] == store) & work["assistant"].notna()], day)
        for store, own in goals[goals["target"].notna()].groupby("store", sort=True)
    ]
    rows = pd.concat([_nothing(), *(part for part in parts if len(part))], ignore_index=True)
    stores = rows.groupby(["store", "day"], as_index=False)[["planned", "still"]].sum(min_count=1)
    found = pd.concat([stores.assign(assistant=None), rows], ignore_index=True)[COLUMNS]
    return found.sort_values(["store", "assistant", "day"], na_position="first", ignore_index=True)


def by_week(days: pd.DataFrame) -> pd.DataFrame:
    """Return the sums of ``days``, which ``plan`` returned, by the Monday of each week of the month."""
    weeks = days["day"] - pd.to_timedelta(days["day"].dt.day_of_week, unit="D")
    keys = ["store", "assistant", "week"]
    return days.assign(week=weeks).groupby(keys, dropna=False)[["planned", "still"]].sum(min_count=1).reset_index()


def by_hour(days: pd.DataFrame, hours: pd.DataFrame) -> pd.DataFrame:
    """Return store, assistant (None: the store), hour and ``orders``: what the first day left is to bring, if anything.

    ``days`` is what ``plan`` returned, ``hours`` answers ``targets/hours``. The store's part goes to the hours first
    and people take turns in them: one order of somebody's is not more likely at the busiest hour. Where nothing was
    ever seen in a store's hours, they weigh alike.
    """
    ahead = days[days["still"].notna()]
    first = ahead[ahead["day"] == ahead.groupby("store")["day"].transform("min")]
    people = first[first["assistant"].notna()]
    parts = [_by_hour(own, hours[hours["store"] == store]) for store, own in people.groupby("store", sort=True)]
    columns = {"store": "str", "assistant": "str", "hour": "Int32", "orders": "Int32"}
    none = pd.DataFrame({name: pd.Series(dtype=type_) for name, type_ in columns.items()})
    rows = pd.concat([none, *parts], ignore_index=True)
    stores = rows.groupby(["store", "hour"], as_index=False)["orders"].sum().assign(assistant=None)
    found: pd.DataFrame = pd.concat([stores, rows], ignore_index=True)[list(columns)]
    return found.sort_values(["store", "assistant", "hour"], na_position="first", ignore_index=True)


def _by_hour(people: pd.DataFrame, hours: pd.DataFrame) -> pd.DataFrame:
    seen = [int(count) for count in hours["seen"]]
    counts = shared_out(int(people["still"].sum()), seen if any(seen) else [1] * len(seen))
    slots = [hour for hour, count in zip(hours["hour"], counts, strict=True) for _ in range(count)]
    brought = zip(people["assistant"], people["still"], strict=True)
    turns = sorted((turn, name) for name, count in brought for turn in range(int(count)))
    rows = pd.DataFrame({"assistant": [name for _, name in turns][: len(slots)], "hour": slots})
    found = rows.groupby(["assistant", "hour"]).size().rename("orders").reset_index()
    return found.assign(store=people["store"].iloc[0]).astype({"hour": "Int32", "orders": "Int32"})


def by_person(total: int, own: Mapping[str, int], days: Weights) -> dict[str, int]:
    """Return what each of ``days``, by name, is to bring of ``total``: their own targets, the others by their days.

    Where the own targets are more than the total, or everybody has one, the total is shared out in their proportion.
    """
    at_work = [name for name, weight in days.items() if weight]
    said = {name: own[name] for name in at_work if name in own}
    others = [name for name in at_work if name not in own]
    left = total - sum(said.values())
    if others and left >= 0:
        return said | dict(zip(others, shared_out(left, [days[name] for name in others]), strict=True))
    weights: Weights = said if sum(said.values()) else days
    return dict(zip(at_work, shared_out(total, [weights.get(name, 0) for name in at_work]), strict=True))


def anew(missing: int, behind: Mapping[str, int], days: Weights) -> dict[str, int]:
    """Return who brings how much of what is ``missing``: those who are behind, by how much; if nobody is, by days.

    ``days``: by name, the weight of the days that each has left. Who has none brings nothing: others take it over.
    """
    here = [name for name, weight in days.items() if weight]
    weights: Weights = {name: behind.get(name, 0) for name in here}
    if not any(weights.values()):
        weights = days
    return dict(zip(here, shared_out(missing, [weights[name] for name in here]), strict=True))


def _of_store(goals: pd.DataFrame, work: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    store = goals[goals["assistant"].isna()].iloc[0]
    people = goals[goals["assistant"].notna()].set_index("assistant")
    own = {str(name): int(target) for name, target in people["target"].items()}
    done = {str(name): int(count) for name, count in people["done"].items()}
    ahead = work[work["day"] > day]
    shares = by_person(int(store["target"]), own, _days(work))
    behind = {name: max(share - done.get(name, 0), 0) for name, share in shares.items()}
    left = anew(max(int(store["target"]) - int(store["done"]), 0), behind, _days(ahead))
    return work[["store", "assistant", "day"]].assign(planned=_over_days(shares, work), still=_over_days(left, ahead))


def _over_days(shares: Mapping[str, int], work: pd.DataFrame) -> "pd.Series[int]":
    """Share each one's part out to the days of ``work``; of equal remainders to the day with the least on it so far."""
    parts = pd.Series(pd.NA, index=work.index, dtype="Int32")
    laden = dict.fromkeys(work["day"], 0)
    for name, rows in work.groupby("assistant", sort=True):
        order = sorted(rows.index, key=lambda place: (laden[rows.at[place, "day"]], rows.at[place, "day"]))
        counts = shared_out(shares.get(str(name), 0), rows.loc[order, "weight"].tolist())
        for place, count in zip(order, counts, strict=True):
            parts[place] = count
            laden[rows.at[place, "day"]] += count
    return parts


def _days(work: pd.DataFrame) -> dict[str, Fraction]:
    return {str(name): sum(rows["weight"], Fraction(0)) for name, rows in work.groupby("assistant", sort=True)}


def _nothing() -> pd.DataFrame:
    types = {"store": "str", "assistant": "str", "day": "datetime64[us]", "planned": "Int32", "still": "Int32"}
    return pd.DataFrame({name: pd.Series(dtype=type_) for name, type_ in types.items()})
