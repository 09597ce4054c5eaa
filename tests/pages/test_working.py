"""The work on uploads goes on beside the page: its progress is shown, its outcome waits, nothing goes in twice."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from streamlit.testing.v1 import AppTest

from data import importing
from data.refusal import Refused
from data.store import Store
from data.texts import LANGUAGES, say
from pages.records.working import Job
from pages.shared.texts import plain

Open = Callable[..., AppTest]
FRAME: Final = Path(__file__).parents[2] / "pages" / "frame.py"
PAGE: Final = "records/uploads.py"
LOG: Final = "日期,门店,导购,客户姓名,电话,通话结果\n2026-11-{day},旗舰店,周丽,李女士,13900139001,接通\n"


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], threading.Event]]:
    """Return a function that holds a step of the import up until its gate is opened."""
    gates: list[threading.Event] = []

    def hold(step: str) -> threading.Event:
        gates.append(threading.Event())
        go_on, work = gates[-1], getattr(importing, step)

        def held(*arguments: Any, tell: importing.Tell, **more: Any) -> Any:
            tell("reading" if step == "examine" else "linking")
            go_on.wait()
            return work(*arguments, tell=tell, **more)

        monkeypatch.setattr(importing, step, held)
        return go_on

    yield hold
    for go_on in gates:
        go_on.set()


def hasty(**params: str) -> AppTest:
    """Return the page of the uploads, before somebody who doesn't wait for what goes on beside it."""
    shown = AppTest.from_file(str(FRAME), default_timeout=30)
    for name, value in params.items():
        shown.query_params[name] = value
    return shown.run().switch_page(PAGE).run()


def upload(shown: AppTest, **files: str) -> AppTest:
    shown.file_uploader[0].set_value([(f"{name}.csv", text.encode(), "text/csv") for name, text in files.items()])
    return shown.run()


def commit_buttons(shown: AppTest) -> list[Any]:
    return [button for button in shown.button if button.icon == ":material/check:"]


def committing() -> AppTest:
    """Return the page on which a file has been read and is told to go in."""
    shown = upload(hasty(), a=LOG.format(day=22))
    while not commit_buttons(shown):
        shown.session_state["desk"].reading.wait()
        shown.run()
    return commit_buttons(shown)[0].click().run()


def working(shown: AppTest) -> list[str]:
    return [bar.proto.text for bar in shown.get("progress")]


def imports(shop: Store) -> int:
    with shop.reading() as cursor:
        return int(cursor.execute("select count(*) from raw.batches").fetchall()[0][0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_being_read_is_said_and_can_not_be_committed_yet(
    shop: Store, gate: Callable[[str], threading.Event], language: str
) -> None:
    go_on = gate("examine")
    shown = upload(hasty(lang=language), a=LOG.format(day=22), b=LOG.format(day=23))
    place = say("uploads.working.place", language, number=1, of=2)
    assert working(shown) == [say("uploads.working.reading", language, place=place, file=plain("a.csv"))]
    assert not commit_buttons(shown)
    job = shown.session_state["desk"].reading
    go_on.set()
    job.wait()
    shown.run()
    assert working(shown) == []
    assert len(commit_buttons(shown)) == 1


def test_other_pages_can_be_seen_meanwhile_and_the_outcome_waits(
    shop: Store, gate: Callable[[str], threading.Event]
) -> None:
    go_on = gate("commit")
    shown = committing()
    assert working(shown) == [say("uploads.working.linking", "zh", place="", file=plain("a.csv"))]
    assert say("uploads.working.note", "zh") in [caption.value for caption in shown.caption]
    shown.run()
    assert not commit_buttons(shown)
    shown.switch_page("team/quotas.py").run()
    assert shown.title[0].value.startswith(say("frame.pages.quotas.name", "zh"))
    assert not shown.exception
    job = shown.session_state["desk"].committing
    go_on.set()
    job.wait()
    shown.switch_page(PAGE).run()
    assert say("uploads.done", "zh", file=plain("a.csv"), rows=1) in shown.success[0].value
    assert imports(shop) == 2  # the shop's first one, and this
    shown.switch_page("team/quotas.py").run()
    shown.switch_page(PAGE).run()
    assert len(shown.success) == 1


def test_files_can_be_brought_while_others_go_in(shop: Store, gate: Callable[[str], threading.Event]) -> None:
    go_on = gate("commit")
    shown = committing()
    upload(shown, b=LOG.format(day=23))
    assert not commit_buttons(shown)
    go_on.set()
    while shown.session_state["desk"].committing or not commit_buttons(shown):
        for job in filter(None, (shown.session_state["desk"].committing, shown.session_state["desk"].reading)):
            job.wait()
        shown.run()
    assert len(shown.success) == 1


def test_what_breaks_is_said_and_logged_and_the_next_file_goes_in(
    app: Open, shop: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    commit = importing.commit

    def broken(store: Store, prepared: importing.Prepared, **more: Any) -> importing.Committed:
        if prepared.reading.name == "a.csv":
            raise RuntimeError("the disk is full")
        return commit(store, prepared, **more)

    monkeypatch.setattr(importing, "commit", broken)
    shown = upload(app(PAGE), a=LOG.format(day=22), b=LOG.format(day=23))
    commit_buttons(shown)[0].click().run()
    assert [error.value for error in shown.error] == [say("uploads.broke", "zh", file=plain("a.csv"))]
    assert say("uploads.done", "zh", file=plain("b.csv"), rows=1) in shown.success[0].value
    assert "the disk is full" in caplog.text
    caplog.clear()


def test_a_job_does_one_file_after_the_other_and_keeps_what_can_not_be_done() -> None:
    told: list[str] = []

    def work(item: int, tell: importing.Tell) -> int:
        tell("storing")
        told.append(f"{item}")
        if item == 2:
            raise Refused("importing.no_data", file="b")
        return item * 10

    job = Job([("a", 1), ("b", 2), ("c", 3)], work)
    job.wait()
    assert (job.done, told, job.step) == (True, ["1", "2", "3"], "storing")
    first, second, third = job.results
    assert (first, third) == (10, 30)
    assert isinstance(second, Refused)


def test_files_stay_on_the_desk_while_other_pages_are_seen(app: Open, shop: Store) -> None:
    shown = upload(app(PAGE), a=LOG.format(day=22))
    shown.switch_page("team/quotas.py").run()
    shown.switch_page(PAGE).run()
    assert say("uploads.kept", "zh", files=plain("a.csv")) in [caption.value for caption in shown.caption]
    upload(shown, b=LOG.format(day=23))
    commit_buttons(shown)[0].click().run()
    assert imports(shop) == 3  # the shop's first one, and these two
    assert not commit_buttons(shown.run())


def test_files_that_were_left_behind_can_be_put_away(app: Open, shop: Store) -> None:
    shown = upload(app(PAGE), a=LOG.format(day=22))
    shown.switch_page("team/quotas.py").run()
    shown.switch_page(PAGE).run()
    next(button for button in shown.button if button.label == say("uploads.put_away", "zh")).click().run()
    assert not commit_buttons(shown)
    assert shown.session_state["desk"].looks == {}
