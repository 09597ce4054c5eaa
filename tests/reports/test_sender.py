"""The evening goes to the group by itself: once a day whatever happens, and what goes wrong is said."""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from time import sleep

import pytest

from data import importing
from data.refusal import Refused
from data.store import Store
from reports.outcomes import Outcome, keep, last_on, outcomes
from reports.plan import plan
from reports.robot import FILE, Robot
from reports.sender import LATEST, PAUSE, Sender
from tests.reports.robots import FINE, robot_that

CALLS = "日期,门店,导购,客户,电话,通话结果\n2026-11-21,S,李雷,王,13800138001,接通\n"
WRONG = (200, '{"errcode": 93000, "errmsg": "invalid webhook url"}')
DUE = datetime(2026, 11, 21, 20, 10)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    with Store(home) as shop:
        at = datetime(2026, 11, 21, 19)
        prepared = importing.prepare(shop, CALLS.encode(), "calls.csv", received_at=at)
        importing.commit(shop, prepared, at=at, user="command_line")
        yield shop


def planned(store: Store, robot: Robot, *lines: str, at: str = '"20:10"') -> None:
    (store.folder / FILE).write_text("\n".join([f'url = "{robot.url}"', f"at = {at}", *lines]), encoding="utf-8")


@pytest.fixture
def look(store: Store, set_clock: Callable[[datetime], None]) -> Callable[[datetime], str]:
    """Return a function that looks at the clock at a moment, as after a restart, and returns what is known then."""

    def looked(moment: datetime) -> str:
        set_clock(moment)
        Sender(store).look()
        found = last_on(store.folder, moment.date())
        return found.state if found else ""

    return looked


def test_it_goes_out_when_it_is_due_and_once_whatever_restarts(store: Store, look) -> None:
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
    store: Store, look, caplog: pytest.LogCaptureFixture
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


def test_who_has_sent_it_by_hand_is_not_repeated(store: Store, look) -> None:
    with robot_that(FINE) as (robot, told):
        planned(store, robot)
        assert look(DUE) == "sent"
        (store.folder / "robot_scheduled.json").unlink()
        assert look(DUE) == "sent"
        assert len(told) == 1


def test_a_refusal_is_said_and_tried_again_within_the_hour(
    store: Store, look, caplog: pytest.LogCaptureFixture
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


def test_what_failed_goes_out_when_the_robot_is_back(store: Store, look) -> None:
    with robot_that(WRONG, FINE) as (robot, told):
        planned(store, robot)
        assert [look(DUE), look(DUE + PAUSE), look(DUE + 2 * PAUSE)] == ["failed", "sent", "sent"]
        assert len(told) == 2


def test_a_robot_that_is_down_is_tried_again(store: Store, look, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reports.sending.WAITS", ())
    with robot_that(FINE) as (robot, _):
        planned(store, robot)
    assert look(DUE) == "failed"
    assert last_on(store.folder, DUE.date()).reason == "robot.down"


def test_what_may_have_arrived_is_not_sent_again(store: Store, look) -> None:
    with robot_that((500, "")) as (robot, told):  # as unsure as one that does not answer in time
        planned(store, robot)
        assert [look(DUE), look(DUE + PAUSE)] == ["unsure", "unsure"]
        assert len(told) == 1


def test_a_server_that_died_while_sending_sends_nothing_again(store: Store, look) -> None:
    with robot_that(FINE) as (robot, told):
        planned(store, robot)
        look(DUE)
        (mark,) = outcomes(store.folder)
        keep(store.folder, mark, Outcome(DUE.date(), "sending", DUE))
        (store.folder / "robot_sent.json").unlink()
        assert look(DUE + PAUSE) == "sending"
        assert len(told) == 1


def test_an_evening_just_before_midnight_is_sent_after_it(store: Store, look) -> None:
    with robot_that(FINE) as (robot, told):
        planned(store, robot, at="23:55:00")
        look(datetime(2026, 11, 22, 0, 5))
        assert last_on(store.folder, DUE.date()).state == "sent"
        assert "11月21日" in told[0]["text"]["content"]


def test_a_day_of_which_nothing_is_known_is_not_sent(store: Store, look) -> None:
    with robot_that(FINE) as (robot, told):
        planned(store, robot)
        assert look(DUE - timedelta(days=200)) == "empty"
        assert told == []


def test_only_the_stores_named_are_told_about_and_a_wrong_name_is_said(store: Store, look) -> None:
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
    store: Store, look, at: str, reason: str, caplog: pytest.LogCaptureFixture
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


def test_without_a_time_or_a_robot_nothing_goes_out(store: Store, look) -> None:
    assert look(DUE) == ""
    (store.folder / FILE).write_text('at = "20:10"', encoding="utf-8")
    assert look(DUE) == ""
    assert outcomes(store.folder) == {}


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
