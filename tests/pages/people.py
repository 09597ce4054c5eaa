"""The page on which an operator settles who is who, as its tests drive it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from streamlit.testing.v1 import AppTest

from data import importing
from pages.shared import answers
from tests.data.forms import agreed

Open = Callable[..., AppTest]
Hear = Callable[[AppTest], Any]

PAGE: Final = "records/people.py"
MEETING: Final = "today/meeting.py"
MARK: Final = "旗舰店"
EVENING: Final = datetime(2026, 11, 21, 19, 52)
TWICE: Final = ("李小红 13800138001 -", "李小红(家电) - -")
# One WeChat id for six customers.
SHOPS_OWN: Final = tuple(f"客户{letter} 1380013801{number} dianzhang" for number, letter in enumerate("甲乙丙丁戊己"))


def bring(*people: str, **said: str) -> None:
    """Import the calls of one day with people who agreed to join."""
    content = agreed(*people, **said).encode()
    prepared = importing.prepare(answers.store(), content, "calls.csv", received_at=EVENING, kind="calls")
    importing.commit(answers.store(), prepared, at=EVENING, user="uploads_page", may_shrink=True)


def choose(shown: AppTest, table: str, *rows: int) -> AppTest:
    """Choose rows of the table whose key begins with ``table``."""
    key = next(found.key for found in shown.dataframe if (found.key or "").startswith(table))
    shown.session_state[key] = {"selection": {"rows": list(rows), "columns": [], "cells": []}}
    return shown.run()


def press(shown: AppTest, key: str) -> AppTest:
    """Press a button."""
    return shown.button(key=key).click().run()


def invites(shown: AppTest) -> str:
    """Return the invites on the meeting's card, seen in the same session."""
    shown.switch_page(MEETING).run()
    found = next(metric.value for metric in shown.metric if metric.label == "邀约进群")
    shown.switch_page(PAGE).run()
    return str(found)


def tables(shown: AppTest, key: str) -> Any:
    """Return what stands in the table whose key begins with ``key``, or None where there is no such table."""
    assert not shown.exception
    return next((found.value for found in shown.dataframe if (found.key or "").startswith(key)), None)


def toasts(shown: AppTest) -> str:
    """Return what the page just said in passing."""
    return "\n".join(toast.value for toast in shown.toast)
