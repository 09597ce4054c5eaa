"""Holding the store's answer against the oracle's: to the last digit, in the same order."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import isclose
from typing import Any

from data.store import Store
from queries.asking import answered
from tests.oracle.world import World

TO_THE_LAST_DIGIT = 1e-12


@dataclass(frozen=True)
class Asked:
    """A question to the store, and how the oracle answers it from what may be seen."""

    question: str
    oracle: Callable[..., list[dict[str, Any]]]
    world: World
    params: dict[str, Any]

    def __str__(self) -> str:
        params = ", ".join(f"{name} {value}" for name, value in self.params.items())
        return f"{self.question} ({params}) in {len(self.world.stores)} stores, the first {self.world.stores[0]}"


class Shops:
    """The store with all shops in it, asked question by question."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def agree(self, asked: Asked) -> None:
        """Fail unless the store answers what the oracle does, in all columns that the oracle names, row by row."""
        expected = asked.oracle(asked.world, **asked.params)
        rows = answered(self.store, asked.question, asked.world.stores, **asked.params).to_pylist()
        assert len(rows) == len(expected), f"{asked}: {len(rows)} rows, not {len(expected)}"
        for number, (row, right) in enumerate(zip(rows, expected, strict=True)):
            for name, value in right.items():
                assert same(row[name], value), f"{asked}, row {number}: {name} {row[name]!r}, not {value!r} of {right}"


def same(found: Any, right: Any) -> bool:
    """Whether two values are the same: floats to twelve digits, all others exactly."""
    if isinstance(right, float | Fraction) and isinstance(found, float):
        return isclose(found, float(right), rel_tol=TO_THE_LAST_DIGIT, abs_tol=1e-15)
    return type(found) is type(right) and bool(found == right)
