"""When the evening goes to the group by itself, and what of: as ``robot.toml`` says."""

import logging
from datetime import timedelta

import pytest

from data.refusal import Refused
from data.store import Store
from reports.outcomes import last_on, outcomes
from reports.plan import plan
from reports.robot import FILE
from reports.sender import Sender
from tests.reports.robots import FINE, robot_that
from tests.reports.scheduled import DUE, MINUTE, Look, planned


def test_only_the_stores_named_are_told_about_and_a_wrong_name_is_said(store: Store, look: Look) -> None:
    with robot_that(FINE) as (robot, told):
        planned(store, robot, 'stores = "T"')
        assert look(DUE) == "failed"
        assert "T" in last_on(store.folder, DUE.date()).sentence("en")
        planned(store, robot, 'stores = "S"')
        assert look(DUE) == "sent"
        assert len(told) == 1


@pytest.mark.parametrize(
    ("at", "reason"),
    [
        ('"晚上八点"', "robot.bad_time"),
        ('"24:00"', "robot.bad_time"),
        ("2010", "robot.bad_time"),
        ('"20:10"\nlanguage = "fr"', "robot.bad_language"),
        ('"20:10"\nstores = 1', "robot.bad_stores"),
        ("20 10", "robot.unreadable"),
    ],
)
def test_a_plan_that_makes_no_sense_is_told_in_words_once(
    store: Store, look: Look, at: str, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    with robot_that(FINE) as (robot, told):
        planned(store, robot, at=at)
        with pytest.raises(Refused) as problem:
            plan(store.folder)
        assert problem.value.reason == reason
        sender = Sender(store)
        with caplog.at_level(logging.WARNING):
            sender.look()
            sender.look()
        assert [line for line in caplog.messages if line == problem.value.sentence("zh")] == [
            problem.value.sentence("zh")
        ]
        assert look(DUE) == ""
        assert told == []


@pytest.mark.parametrize("at", ['"20:10"', '"20：10"', "20:10:00"])
def test_a_time_may_be_written_in_a_few_ways(store: Store, at: str) -> None:
    (store.folder / FILE).write_text(f"at = {at}", encoding="utf-8")
    assert plan(store.folder).due(DUE) == DUE
    assert plan(store.folder).due(DUE - MINUTE) == DUE - timedelta(days=1)


def test_without_a_time_or_a_robot_nothing_goes_out(store: Store, look: Look) -> None:
    assert look(DUE) == ""
    (store.folder / FILE).write_text('at = "20:10"', encoding="utf-8")
    assert look(DUE) == ""
    assert outcomes(store.folder) == {}
