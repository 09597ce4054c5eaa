"""Files dropped into the inbox: which are taken, where they go, and the answer beside them."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from data.inbox import Watcher
from data.reading.sniffing import MAX_BYTES
from data.store import Store
from tests.data.forms import FEWER, GOOD, NO_STORE
from tests.data.inbox_seen import Drop, batches, look_twice, names, said


def test_a_dropped_file_is_imported_and_moved_with_its_answer_in_both_languages(
    shop: Store, watcher: Watcher, drop: Drop, inbox: Path
) -> None:
    drop("表.csv")
    look_twice(watcher)
    assert batches(shop) == [("表.csv", "inbox")]
    assert names(inbox / "done") == ["表.csv", "表.csv.txt"]
    assert (inbox / "done" / "表.csv").read_text(encoding="utf-8") == GOOD
    assert said(inbox / "done" / "表.csv.txt").splitlines() == [
        "表.csv：电话邀约记录表，导入 2 行（其中修整 0 行），拒收 0 行，批号 1",
        "",
        "表.csv: 电话邀约记录表, 2 rows in (0 of them mended), 0 refused, batch 1",
    ]
    assert names(inbox) == [".requests", "done", "refused"]
    assert names(inbox / ".requests") == []


def test_the_answer_names_refused_rows_and_the_inferred_store(watcher: Watcher, drop: Drop, inbox: Path) -> None:
    drop("旗舰店.csv", NO_STORE + "2026-11-20,周丽,13800138002,接通\n" * 4 + "2062-11-20,周丽,13800138002,接通\n")
    look_twice(watcher)
    answer = said(inbox / "done" / "旗舰店.csv.txt")
    assert "拒收 1 行" in answer
    assert "门店：旗舰店" in answer
    assert "第 7 行，日期“2062-11-20”" in answer
    assert "row 7" in answer


def test_a_file_that_still_grows_is_left_until_two_looks_see_the_same(
    shop: Store, watcher: Watcher, drop: Drop, inbox: Path
) -> None:
    drop("表.csv", FEWER)
    watcher.look()
    drop("表.csv", GOOD)
    watcher.look()
    assert batches(shop) == []
    watcher.look()
    assert "导入 2 行" in said(inbox / "done" / "表.csv.txt")


@pytest.mark.parametrize(
    "name", ["~$表.xlsx", ".表.csv", "表.csv.part", "表.TMP", "表.csv.crdownload", "desktop.ini", ".同步/表.csv"]
)
def test_unfinished_and_hidden_files_are_left_alone(shop: Store, watcher: Watcher, drop: Drop, name: str) -> None:
    file = drop(name)
    look_twice(watcher)
    assert file.exists()
    assert batches(shop) == []


def test_links_and_what_is_no_file_are_left_alone(shop: Store, watcher: Watcher, inbox: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "表.csv").write_text(GOOD, encoding="utf-8")
    (inbox / "表.csv").symlink_to(elsewhere / "表.csv")
    (inbox / "万达店").symlink_to(elsewhere, target_is_directory=True)
    os.mkfifo(inbox / "管.csv")
    look_twice(watcher)
    assert batches(shop) == []
    assert names(elsewhere) == ["表.csv"]


def test_a_folder_named_like_a_store_gives_the_store(shop: Store, watcher: Watcher, drop: Drop, inbox: Path) -> None:
    drop("万达店/表.csv", NO_STORE)
    drop("十一月/表.csv", NO_STORE)
    look_twice(watcher)
    assert shop.all_stores() == ("万达店",)
    assert names(inbox / "done" / "万达店") == ["表.csv", "表.csv.txt"]
    assert "没有门店列" in said(inbox / "refused" / "十一月" / "表.csv.txt")


def test_a_refused_file_says_why_and_what_to_do(shop: Store, watcher: Watcher, drop: Drop, inbox: Path) -> None:
    drop("坏.csv", b"%PDF-1.7")
    drop("好.csv")
    look_twice(watcher)
    assert batches(shop) == [("好.csv", "inbox")]
    zh, en = said(inbox / "refused" / "坏.csv.txt").split("\n\n")
    assert zh.startswith("“坏.csv”其实是 PDF 文件")
    assert "再放进收件箱" in zh
    assert "drop it into the inbox again" in en


def test_a_file_that_takes_rows_away_needs_a_person(shop: Store, watcher: Watcher, drop: Drop, inbox: Path) -> None:
    drop("表.csv")
    look_twice(watcher)
    drop("少.csv", FEWER)
    look_twice(watcher)
    assert len(batches(shop)) == 1
    answer = said(inbox / "refused" / "少.csv.txt")
    assert "从 2 行变成 1 行" in answer
    assert "python -m data import FILE --yes" in answer


def test_the_same_bytes_again_change_nothing_and_overwrite_nothing(
    shop: Store, watcher: Watcher, drop: Drop, inbox: Path
) -> None:
    for _ in range(2):
        drop("表.csv")
        look_twice(watcher)
    assert len(batches(shop)) == 1
    assert names(inbox / "done") == ["表-2.csv", "表-2.csv.txt", "表.csv", "表.csv.txt"]
    assert "内容一模一样，没有任何改变" in said(inbox / "done" / "表-2.csv.txt")
    assert "nothing was changed" in said(inbox / "done" / "表-2.csv.txt")


def test_a_file_over_the_limit_is_refused_by_its_size_unread(
    watcher: Watcher, drop: Drop, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.importing.examine", None)
    with drop("大.csv", "").open("wb") as file:
        file.truncate(MAX_BYTES + 1024 * 1024)
    look_twice(watcher)
    assert "有 51.0 MB，超过上限 50.0 MB" in said(inbox / "refused" / "大.csv.txt")


def test_a_file_counts_from_when_it_was_dropped(
    shop: Store, watcher: Watcher, drop: Drop, set_clock: Callable[..., None]
) -> None:
    set_clock(datetime(2026, 11, 20, 19, 59, 59))
    drop("表.csv")
    watcher.look()
    set_clock(datetime(2026, 11, 20, 20, 0, 1))
    watcher.look()
    with shop.reading() as cursor:
        times = cursor.execute("select received_at, committed_at from raw.batches").fetchall()
    assert times == [(datetime(2026, 11, 20, 19, 59, 59), datetime(2026, 11, 20, 20, 0, 1))]


def test_any_name_is_taken_and_answered(shop: Store, watcher: Watcher, inbox: Path, drop: Drop) -> None:
    drop("店" * 83 + ".csv")
    Path(os.fsdecode(os.fsencode(inbox) + b"/\xff.csv")).write_text(GOOD.replace("11-20", "11-19"), encoding="utf-8")
    look_twice(watcher)
    assert sorted(name for name, _ in batches(shop)) == ["?.csv", "店" * 83 + ".csv"]
    assert len(names(inbox / "done")) == 4
