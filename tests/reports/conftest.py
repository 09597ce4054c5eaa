"""An evening as the questions answer it: four assistants of one store, by hand. And a shop with a sender."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest

from data.store import Store
from reports.evening import Evening
from reports.outcomes import last_on
from reports.sender import Sender
from tests.reports.scheduled import Look, upload

DAY = date(2026, 11, 21)  # a Saturday

# 周丽 and 徐娜 passed, 何娟 is 12 calls and 9 invites short for the third day, 赵磊 has handed in nothing.
BOARD = pd.DataFrame(
    {
        "store": ["旗舰店"] * 4,
        "assistant": ["周丽", "徐娜", "何娟", "赵磊"],
        "calls": pd.array([52, 55, 38, None], "Int32"),
        "call_quota": pd.array([50, 50, 50, 50], "Int32"),
        "invites": pd.array([31, 33, 21, None], "Int32"),
        "invite_quota": pd.array([24, 33, 30, 33], "Int32"),
        "visits_agreed": pd.array([2, 0, 0, None], "Int32"),
        "passed": pd.array([True, True, False, False], "boolean"),
        "streak": pd.array([1, 4, 0, 0], "Int32"),
        "reward_cny": [None] * 4,
    }
)
READINESS = pd.DataFrame(
    [
        ("旗舰店", "周丽", "calls", 52, datetime(2026, 11, 21, 19, 0), "in"),
        ("旗舰店", "周丽", "invites", 9, datetime(2026, 11, 21, 19, 5), "in"),
        ("旗舰店", "徐娜", "calls", 55, datetime(2026, 11, 21, 19, 0), "in"),
        ("旗舰店", "徐娜", "invites", 9, datetime(2026, 11, 21, 20, 3), "late"),
        ("旗舰店", "何娟", "calls", 38, datetime(2026, 11, 21, 19, 0), "in"),
        ("旗舰店", "何娟", "invites", 9, datetime(2026, 11, 21, 19, 0), "in"),
        ("旗舰店", "赵磊", "calls", 0, pd.NaT, "missing"),
        ("旗舰店", "赵磊", "invites", 0, pd.NaT, "missing"),
    ],
    columns=["store", "assistant", "kind", "rows", "received_at", "state"],
)
FIGURES = pd.DataFrame(
    {
        "figure": ["calls", "invites", "visits_agreed", "visited", "orders"],
        "value": pd.array([145, 85, 2, None, 4], "Int32"),
        "quota": pd.array([200, 120, None, None, None], "Int32"),
        "usual": [200.0, 88.0, 2.5, None, 3.0],
        "amount_cny": [None, None, None, None, 38200],
    }
)
HINTS = pd.DataFrame(
    [("旗舰店", "周丽", "exact_quota", 50.0, 50.0, 50)],
    columns=["store", "assistant", "hint", "value", "threshold", "n"],
)
DAILY = pd.DataFrame(
    [
        (day, "旗舰店", name, passed)
        for name, days in {"周丽": "-+", "徐娜": "++++", "何娟": "+---", "赵磊": "+-"}.items()
        for day, passed in zip(pd.date_range(end=DAY, periods=len(days)), (sign == "+" for sign in days), strict=True)
    ],
    columns=["day", "store", "assistant", "passed"],
)


# Nothing is below its benchmark, and nobody about to be lost.
STEPS = pd.DataFrame(
    {
        "metric": ["visit_rate", "close_rate"],
        "rate": [0.5, 0.3],
        "benchmark": [0.6, None],
        "verdict": ["too_few", None],
        "orders_gained": [2.4, None],
    }
)
SLIPPING = pd.DataFrame(columns=["store", "assistant", "customer", "grade", "days", "of_all"])
UNSAID = ("duty", "trend", "quota_origin", "grade_mix", "stages", "still_open")  # the words need none of these
PROMISED = pd.DataFrame(columns=["store", "assistant", "calls", "invites", "visits", "orders", "sentence"])
KEPT = pd.DataFrame(columns=["store", "assistant", "figure", "promised", "done", "missing"])
REST = {
    **dict.fromkeys(UNSAID, pd.DataFrame()),
    "bottlenecks": STEPS,
    "slipping": SLIPPING,
    "promised": PROMISED,
    "kept": KEPT,
}


@pytest.fixture
def evening() -> Evening:
    """Return the evening of one store."""
    return Evening(DAY, ("旗舰店",), READINESS, BOARD, FIGURES, HINTS, DAILY, **REST)


@pytest.fixture
def two_stores(evening: Evening) -> Evening:
    """Return the evening with a second store whose only assistant has handed in nothing."""
    lone = BOARD[BOARD["assistant"] == "赵磊"].assign(store="城东店")
    missing = READINESS[READINESS["assistant"] == "赵磊"].assign(store="城东店")
    return Evening(
        DAY,
        ("城东店", "旗舰店"),
        pd.concat([missing, READINESS], ignore_index=True),
        pd.concat([lone, BOARD], ignore_index=True),
        FIGURES,
        HINTS,
        DAILY,
        **REST,
    )


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    """Return a shop in which one call of the evening was handed in at 19:00."""
    with Store(home) as shop:
        upload(shop, datetime(2026, 11, 21, 19))
        yield shop


@pytest.fixture
def look(store: Store, set_clock: Callable[[datetime], None]) -> Look:
    """Return a function that looks at the clock at a moment, as after a restart, and returns what is known then."""

    def looked(moment: datetime) -> str:
        set_clock(moment)
        Sender(store).look()
        found = last_on(store.folder, moment.date())
        return found.state if found else ""

    return looked
