"""A public purchase history, imported as an orders log: all purchases of 23,570 customers of CDNOW in 18 months.

P. S. Fader and B. G. S. Hardie, "Forecasting Repeat Sales at CDNOW", Interfaces 31 (2001).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from data.importing import commit, prepare
from data.store import Store

FIRST, LAST = date(1997, 1, 1), date(1998, 6, 30)
DAYS = {"first": FIRST, "last": LAST, "assistant": None}
AT = datetime(1998, 7, 1, 9)


@dataclass(frozen=True)
class Purchase:
    """One line of the file."""

    customer: str
    day: date
    cents: int


def purchases() -> list[Purchase]:
    """Return the lines of the file; the package that brings it is never imported."""
    file = Path(str(distribution("lifetimes").locate_file("lifetimes/datasets/CDNOW_master.txt")))
    lines = [line.split() for line in file.read_text(encoding="ascii").splitlines()[1:]]
    return [
        Purchase(customer, date(int(day[:4]), int(day[4:6]), int(day[6:])), round(Decimal(value) * 100))
        for customer, day, _, value in lines
    ]


@pytest.fixture(scope="module")
def bought() -> dict[str, list[Purchase]]:
    found: dict[str, list[Purchase]] = {}
    for purchase in purchases():
        found.setdefault(purchase.customer, []).append(purchase)
    return found


@pytest.fixture(scope="module")
def cdnow(tmp_path_factory, shop_of, bought) -> Iterator[Any]:
    rows = [
        f"{one.day},CDNOW,Web,{one.customer},139000{one.customer},{one.cents / 100:.2f}"
        for of in bought.values()
        for one in of
    ]
    content = "\n".join(["成交日期,门店,导购,客户姓名,电话,金额", *rows]).encode()
    with Store(tmp_path_factory.mktemp("cdnow")) as store:
        prepared = prepare(store, content, "成交订单表.csv", received_at=AT)
        done = commit(store, prepared, at=AT, user="test", may_shrink=True)
        assert (done.rows, done.refused) == (69_659, 0)
        shop = shop_of(store)
        shop.CDNOW = ("CDNOW",)
        yield shop


@pytest.fixture(scope="module")
def cents(bought) -> "np.ndarray[Any, Any]":
    """What each customer spent, most first."""
    return np.sort([sum(one.cents for one in of) for of in bought.values()])[::-1]


def test_customers_orders_and_revenue_are_as_published(cdnow, cents) -> None:
    columns = ("customers", "orders", "lines", "revenue_cny", "contribution_cny", "unnamed_orders")
    (found,) = cdnow.ask("value/summary", *columns, scope=cdnow.CDNOW, **DAYS)
    assert found == (23_570, 69_659, 69_659, Decimal("2500315.63"), Decimal("2500315.63"), 0)
    assert cents.sum() == 250_031_563


def test_concentration_is_what_the_formulas_say(cdnow, cents) -> None:
    columns = ("top20_share", "k80", "gini", "lines_with_cost", "negative_customers")
    (found,) = cdnow.ask("value/summary", *columns, scope=cdnow.CDNOW, **DAYS)
    n, total, sums = len(cents), cents.sum(), np.cumsum(cents)
    ascending, places = cents[::-1], np.arange(1, n + 1)
    gini = ((2 * places - n - 1) * ascending).sum() / (n * total) * n / (n - 1)
    assert found == (
        pytest.approx(sums[4713] / total, rel=1e-12),  # 20 % of 23,570 are 4,714
        int(np.searchsorted(sums * 5, total * 4)) + 1,
        pytest.approx(gini, rel=1e-12),
        0,
        0,
    )


def test_the_curve_runs_along_the_cumulative_sums(cdnow, cents) -> None:
    sums = np.concatenate([[0], np.cumsum(cents)])
    points = cdnow.ask("value/curve", scope=cdnow.CDNOW, **DAYS)
    assert 2 * 190 <= len(points) <= 2 * 200
    for _, customers, customers_share, value, share in points:
        assert (round(value * 100), customers_share) == (sums[customers], pytest.approx(customers / 23_570))
        assert share == pytest.approx(sums[customers] / sums[-1])
    assert [point[1:3] + point[4:] for point in points if point[1] == 23_570] == [(23_570, 1.0, 1.0)] * 2


def test_scores_are_fifths_of_all_customers(cdnow, bought) -> None:
    columns = ("customer", "recency_days", "orders", "revenue_cny", "r", "f", "m")
    found = {name: row for name, *row in cdnow.ask("value/rfm", *columns, scope=cdnow.CDNOW, **DAYS)}
    assert found.keys() == bought.keys()
    measures = {
        "r": {name: (LAST - max(one.day for one in of)).days for name, of in bought.items()},
        "f": {name: len(of) for name, of in bought.items()},
        "m": {name: Decimal(sum(one.cents for one in of)) / 100 for name, of in bought.items()},
    }
    edges = {
        score: lines
        for _, score, *lines, _, _ in cdnow.ask("value/rfm_edges", scope=cdnow.CDNOW, first=FIRST, last=LAST)
    }
    for place, (score, values) in enumerate(measures.items()):
        ordered = sorted(values.values())
        lines = [ordered[23_570 * part // 5 - 1] for part in (1, 2, 3, 4)]  # 23,570 are five times 4,714
        assert edges[score] == lines
        above = {name: sum(value > line for line in lines) for name, value in values.items()}
        assert {name: row[place] for name, row in found.items()} == values
        assert {name: row[place + 3] for name, row in found.items()} == {
            name: 5 - count if score == "r" else 1 + count for name, count in above.items()
        }


def test_sales_fell_because_fewer_customers_came(cdnow, bought) -> None:
    # The second quarter of 1998 against the 91 days before.
    days = {"first": date(1998, 4, 1), "last": LAST, "assistant": None}
    sums = []
    for first, last in ((date(1997, 12, 31), date(1998, 3, 31)), (days["first"], LAST)):
        of = [[one.cents for one in of if first <= one.day <= last] for of in bought.values()]
        sums.append((sum(map(bool, of)), sum(map(len, of)), sum(map(sum, of))))
    columns = ("part", "change_cny", "before", "now", "revenue_before_cny", "revenue_cny", "before_first")
    parts = cdnow.ask("value/decomposition", *columns, scope=cdnow.CDNOW, **days)
    (people_before, orders_before, before), (people, orders, now) = sums
    assert {row[4:] for row in parts} == {(Decimal(before) / 100, Decimal(now) / 100, date(1997, 12, 31))}
    mean = (now - before) / np.log(now / before)
    ratios = (
        people / people_before,
        (orders / people) / (orders_before / people_before),
        (now / orders) / (before / orders_before),
    )
    for (_, change, *_), ratio in zip(parts, ratios, strict=True):
        assert float(change * 100) == pytest.approx(mean * np.log(ratio), abs=1.01)
    assert sum(change for _, change, *_ in parts) * 100 == now - before
    assert parts[0][1] < min(change for _, change, *_ in parts[1:])
