"""From people to orders, and that it is the way back of the funnel reckoned backwards."""

from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.reaching import orders_in_reach

RATES = st.lists(st.integers(1, 100).map(lambda percent: percent / 100), min_size=3, max_size=3)


@pytest.mark.parametrize(
    ("leads", "rates", "left"),
    [
        (30, [0.8, 0.5, 0.3], [24, 12, 3]),  # 12 x 0.3 = 3.6
        (100, [0.29, 1.0, 1.0], [29, 29, 29]),  # 0.29 x 100 comes out under 29
        (0, [1.0, 1.0, 1.0], [0, 0, 0]),
    ],
)
def test_every_step_is_rounded_down(leads, rates, left) -> None:
    assert orders_in_reach(leads, rates) == left


@given(st.integers(1, 500), RATES)
def test_the_leads_that_so_many_orders_need_bring_them(orders, rates) -> None:
    needed = orders
    for rate in reversed(rates):
        needed = ceil(needed / rate - 1e-9)  # as the macro steps_needed
    assert orders_in_reach(needed, rates)[-1] >= orders
