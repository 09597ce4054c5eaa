"""What the meeting's questions cost when there are years behind the day they are about.

``XIHUI_BENCHMARK_CALLS=110000000`` measures what a chain of 270 stores dials in five years; by hand, because it
takes 6 GB of disk and some minutes.
"""

import os
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd

from data.store import Store
from queries import frame, meeting
from reports.evening import evening
from tests.benchmarks.comparing import Figures, best, cpu_seconds
from tests.benchmarks.history import grow

FEW = 1_000_000
MANY = int(os.environ.get("XIHUI_BENCHMARK_CALLS", "20000000"))


def ask_all(store: Store, stores: tuple[str, ...], day: date) -> dict[str, pd.DataFrame]:
    """Ask what the meeting and its frame ask, with nothing kept from before."""
    answers: dict[str, pd.DataFrame] = {}

    def ask(question: Any, **params: Any) -> pd.DataFrame:
        answers[question.__name__] = question(store, stores, **params)
        return answers[question.__name__]

    evening(ask, stores, day)
    for question in (meeting.duty, meeting.trend, meeting.quota_origin, meeting.grade_mix):
        ask(question, day=day)
    ask(frame.data_age)
    ask(frame.assistants, first=day - timedelta(days=27), last=day)
    return answers


def test_history_does_not_weigh_on_the_meeting(demo_shop: Path, tmp_path: Path, figures: Figures) -> None:
    with Store(shutil.copytree(demo_shop, tmp_path / "demo")) as shop:
        stores = shop.all_stores()
        day = frame.data_age(shop, stores)["last_day"].iloc[0].date()
    sizes = {size: grow(shutil.copytree(demo_shop, tmp_path / str(size)), size) for size in (FEW, MANY)}
    assert all(calls >= size for size, calls in sizes.items())
    with Store(tmp_path / str(FEW)) as few, Store(tmp_path / str(MANY)) as many:
        answers = [ask_all(store, stores, day) for store in (few, many)]
        for name, answer in answers[0].items():
            pd.testing.assert_frame_equal(answer, answers[1][name])
        found = best(
            5,
            {
                "few": lambda: cpu_seconds(lambda: ask_all(few, stores, day)),
                "many": lambda: cpu_seconds(lambda: ask_all(many, stores, day)),
            },
        )
    figures.compare(
        f"meeting's questions, {MANY / 1e6:,.0f} million calls / {FEW / 1e6:,.0f} million",
        found["many"] * 1000,
        found["few"] * 1000,
        "ms",
        budget=1.3,
    )
