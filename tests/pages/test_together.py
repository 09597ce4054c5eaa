"""Twenty sessions look while files come and go: everybody sees the evening before or after, never a bit of each."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data import importing
from data.store import Store
from pages.shared import answers
from pages.shared.answers import answer
from queries import frame, meeting
from reports.evening import evening

SESSIONS = 20
CHANGES = 8
DAY = date(2026, 11, 21)
LATER = datetime(2026, 11, 21, 20, 30)
SCOPES = (("旗舰店",), ("万达店",), ("旗舰店", "万达店"))
MORE = """日期,门店,导购,客户姓名,电话,通话结果
2026-11-21 18:05,旗舰店,周丽,王先生,13800138002,接通
2026-11-21 18:07,旗舰店,周丽,钱先生,13800138005,接通
2026-11-21 18:12,万达店,何娟,赵女士,13800138004,接通
2026-11-21 18:15,万达店,何娟,孙女士,13800138006,拒接
"""

Evening = dict[str, list[dict[str, Any]]]


def look(scope: tuple[str, ...]) -> tuple[int, Evening]:
    """Ask as the meeting does, and return the data version with everything that was answered."""
    seen: Evening = {}

    def ask(question: Callable[..., pd.DataFrame], **params: Any) -> pd.DataFrame:
        found = answer(question, scope=scope, **params)
        seen[question.__name__] = found.astype(object).where(found.notna(), None).to_dict("records")
        return found

    with answers.store().moment() as version:
        ask(frame.assistants, first=DAY, last=DAY)
        evening(ask, scope, DAY)
        ask(meeting.grade_mix, day=DAY)
    return version, seen


def test_twenty_sessions_see_before_or_after(shop: Store) -> None:
    prepared = importing.prepare(shop, MORE.encode(), "more.csv", received_at=LATER)

    def change() -> None:
        if shop.data_version() % 2:
            importing.commit(shop, prepared, at=LATER, user="uploads_page", may_shrink=True)
        else:
            importing.undo(shop, shop.data_version() // 2 + 1, at=LATER, user="uploads_page")

    states: list[dict[tuple[str, ...], Evening]] = []
    for _ in range(2):  # version 1 without the import, 2 with it, 3 again without
        states.append({scope: look(scope)[1] for scope in SCOPES})
        change()
    assert all(states[0][scope] != states[1][scope] for scope in SCOPES)
    assert {scope: look(scope)[1] for scope in SCOPES} == states[0]
    start, over = threading.Barrier(SESSIONS + 1), threading.Event()

    def session(number: int) -> set[int]:
        scope, versions = SCOPES[number % len(SCOPES)], set()
        start.wait(30)
        while True:
            last = over.is_set()
            version, seen = look(scope)
            assert seen == states[1 - version % 2][scope]
            versions.add(version)
            if last:
                return versions

    with ThreadPoolExecutor(SESSIONS) as pool:
        sessions = [pool.submit(session, number) for number in range(SESSIONS)]
        try:
            start.wait(30)
            for _ in range(CHANGES):
                change()
        finally:
            over.set()
        versions = [found.result() for found in sessions]
    assert all(3 + CHANGES in found for found in versions)
    assert len(set().union(*versions)) > 2


def test_a_page_is_of_one_data_version_and_what_it_kept_too(shop: Store) -> None:
    prepared = importing.prepare(shop, MORE.encode(), "more.csv", received_at=LATER)

    def figures() -> tuple[list[Any], ...]:
        board, figures = answer(meeting.quota_board, day=DAY), answer(meeting.day_figures, day=DAY)
        return board["calls"].tolist(), figures.loc[figures["figure"] == "calls", "value"].tolist()

    with answers.store().moment():
        board = answer(meeting.quota_board, day=DAY)["calls"].tolist()
        with ThreadPoolExecutor(1) as elsewhere:
            elsewhere.submit(importing.commit, shop, prepared, at=LATER, user="uploads_page", may_shrink=True).result()
        found = figures()
        assert found[0] == board
        assert sum(found[0]) == sum(found[1]) == 3
    found = figures()
    assert sum(found[0]) == sum(found[1]) == 5


def test_what_comes_in_while_a_page_is_drawn_waits_for_its_next_run(
    app: Callable[..., AppTest], shop: Store, said: Callable[[AppTest], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = importing.prepare(shop, MORE.encode(), "more.csv", received_at=LATER)
    before = said(app()).page
    answers.close()
    asked = frame.assistants

    def meanwhile(*about: Any, **params: Any) -> pd.DataFrame:
        monkeypatch.setattr(frame, "assistants", asked)
        with ThreadPoolExecutor(1) as elsewhere:
            work = {"at": LATER, "user": "uploads_page", "may_shrink": True}
            elsewhere.submit(importing.commit, answers.store(), prepared, **work).result()
        return asked(*about, **params)

    monkeypatch.setattr(frame, "assistants", meanwhile)
    watching = app()
    assert said(watching).page == before
    assert answers.store().data_version() == 2
    assert said(watching.run()).page != before


def test_an_open_meeting_shows_what_another_session_uploads_at_its_next_run(
    app: Callable[..., AppTest], shop: Store, said: Callable[[AppTest], Any]
) -> None:
    watching = app()
    before = said(watching).page
    assert said(watching.run()).page == before
    uploading = app("records/uploads.py")
    uploading.file_uploader[0].set_value([("more.csv", MORE.encode(), "text/csv")])
    uploading.run()
    next(button for button in uploading.button if button.label.startswith("导入 ")).click().run()
    assert "已导入 4 行" in uploading.success[0].value
    after = said(watching.run()).page
    assert after != before
    assert after == said(app()).page
