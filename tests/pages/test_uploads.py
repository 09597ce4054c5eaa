"""The page of the uploads: what a file would change, and that only what somebody agreed to gets lost."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data import importing
from data.store import Store

Open = Callable[..., AppTest]
PAGE = "records/uploads.py"
HEADER = "日期,门店,导购,客户姓名,电话,通话结果"
LATER = datetime(2026, 11, 22, 20, 30)


def log(day: int, calls: int) -> bytes:
    """Return a call log of 周丽 with so many rows on one day of November."""
    rows = [f"2026-11-{day} 18:00,旗舰店,周丽,李女士,13900139{number:03},接通" for number in range(calls)]
    return "\n".join([HEADER, *rows]).encode()


def bring(shop: Store, content: bytes) -> None:
    prepared = importing.prepare(shop, content, "other.csv", received_at=LATER)
    importing.commit(shop, prepared, at=LATER, user="uploads_page", may_shrink=True)


def upload(shown: AppTest, **files: bytes) -> AppTest:
    shown.file_uploader[0].set_value([(f"{name}.csv", content, "text/csv") for name, content in files.items()])
    return shown.run()


def commit(shown: AppTest) -> AppTest:
    return next(button for button in shown.button if button.label.startswith("导入 ")).click().run()


def live_rows(shop: Store, day: int) -> int:
    with shop.cursor(shop.all_stores()) as cursor:
        found = cursor.execute(
            "select count(*) from calls where assistant = '周丽' and day = make_date(2026, 11, $1)", [day]
        ).fetchone()
    assert found is not None
    return int(found[0])


def test_a_file_is_in_once_it_is_committed_and_says_by_whom(app: Open, shop: Store) -> None:
    shown = commit(upload(app(PAGE), a=log(22, 2)))
    assert not shown.exception
    assert "已导入 2 行" in shown.success[0].value
    assert live_rows(shop, 22) == 2
    assert shown.dataframe[0].value["上传人"].tolist() == ["上传页", "上传页"]


def test_fewer_rows_need_a_yes(app: Open, shop: Store) -> None:
    bring(shop, log(22, 3))
    shown = upload(app(PAGE), a=log(22, 2))
    assert next(button for button in shown.button if button.label.startswith("导入 ")).disabled
    shown.checkbox[0].check().run()
    assert "已导入 2 行" in commit(shown).success[0].value
    assert live_rows(shop, 22) == 2


def test_a_yes_counts_only_for_what_was_on_the_screen(app: Open, shop: Store) -> None:
    bring(shop, log(22, 3))
    shown = upload(app(PAGE), a=log(22, 2))
    shown.checkbox[0].check().run()
    bring(shop, log(22, 9))
    shown = commit(shown)
    assert live_rows(shop, 22) == 9
    assert not shown.checkbox[0].value
    assert any("9 → 2 行" in line.value for line in shown.markdown)


def test_a_file_that_would_take_rows_from_the_one_before_it_is_refused(app: Open, shop: Store) -> None:
    # Nothing stands on the 22nd, so neither takes anything away; once the first is in, the second would take a row.
    shown = commit(upload(app(PAGE), a=log(22, 2), b=log(22, 1)))
    assert "已导入 2 行" in shown.success[0].value
    assert "b" in shown.error[0].value
    assert "数据又变了" in shown.error[0].value
    assert live_rows(shop, 22) == 2


def test_a_preview_is_asked_once_a_change_and_forgotten_with_its_file(
    app: Open, shop: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    preview = importing.preview

    def counted(*arguments: Any) -> importing.Preview:
        asked.append(arguments)
        return preview(*arguments)

    monkeypatch.setattr(importing, "preview", counted)
    shown = upload(app(PAGE), a=log(22, 2)).run().run()
    assert len(asked) == 1
    bring(shop, log(20, 1))
    shown = shown.run().run()
    assert len(asked) == 2
    assert len(shown.session_state["desk"].looks) == 1
    shown.file_uploader[0].set_value(None).run()
    assert shown.session_state["desk"].looks == {}


def test_a_full_disk_is_said_and_the_same_file_goes_in_once_there_is_room(
    app: Open, shop: Store, files_end_at: Callable[[int], AbstractContextManager[None]]
) -> None:
    shown = upload(app(PAGE), a=log(22, 2))
    with files_end_at(0):
        shown = commit(shown)
        assert "磁盘满了" in shown.error[0].value
        assert live_rows(shop, 22) == 0
    assert "已导入 2 行" in commit(upload(shown, a=log(22, 2))).success[0].value
    assert live_rows(shop, 22) == 2
