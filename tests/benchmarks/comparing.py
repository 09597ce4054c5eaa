"""Measuring two ways of one thing side by side, and the table of what came out."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Way = Callable[[], float]


@dataclass(frozen=True)
class Comparison:
    """One line of the table: ``ours`` may be at most ``budget`` times ``yardstick``."""

    what: str
    ours: float
    yardstick: float
    unit: str
    budget: float

    @property
    def ratio(self) -> float:
        return self.ours / self.yardstick


class Figures:
    """What the benchmarks measured so far."""

    def __init__(self) -> None:
        self.comparisons: list[Comparison] = []

    def compare(self, what: str, ours: float, yardstick: float, unit: str, *, budget: float) -> None:
        """Put a line into the table, and fail when it is over its budget."""
        found = Comparison(what, ours, yardstick, unit, budget)
        self.comparisons.append(found)
        assert found.ratio <= budget, f"{what}: {found.ratio:.2f} times the yardstick, at most {budget:g} allowed"

    def table(self) -> list[str]:
        """Return the lines of the table."""
        width = max(len(found.what) for found in self.comparisons)
        lines = [f"{'':{width}}  {'measured':>13} {'yardstick':>13} {'ratio':>6} {'budget':>6}"]
        for found in self.comparisons:
            ours, yardstick = f"{found.ours:,.1f} {found.unit}", f"{found.yardstick:,.1f} {found.unit}"
            over = "  over" if found.ratio > found.budget else ""
            lines.append(
                f"{found.what:{width}}  {ours:>13} {yardstick:>13} {found.ratio:>6.2f} {found.budget:>6.2f}{over}"
            )
        return lines


def seconds(work: Callable[[], object]) -> float:
    """Return how long ``work`` took by the clock on the wall."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU time that ``work`` took in all threads of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def best(rounds: int, ways: Mapping[str, Way]) -> dict[str, float]:
    """Return the least that each way measured, all of them in turn in each of ``rounds`` rounds.

    What else the machine does can only add to a measurement, so the least is nearest to the truth; taking turns
    lets a busy spell fall on all of them.
    """
    measured = [{name: way() for name, way in ways.items()} for _ in range(rounds)]
    return {name: min(round_[name] for round_ in measured) for name in ways}
