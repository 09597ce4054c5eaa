"""The evening goes to the group by itself, once a day whatever happens."""

import logging
from datetime import datetime, timedelta
from time import sleep

import pytest

from data import importing
from data.store import Store
from reports.outcomes import last_on
from reports.sender import LATEST, Sender
from tests.reports.robots import FINE, robot_that
from tests.reports.scheduled import DUE, MINUTE, Look, planned


def test_it_goes_out_when_it_is_due_and_once_whatever_restarts(store: Store, look: Look) -> None:
    with robot_that(FINE) as (robot, told):
        planned(store, robot)
        assert look(DUE - MINUTE) == ""
        assert look(DUE) == "sent"
        assert told[0]["text"]["content"].startswith("【夕会】S 11月21日")
        importing.undo(store, 1, at=DUE, user="test")  # other words now, and the same evening
        assert look(DUE + 2 * MINUTE) == "sent"
        assert look(DUE + 3 * LATEST) == "sent"
        assert len(told) == 1


def test_a_server_that_comes_up_within_the_hour_sends_and_later_does_not(
    store: Store, look: Look, caplog: pytest.LogCaptureFixture
) -> None:
    with robot_that(FINE) as (robot, told):
        planned(store, robot, 'language = "en"')
        with caplog.at_level(logging.WARNING):
            assert look(DUE + LATEST + MINUTE) == "missed"
            assert look(DUE + LATEST + 2 * MINUTE) == "missed"
        assert len([line for line in caplog.messages if "was not running in the hour after 20:10" in line]) == 1
        assert told == []
        planned(store, robot, 'language = "zh"')  # another evening's message, as far as anybody in the group can tell
        assert look(DUE + LATEST) == "sent"
        assert len(told) == 1


def test_who_has_sent_it_by_hand_is_not_repeated(store: Store, look: Look) -> None:
    with robot_that(FINE) as (robot, told):
        planned(store, robot)
        assert look(DUE) == "sent"
        (store.folder / "robot_scheduled.json").unlink()
        assert look(DUE) == "sent"
        assert len(told) == 1


def test_an_evening_just_before_midnight_is_sent_after_it(store: Store, look: Look) -> None:
    with robot_that(FINE) as (robot, told):
        planned(store, robot, at="23:55:00")
        look(datetime(2026, 11, 22, 0, 5))
        assert last_on(store.folder, DUE.date()).state == "sent"
        assert "11月21日" in told[0]["text"]["content"]


def test_a_day_of_which_nothing_is_known_is_not_sent(store: Store, look: Look) -> None:
    with robot_that(FINE) as (robot, told):
        planned(store, robot)
        assert look(DUE - timedelta(days=200)) == "empty"
        assert told == []


def test_the_sender_starts_sends_and_stops(store: Store, set_clock) -> None:
    with robot_that(FINE) as (robot, told):
        planned(store, robot)
        set_clock(DUE)
        sender = Sender(store)
        sender.start()
        for _ in range(3_000):
            if (found := last_on(store.folder, DUE.date())) and found.state != "sending":
                break
            sleep(0.01)
        sender.stop()
        assert found
        assert (found.state, len(told)) == ("sent", 1)
