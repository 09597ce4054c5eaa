"""From people to orders: what so many leads become at given rates."""

from collections.abc import Sequence
from math import floor


def orders_in_reach(leads: int, rates: Sequence[float]) -> list[int]:
    """Return how many are left of ``leads`` after each of ``rates`` (0 to 1), rounded down at every step.

    The way back of ``targets/reverse``: the leads that it asks for bring at least the orders it was asked about.
    """
    left = [leads]
    for rate in rates:
        left.append(floor(left[-1] * rate + 1e-9))  # a product that is a whole number may come out as a little less
    return left[1:]
