"""Curves, shares, Gini, scores and bridges against formulas of their own, on shops made to be awkward."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from math import ceil
from typing import Any

import numpy as np
import pytest

from data.store import Store
from queries.value import SEGMENTS

LAST = date(2026, 11, 25)
DAYS = {"first": LAST - timedelta(44), "last": LAST, "assistant": None}
CHANCE = np.random.default_rng(5)


def skewed(customers: int) -> list[tuple[float, float]]:
    revenue = CHANCE.lognormal(7, 1.5, customers).round(2)
    return list(zip(revenue, (revenue * CHANCE.uniform(0.5, 1.3, customers)).round(2), strict=True))


# Each customer's revenue and cost.
SHOPS: dict[str, list[tuple[float, float]]] = {
    "one": [(1234.56, 1000)],
    "one_lost": [(1234.56, 2000)],
    "two": [(3, 1), (1, 2)],
    "nine": skewed(9),
    "ten": skewed(10),
    "equal": [(99.99, 50)] * 25,
    "ties": [(float(CHANCE.choice([100, 200, 500])), 100) for _ in range(61)],
    "zeros": [(0, 0)] * 30 + [(500, 100)] * 7,
    "only_zeros": [(0, 10)] * 12,
    "refunds": [(-250.5, 0), (-80, 0), (-80, 0), *skewed(15)],
    "only_refunds": [(-10 * n, 0) for n in range(1, 12)],
    "eaten": [(100, 20), *[(100, 150)] * 13],
    "one_carries": [(1_000_000, 1), *[(0.01, 0.01)] * 40],
    "many": skewed(1777),
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory, shop_of) -> Iterator[Any]:
    rows = ["成交日期,门店,导购,客户,电话,金额,成本"]
    for number, (name, customers) in enumerate(SHOPS.items()):
        for place, (revenue, cost) in enumerate(customers):
            person = f"13{number:03}{place:06}"
            day = LAST - timedelta(int(CHANCE.integers(0, 90)) if name == "many" else place % 45)
            day = max(day, DAYS["first"])
            rows.append(f"{day},{name},Li,客{place},{person},{revenue:.2f},{cost:.2f}")
            nothing = f"{DAYS['first']},{name},Li,客{place},{person},0,0"
            rows += [nothing] * int(CHANCE.integers(0, 3))  # orders more, worth nothing
    with Store(tmp_path_factory.mktemp("formula")) as store:
        shop = shop_of(store)
        shop.bring("orders", "\n".join(rows))
        yield shop


@pytest.fixture(params=SHOPS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def revenue(name: str) -> "np.ndarray[Any, Any]":
    return np.sort(np.array([max(value, 0) for value, _ in SHOPS[name]]))[::-1]


def contribution(name: str) -> "np.ndarray[Any, Any]":
    # A refund's cost is none here, so what is left is the difference.
    return np.sort(np.array([value - cost for value, cost in SHOPS[name]]).round(2))[::-1]


def test_shares_and_gini_are_those_of_the_formulas(name, filled) -> None:
    x, n = revenue(name), len(SHOPS[name])
    columns = ("customers", "revenue_cny", "top20_share", "k80", "gini", "refunded_customers")
    ((customers, total, top20, k80, gini, refunded),) = filled.ask("value/summary", *columns, scope=(name,), **DAYS)
    assert customers == n
    assert float(total) == pytest.approx(sum(value for value, _ in SHOPS[name]))
    assert refunded == sum(value < 0 for value, _ in SHOPS[name])
    if x.sum() == 0:
        assert (top20, k80, gini) == (None, None, None)
        return
    assert top20 == pytest.approx(x[: ceil(n / 5)].sum() / x.sum())
    assert k80 == next(k for k in range(1, n + 1) if x[:k].sum() >= 0.8 * x.sum() - 1e-6)
    # Half of the mean difference between two customers, over the mean: C. Gini, 1912.
    differences = np.abs(x[:, None] - x[None, :]).sum() / (n * (n - 1)) if n > 1 else 0
    assert gini == (None if n < 10 else pytest.approx(differences / (2 * x.mean())))


def test_the_whale_rises_to_its_peak_and_ends_at_the_total(name, filled) -> None:
    x = contribution(name)
    columns = ("contribution_cny", "peak_share", "negative_customers", "peak_cny")
    ((total, peak_share, negative, peak),) = filled.ask("value/summary", *columns, scope=(name,), **DAYS)
    assert float(total) == pytest.approx(x.sum())
    assert float(peak) == pytest.approx(max(0, np.cumsum(x).max()))
    assert negative == (x < 0).sum()
    assert peak_share == (pytest.approx(np.cumsum(x).max() / x.sum()) if x.sum() > 0 else None)
    assert peak_share is None or peak_share >= 1


@pytest.mark.parametrize(("curve", "values"), [("lorenz", revenue), ("whale", contribution)])
def test_curves_begin_at_none_and_end_at_all(name, filled, curve, values) -> None:
    x, n = values(name), len(SHOPS[name])
    sums = np.concatenate([[0], np.cumsum(x)])
    points = [point[1:] for point in filled.ask("value/curve", scope=(name,), **DAYS) if point[0] == curve]
    assert len(points) <= 200
    assert [place for place, *_ in points] == sorted({place for place, *_ in points})
    assert points[0][:3] == (0, 0, 0)
    assert points[-1][:2] == (n, 1)
    for place, share, value, value_share in points:
        assert share == pytest.approx(place / n)
        assert float(value) == pytest.approx(sums[place], abs=1e-6)
        assert value_share == (pytest.approx(sums[place] / sums[-1]) if sums[-1] > 0 else None)
    if sums[-1] > 0:
        assert points[-1][3] == 1  # exactly
    assert float(max(value for *_, value, _ in points)) == pytest.approx(sums.max(), abs=1e-6)  # the peak is a point
    (summed,) = filled.ask("value/summary", "contribution_cny", scope=(name,), **DAYS)
    if curve == "whale":
        assert points[-1][2] == summed[0]


def test_tiers_hold_everybody_and_all_the_revenue(name, filled) -> None:
    n = len(SHOPS[name])
    tiers = filled.ask("value/tiers", "tier", "customers", "revenue_cny", scope=(name,), **DAYS)
    assert [count for _, count, _ in tiers[:4]] == [
        ceil(n / 100), ceil(n / 20) - ceil(n / 100), ceil(n / 5) - ceil(n / 20), n - ceil(n / 5)
    ]  # fmt: skip
    (total,) = filled.ask("value/summary", "revenue_cny", scope=(name,), **DAYS)
    assert sum(value for *_, value in tiers) == total[0]


def test_equal_values_share_a_score_and_the_lines_shown_are_those_used(name, filled) -> None:
    people = filled.ask("value/rfm", "recency_days", "orders", "revenue_cny", "r", "f", "m", scope=(name,), **DAYS)
    edges = {
        score: lines
        for score, *lines in filled.ask(
            "value/rfm_edges",
            "score",
            "edge_1",
            "edge_2",
            "edge_3",
            "edge_4",
            scope=(name,),
            first=DAYS["first"],
            last=LAST,
        )
    }
    for place, score in enumerate("rfm"):
        values = [Decimal(row[place]) for row in people]
        found = [row[place + 3] for row in people]
        passed = [sum(value > line for line in edges[score]) for value in values]
        assert found == [5 - lines if score == "r" else 1 + lines for lines in passed]
        assert len(set(zip(values, found, strict=True))) == len(set(values))
        # The lines are the smallest values that as many fifths of the customers do not exceed.
        for part, line in enumerate(edges[score], start=1):
            assert sum(value <= line for value in values) * 5 >= part * len(values)
            assert sum(value < line for value in values) * 5 < part * len(values)


def test_segments_part_the_customers_at_the_mean_scores(name, filled) -> None:
    people = filled.ask("value/rfm", "r", "f", "m", "segment", scope=(name,), **DAYS)
    means = np.array([row[:3] for row in people], dtype=float).mean(axis=0)
    kinds = {(True, True): "value", (False, True): "keep", (True, False): "develop", (False, False): "win_back"}
    for *scores, segment in people:
        r, f, m = (score > mean + 1e-9 for score, mean in zip(scores, means, strict=True))
        assert segment == f"{'important' if m else 'general'}_{kinds[r, f]}"
    counted = dict(filled.ask("value/segments", "segment", "customers", scope=(name,), **DAYS))
    assert tuple(counted) == SEGMENTS
    assert counted == {segment: sum(row[3] == segment for row in people) for segment in SEGMENTS}


def test_bridges_sum_to_the_change_to_the_cent(filled) -> None:
    split = 0
    for back in range(0, 60, 7):
        for length in (1, 7, 30):
            last = LAST - timedelta(back)
            days = {"first": last - timedelta(length - 1), "last": last, "assistant": None}
            for part in ("value/decomposition", "value/store_decomposition"):
                columns = ("change_cny", "revenue_before_cny", "revenue_cny", "can_split")
                rows = filled.ask(part, *columns, scope=tuple(SHOPS), **days)
                for parts in (rows[place : place + 3] for place in range(0, len(rows), 3)):
                    assert sum(change for change, *_ in parts) == parts[0][2] - parts[0][1]
                    split += parts[0][3]
                    assert parts[0][3] or [change for change, *_ in parts[1:]] == [0, 0]
    assert split > 50
