"""What the busiest page costs the server, against a page of as many constant charts and tables."""

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

import pytest

from tests.benchmarks.comparing import Figures, best
from tests.benchmarks.serving import Params, Server

VISITS = 10
COMPARED = ("plotly_chart", "dataframe", "metric", "flex_container")


class Pair(NamedTuple):
    """The dashboard, and the yardstick with as many elements."""

    dashboard: Server
    constant: Server
    elements: Counter[str]


@pytest.fixture(scope="module")
def servers(demo_shop: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    folder = tmp_path_factory.mktemp("servers")
    home = shutil.copytree(demo_shop, folder / "home")
    dashboard = Server("dashboard.py", folder / "dashboard.log", {"XIHUI_HOME": str(home)}, ready="/readyz")
    try:
        elements = dashboard.visit().elements
        constant = Server(
            "tests/benchmarks/constant/dashboard.py",
            folder / "constant.log",
            {"BENCHMARK_ELEMENTS": json.dumps(elements)},
            ready="/_stcore/health",
        )
        try:
            yield Pair(dashboard, constant, elements)
        finally:
            constant.stop()
    finally:
        dashboard.stop()


def cpu_a_visit(server: Server) -> float:
    """Return the CPU milliseconds that a visit costs ``server``."""
    before = server.cpu()
    for _ in range(VISITS):
        server.visit()
    server.rest()
    return (server.cpu() - before) / VISITS * 1000


def slow_of_a_burst(server: Server, filters: list[Params], sessions: int) -> float:
    """Return the 95th percentile of the seconds that visits take when ``sessions`` come at once."""
    took = [visit.seconds for visit in server.visits(islice(cycle(filters), sessions))]
    server.rest()
    return quantiles(took, n=20)[-1]


def test_the_yardstick_has_as_many_elements(servers: Pair) -> None:
    constant = servers.constant.visit().elements
    assert servers.elements["plotly_chart"] >= 3
    assert servers.elements["dataframe"] >= 1
    assert {name: constant[name] for name in COMPARED} == {name: servers.elements[name] for name in COMPARED}


def test_cpu_of_a_visit(servers: Pair, figures: Figures) -> None:
    found = best(
        4,
        {"page": lambda: cpu_a_visit(servers.dashboard), "constant": lambda: cpu_a_visit(servers.constant)},
    )
    figures.compare("meeting, CPU a visit / constant page", found["page"], found["constant"], "ms", budget=2)


@pytest.mark.parametrize("sessions", [50, 200])
def test_visitors_all_at_once(servers: Pair, filters: list[Params], figures: Figures, sessions: int) -> None:
    found = best(
        2,
        {
            "page": lambda: slow_of_a_burst(servers.dashboard, filters, sessions),
            "constant": lambda: slow_of_a_burst(servers.constant, filters, sessions),
        },
    )
    figures.compare(
        f"{sessions} visits at once, p95 / constant page", found["page"], found["constant"], "s", budget=1.5
    )
