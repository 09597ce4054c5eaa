"""What the evening page says about sending by itself."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.store import Store
from reports.outcomes import Outcome, keep
from reports.robot import FILE

Open = Callable[..., AppTest]
DAY = date(2026, 11, 21)


@pytest.fixture
def planned(own_shop: None, shop: Store, home: Path) -> Path:
    (home / FILE).write_text('at = "20:10"', encoding="utf-8")
    return home


def test_when_it_goes_out_and_what_came_of_it_is_said(app: Open, said: Callable[..., Any], planned: Path) -> None:
    assert "每天 20:10 自动发到群里。" in said(app()).page
    refused = {"code": "93000", "words": "invalid *url*"}
    keep(planned, "a", Outcome(DAY, "failed", datetime(2026, 11, 21, 20, 10), "robot.refused", refused))
    (problem,) = app(lang="en").error
    assert "could not go to the group by itself at 20:10: The robot did not take it " in problem.value
    assert "*url*" not in problem.value
    keep(planned, "a", Outcome(DAY, "sent", datetime(2026, 11, 21, 20, 20)))
    assert "11月21日 周六 的夕会已在 20:20 自动发到群里。" in said(app()).page


def test_a_plan_that_makes_no_sense_is_said_where_the_meeting_is(app: Open, planned: Path) -> None:
    (planned / FILE).write_text('at = "evening"', encoding="utf-8")
    shown = app(lang="en")
    assert not shown.error
    assert "evening" in shown.warning[0].value
