"""What sessions leave behind in a server of their own, whose memory nothing else has stretched before.

``XIHUI_BENCHMARK_SESSIONS=1000`` takes a longer look.
"""

import os
import shutil
from itertools import cycle, islice
from pathlib import Path

from tests.benchmarks.comparing import Figures
from tests.benchmarks.serving import Params, Server

SESSIONS = int(os.environ.get("XIHUI_BENCHMARK_SESSIONS", "300"))
SETTLED = 100
TOGETHER = 10


def test_memory_stays_flat(demo_shop: Path, filters: list[Params], tmp_path: Path, figures: Figures) -> None:
    home = shutil.copytree(demo_shop, tmp_path / "shop")
    server = Server("dashboard.py", tmp_path / "server.log", {"XIHUI_HOME": str(home)}, ready="/readyz")
    visitors = cycle(filters)

    def after(sessions: int) -> float:
        for _ in range(sessions // TOGETHER):
            server.visits(islice(visitors, TOGETHER))
        server.rest()
        return server.memory() / 1e6

    try:
        settled = after(SETTLED)
        ended = after(SESSIONS - SETTLED)
    finally:
        server.stop()
    figures.compare(f"memory after {SESSIONS:,} sessions / after {SETTLED}", ended, settled, "MB", budget=1.05)
