"""What did not go to the group by itself is tried again, unless it may have arrived."""

import logging

import pytest

from data import importing
from data.store import Store
from reports.outcomes import Outcome, keep, last_on, outcomes
from reports.sender import LATEST, PAUSE
from tests.reports.robots import FINE, robot_that
from tests.reports.scheduled import DUE, MINUTE, Look, planned, upload

WRONG = (200, '{"errcode": 93000, "errmsg": "invalid webhook url"}')


def test_a_refusal_is_said_and_tried_again_within_the_hour(
    store: Store, look: Look, caplog: pytest.LogCaptureFixture
) -> None:
    with robot_that(WRONG) as (robot, told):
        planned(store, robot)
        with caplog.at_level(logging.WARNING):
            assert look(DUE) == "failed"
        assert any("93000" in line for line in caplog.messages)
        assert "key=" not in caplog.text
        assert "93000" in last_on(store.folder, DUE.date()).sentence("en")
        look(DUE + PAUSE - MINUTE)
        assert len(told) == 1
        look(DUE + PAUSE)
        assert len(told) == 2
        look(DUE + LATEST + MINUTE)
        assert len(told) == 2


def test_what_failed_goes_out_when_the_robot_is_back(store: Store, look: Look) -> None:
    with robot_that(WRONG, FINE) as (robot, told):
        planned(store, robot)
        assert [look(DUE), look(DUE + PAUSE), look(DUE + 2 * PAUSE)] == ["failed", "sent", "sent"]
        assert len(told) == 2


def test_a_robot_that_is_down_is_tried_again(store: Store, look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reports.sending.WAITS", ())
    with robot_that(FINE) as (robot, _):
        planned(store, robot)
    assert look(DUE) == "failed"
    assert last_on(store.folder, DUE.date()).reason == "robot.down"


def test_what_may_have_arrived_is_not_sent_again(store: Store, look: Look) -> None:
    with robot_that((500, "")) as (robot, told):  # as unsure as one that does not answer in time
        planned(store, robot)
        assert [look(DUE), look(DUE + PAUSE)] == ["unsure", "unsure"]
        assert len(told) == 1


def test_a_server_that_died_while_sending_sends_nothing_again(store: Store, look: Look) -> None:
    with robot_that(FINE) as (robot, told):
        planned(store, robot)
        look(DUE)
        (mark,) = outcomes(store.folder)
        keep(store.folder, mark, Outcome(DUE.date(), "sending", DUE))
        (store.folder / "robot_sent.json").unlink()
        assert look(DUE + PAUSE) == "sending"
        assert len(told) == 1


def test_what_comes_in_after_the_time_goes_out_within_the_hour(store: Store, look: Look) -> None:
    importing.undo(store, 1, at=DUE, user="test")
    with robot_that(FINE) as (robot, told):
        planned(store, robot)
        assert look(DUE) == "empty"
        upload(store, DUE + MINUTE)
        assert look(DUE + PAUSE - MINUTE) == "empty"
        assert told == []
        assert look(DUE + PAUSE) == "sent"
        assert len(told) == 1


def test_what_comes_in_after_the_hour_does_not_go_out(store: Store, look: Look) -> None:
    importing.undo(store, 1, at=DUE, user="test")
    with robot_that(FINE) as (robot, told):
        planned(store, robot)
        assert look(DUE + LATEST) == "empty"
        upload(store, DUE + LATEST)
        assert look(DUE + LATEST + PAUSE) == "empty"
        assert told == []
