"""What the command line hands over to the process that holds the store."""

import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from data.inbox import Watcher, watched
from data.inbox.watching import beat
from data.refusal import Refused
from data.store import Store
from tests.data.forms import FEWER, GOOD, NO_STORE
from tests.data.inbox_seen import batches, names, said


@pytest.fixture
def watching(watcher: Watcher, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watcher]:
    """Let the watcher run beside the test, as it does in the server."""
    monkeypatch.setattr("data.inbox.watcher.EVERY", 0.02)
    beat(watcher._inbox)
    watcher.start()
    yield watcher
    watcher.stop()


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
