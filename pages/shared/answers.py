"""The open store, answers, and what is made of them, kept until the data changes. There are no other caches."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from concurrent.futures import Future
from typing import Any, Final, TypeVar

import pandas as pd
import streamlit as st

from data.home import home
from data.store import Store
from pages.shared.texts import language

Made = TypeVar("Made")

ENTRIES: Final = 4_000


class Kept:
    """Results by key; the one not asked for the longest goes first, and each is worked out once for all who wait."""

    def __init__(self, entries: int) -> None:
        self._entries = entries
        self._results: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._lock = threading.Lock()

    def result(self, key: Hashable, work_out: Callable[[], Any]) -> Any:
        """Return what is kept under ``key``, else what ``work_out`` returns. An error is raised, never kept."""
        mine: Future[Any] | None = None
        with self._lock:
            kept = self._results.get(key)
            if kept is None:
                kept = mine = self._results[key] = Future()
                if len(self._results) > self._entries:
                    self._results.popitem(last=False)
            else:
                self._results.move_to_end(key)
        if mine:
            try:
                mine.set_result(work_out())
            except BaseException as problem:  # noqa: BLE001 - raised again for all who wait, two lines on
                with self._lock:
                    if self._results.get(key) is mine:
                        del self._results[key]
                mine.set_exception(problem)
        return kept.result()

    def forget(self) -> list[Any]:
        """Drop everything, and return what had been worked out."""
        with self._lock:
            dropped = list(self._results.values())
            self._results.clear()
        return [result.result() for result in dropped if result.done()]


_answers: Final = Kept(ENTRIES)
_shops: Final = Kept(1)


def store() -> Store:
    """Return the shop's store, opened once for all sessions."""
    shop: Store = _shops.result("shop", lambda: Store(home()))
    return shop


def close() -> None:
    """Close the store; the next question opens it again."""
    _answers.forget()
    for shop in _shops.forget():
        shop.close()


def visible() -> tuple[str, ...]:
    """Return the stores that this session may see. Without sign-in: all."""
    with store().moment() as version:
        stores: tuple[str, ...] = _answers.result(("stores", version), store().all_stores)
        return stores


def answer(
    question: Callable[..., pd.DataFrame], /, *, scope: Collection[str] | None = None, **params: Hashable
) -> pd.DataFrame:
    """Return the answer to a typed question of ``queries`` for the stores in ``scope`` that the session may see.

    Without ``scope``: all of them. The same question about the same data is asked once, for all sessions.
    """
    shop = store()
    with shop.moment() as version:
        allowed = visible()
        stores = allowed if scope is None else tuple(name for name in allowed if name in scope)
        key = (question.__module__, question.__qualname__, stores, *sorted(params.items()), version)
        frame: pd.DataFrame = _answers.result(key, lambda: question(shop, stores, **params))
    return frame.copy(deep=False)  # copy on write: what a page changes stays its own


def made(build: Callable[..., Made], /, *of: Hashable) -> Made:
    """Return what ``build`` makes of ``of``: made once for all sessions with the same language and theme.

    ``build`` may ask and speak, but draws nothing. What it returns is shared: nobody changes it. Stores in ``of`` are
    those the session has chosen, so never more than it may see.
    """
    with store().moment() as version:
        key = (build.__module__, build.__qualname__, of, language(), st.context.theme.type, version)
        result: Made = _answers.result(key, lambda: build(*of))
    return result
