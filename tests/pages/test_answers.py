"""Answers: asked once, seen by those who may, gone with the data they were about."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pytest

from data.store import Store
from pages.shared import answers
from pages.shared.answers import Kept, answer


class Shop:
    """What ``answers`` needs of a store."""

    def __init__(self, version: int = 1) -> None:
        self.version = version
        self.closed = False

    @contextmanager
    def moment(self) -> Iterator[int]:
        yield self.version

    def all_stores(self) -> tuple[str, ...]:
        return ("A店", "B店")

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def shop(monkeypatch: pytest.MonkeyPatch) -> Shop:
    shop = Shop()
    monkeypatch.setattr(answers, "store", lambda: shop)
    return shop


def test_a_question_is_asked_once_for_the_same_data(shop: Shop) -> None:
    asked: list[tuple[str, ...]] = []

    def question(_: Store, scope: tuple[str, ...], day: int) -> pd.DataFrame:
        asked.append(scope)
        return pd.DataFrame({"day": [day]})

    assert answer(question, day=1)["day"].tolist() == [1]
    answer(question, day=1)
    assert asked == [("A店", "B店")]
    answer(question, day=2)
    answer(question, day=1, scope=("A店",))
    shop.version += 1
    answer(question, day=1)
    assert len(asked) == 4


@pytest.mark.usefixtures("shop")
def test_a_scope_never_widens_what_the_session_may_see() -> None:
    def question(_: Store, scope: tuple[str, ...]) -> pd.DataFrame:
        return pd.DataFrame({"store": list(scope)})

    assert answer(question, scope=("B店", "somebody else's"))["store"].tolist() == ["B店"]
    assert answer(question, scope=())["store"].tolist() == []


@pytest.mark.usefixtures("shop")
def test_what_a_page_does_to_its_answer_stays_on_the_page() -> None:
    def question(_: Store, __: tuple[str, ...]) -> pd.DataFrame:
        return pd.DataFrame({"calls": [50]})

    mine = answer(question)
    mine.loc[0, "calls"] = 0
    mine["more"] = 1
    assert answer(question).to_dict("list") == {"calls": [50]}


def test_the_least_recently_asked_goes_first() -> None:
    kept = Kept(2)
    worked_out: list[str] = []

    def ask(name: str) -> None:
        kept.result(name, lambda: worked_out.append(name))

    for name in "ababca":
        ask(name)
    # a and b are kept, c drops a (asked for longer ago than b), so the last a is worked out again.
    assert worked_out == ["a", "b", "c", "a"]


def test_many_at_once_wait_for_one() -> None:
    kept, started, go = Kept(2), threading.Barrier(8), threading.Event()
    worked_out: list[int] = []

    def work_out() -> int:
        go.wait(10)
        worked_out.append(1)
        return 7

    def ask(_: int) -> int:
        started.wait(10)
        result: int = kept.result("key", work_out)
        return result

    with ThreadPoolExecutor(8) as pool:
        results = pool.map(ask, range(8))
        go.set()
        assert list(results) == [7] * 8
    assert worked_out == [1]


def test_an_error_is_raised_and_not_kept() -> None:
    kept = Kept(2)
    with pytest.raises(ZeroDivisionError):
        kept.result("key", lambda: 1 / 0)
    assert kept.result("key", lambda: 1) == 1


def test_closing_closes_the_store_and_the_next_question_opens_it_again(home: Path) -> None:
    first = answers.store()
    assert answers.store() is first
    assert first.folder == home.resolve()
    answers.close()
    assert answers.store() is not first
