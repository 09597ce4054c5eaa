"""The inbox: files dropped into it, and what the command line hands to the process that holds the store."""

import json
import os
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.__main__ import main
from data.inbox import Watcher, watched
from data.inbox.later import LOOKS
from data.inbox.watching import beat
from data.reading.sniffing import MAX_BYTES
from data.refusal import Refused
from data.store import Store

CALLS = "日期,门店,导购,客户,电话,通话结果\n"
GOOD = CALLS + "2026-11-20,旗舰店,周丽,李,13800138001,接通\n2026-11-20,旗舰店,周丽,王,13800138002,未接\n"
FEWER = GOOD.rsplit("2026", 1)[0]
NO_STORE = "日期,导购,电话,通话结果\n2026-11-20,周丽,13800138001,接通\n"
Drop = Callable[..., Path]


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def inbox(home: Path) -> Path:
    folder = home / "inbox"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def watcher(shop: Store, inbox: Path) -> Watcher:
    return Watcher(shop)


@pytest.fixture
def drop(inbox: Path) -> Drop:
    """Put a file into the inbox and return its path."""

    def dropping(name: str, content: str | bytes = GOOD) -> Path:
        file = inbox / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    return dropping


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command and return exit code, stdout and stderr."""

    def running(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return running


@pytest.fixture
def watching(watcher: Watcher, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watcher]:
    """Let the watcher run beside the test, as it does in the server."""
    monkeypatch.setattr("data.inbox.watcher.EVERY", 0.02)
    beat(watcher._inbox)
    watcher.start()
    yield watcher
    watcher.stop()


def look_twice(watcher: Watcher) -> None:
    watcher.look()
    watcher.look()


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def said(file: Path) -> str:
    return file.read_text(encoding="utf-8-sig")


def batches(shop: Store) -> list[tuple[Any, ...]]:
    with shop.reading() as cursor:
        return cursor.execute("select file_name, user_name from raw.batches order by batch_id").fetchall()


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


def test_a_crash_between_import_and_move_neither_imports_twice_nor_loses_the_file(
    shop: Store, watcher: Watcher, drop: Drop, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise SystemExit

    drop("表.csv")
    with monkeypatch.context() as patch:
        patch.setattr("data.inbox.watcher.file_away", killed)
        with pytest.raises(SystemExit):
            look_twice(watcher)
    assert len(batches(shop)) == 1
    Watcher(shop).look()
    assert len(batches(shop)) == 1
    assert (inbox / "done" / "表.csv").read_text(encoding="utf-8") == GOOD
    assert "没有任何改变" in said(inbox / "done" / "表.csv.txt")


def test_a_crash_before_the_import_loses_nothing(
    shop: Store, watcher: Watcher, drop: Drop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise SystemExit

    drop("万达店/表.csv", NO_STORE)
    with monkeypatch.context() as patch:
        patch.setattr("data.inbox.watcher.carry_out", killed)
        with pytest.raises(SystemExit):
            look_twice(watcher)
    assert batches(shop) == []
    Watcher(shop).look()
    assert shop.all_stores() == ("万达店",)


def test_a_file_held_open_is_tried_again_and_told_once_without_its_numbers(
    shop: Store, watcher: Watcher, drop: Drop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    held = drop("客户13800138001.csv", FEWER)
    drop("好.csv", GOOD.replace("11-20", "11-19"))
    rename = Path.rename

    def renaming(file: Path, target: Path) -> Path:
        if file == held:
            raise PermissionError(13, "held by 13800138001")
        return rename(file, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", renaming)
        for _ in range(3 * LOOKS):
            watcher.look()
    assert batches(shop) == [("好.csv", "inbox")]
    assert held.exists()
    assert len(caplog.records) == 1
    assert "客户….csv" in caplog.text
    assert "PermissionError" in caplog.text
    assert "13800138001" not in caplog.text
    for _ in range(LOOKS + 1):
        watcher.look()
    assert len(batches(shop)) == 2


def test_a_full_disk_puts_the_import_off(
    shop: Store, watcher: Watcher, drop: Drop, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise duckdb.IOException("No space left on device")

    drop("表.csv")
    with monkeypatch.context() as patch:
        patch.setattr("data.importing.commit", full)
        look_twice(watcher)
    assert batches(shop) == []
    assert names(inbox / "refused") == []
    for _ in range(LOOKS + 1):
        watcher.look()
    assert len(batches(shop)) == 1


def test_a_surprise_ends_nothing_and_tells_the_log_no_cell(
    shop: Store,
    watcher: Watcher,
    drop: Drop,
    inbox: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def surprised(*_: object, **__: object) -> None:
        raise RuntimeError("cell 13800138001")

    drop("表.csv")
    with monkeypatch.context() as patch:
        patch.setattr("data.importing.prepare", surprised)
        look_twice(watcher)
    assert "RuntimeError" in said(inbox / "refused" / "表.csv.txt")
    assert "RuntimeError at test_inbox.py" in caplog.text
    assert "13800138001" not in caplog.text + said(inbox / "refused" / "表.csv.txt")


def test_a_file_over_the_limit_is_refused_by_its_size_unread(
    watcher: Watcher, drop: Drop, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.importing.prepare", None)
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


def test_a_request_that_points_elsewhere_stays_inside(
    shop: Store, watcher: Watcher, drop: Drop, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop("表.csv")
    watcher.look()
    with monkeypatch.context() as patch:
        patch.setattr("data.inbox.watcher.waiting", lambda _: ())
        watcher.look()
    (request,) = (inbox / ".requests").glob("*/request.json")
    asked = json.loads(request.read_text(encoding="utf-8"))
    request.write_text(json.dumps(asked | {"folder": "../../.."}), encoding="utf-8")
    watcher.look()
    assert names(inbox / "done") == ["表.csv", "表.csv.txt"]


def test_import_is_handed_over_and_says_what_it_would_have_said(
    shop: Store, watching: Watcher, run: Any, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = tmp_path / "表.csv", tmp_path / "坏.csv"
    good.write_text(NO_STORE + "2062-11-20,周丽,13800138002,接通\n", encoding="gbk")
    bad.write_bytes(b"%PDF-1.7")
    asked = ("import", bad, tmp_path / "没有.csv", good, "--store", "旗舰店", "--kind", "calls", "--encoding", "gbk")
    asked = (*asked, "--yes")
    code, out, err = run(*asked)
    assert code == 1
    assert out.splitlines() == [
        "表.csv：电话邀约记录表，导入 1 行（其中修整 0 行），拒收 1 行，批号 1",
        "  门店：旗舰店（表里没有门店列，取自表名、文件名或 --store）",
    ]
    not_a_table, missing, row = err.splitlines()
    assert not_a_table.startswith("“坏.csv”其实是 PDF 文件")
    assert str(tmp_path / "没有.csv") in missing
    assert row.startswith("  第 3 行，日期“2062-11-20”")
    assert batches(shop) == [("表.csv", "command_line")]
    assert good.exists()
    assert names(inbox / "done") == ["表.csv", "表.csv.txt"]
    assert names(inbox / ".requests") == []
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    code, out, err = run("import", good, "--store", "旗舰店")
    assert (code, out) == (1, "")
    assert "nothing was changed" in err


def test_a_day_that_shrinks_needs_yes_through_the_hand_over_too(
    shop: Store, watching: Watcher, run: Any, tmp_path: Path
) -> None:
    good, fewer = tmp_path / "表.csv", tmp_path / "少.csv"
    good.write_text(GOOD, encoding="utf-8")
    fewer.write_text(FEWER, encoding="utf-8")
    assert run("import", good)[0] == 0
    code, out, err = run("import", fewer)
    assert (code, out) == (1, "")
    assert "命令行加 --yes" in err
    code, out, err = run("import", fewer, "--yes")
    assert (code, err) == (0, "")
    assert out.endswith("批号 2\n")


def test_undo_backup_and_rebuild_are_handed_over(
    shop: Store, watching: Watcher, run: Any, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "表.csv"
    file.write_text(GOOD, encoding="utf-8")
    run("import", file)
    assert run("rebuild") == (0, "", "")
    code, out, err = run("backup")
    assert (code, err) == (0, "")
    assert Path(out.strip()).is_relative_to(home / "backups")
    assert Path(out.strip()).exists()
    assert run("undo", 1) == (0, "第 1 批已撤销，恢复为之前的样子。\n", "")
    assert run("undo", 1)[0] == 1


def test_nothing_is_handed_to_a_holder_that_does_not_watch(shop: Store, inbox: Path, run: Any, tmp_path: Path) -> None:
    file = tmp_path / "表.csv"
    file.write_text(GOOD, encoding="utf-8")
    beat(inbox)
    long_ago = time.time() - 60
    os.utime(inbox / ".watching", (long_ago, long_ago))
    code, out, err = run("import", file)
    assert (code, out, err) == (1, "", Refused("store.in_use", folder=shop.folder).sentence("zh") + "\n")
    assert not (inbox / ".requests").exists()


def test_a_watcher_that_stops_leaves_no_sign(watching: Watcher, home: Path) -> None:
    assert watched(home)
    watching.stop()
    assert not watched(home)


def test_a_server_that_dies_while_a_file_waits_is_told_with_where_the_file_lies(
    shop: Store, inbox: Path, run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "表.csv"
    file.write_text(GOOD, encoding="utf-8")
    beat(inbox)
    signs = iter([True, True])  # when asked whether to hand over, and once while waiting
    for module in ("data.commands.asking", "data.inbox.handing_over"):
        monkeypatch.setattr(f"{module}.watched", lambda _: next(signs, False))
    code, out, err = run("import", file)
    assert (code, out) == (1, "")
    assert err.startswith("看板停了，还没有给出结果。文件留在 ")
    (lies,) = (inbox / ".requests").glob("*/file/*")
    assert str(lies) in err
    Watcher(shop).look()
    assert batches(shop) == [("表.csv", "command_line")]
    assert names(inbox / "done") == ["表.csv", "表.csv.txt"]


def test_a_wish_without_a_file_is_taken_back_when_the_server_dies(
    shop: Store, inbox: Path, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.commands.asking.watched", lambda _: True)
    code, _, err = run("backup")
    assert code == 1
    assert err == "看板没有给出结果，不知道做完了没有。请在看板的“上传”页核对。\n"
    assert names(inbox / ".requests") == []


def test_a_running_dashboard_imports_what_is_dropped_and_what_is_handed_over(
    serve: Callable[..., Any], home: Path, run: Any, tmp_path: Path
) -> None:
    server = serve(home).wait()
    file, other = tmp_path / "表.csv", home / "inbox" / "次日.csv"
    file.write_text(GOOD, encoding="utf-8")
    assert run("import", file) == (0, "表.csv：电话邀约记录表，导入 2 行（其中修整 0 行），拒收 0 行，批号 1\n", "")
    code, out, err = run("import", file)
    assert (code, out) == (1, "")
    assert "没有任何改变" in err
    other.write_text(GOOD.replace("11-20", "11-21"), encoding="utf-8")
    answer = home / "inbox" / "done" / "次日.csv.txt"
    until = time.monotonic() + 30
    while not answer.exists() and time.monotonic() < until:
        time.sleep(0.1)
    assert "导入 2 行" in said(answer)
    assert json.loads(server.ask("/readyz")[1]) == {"ready": True, "data_version": 2}
    server.stop()
    assert not watched(home)
    assert "Traceback" not in server.said()
    with Store(home) as store:
        assert batches(store) == [("表.csv", "command_line"), ("次日.csv", "inbox")]
