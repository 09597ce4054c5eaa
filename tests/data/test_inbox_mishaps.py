"""What goes wrong while the inbox is watched: nothing is lost, imported twice or told with a cell's content."""

import json
from pathlib import Path

import duckdb
import pytest

from data.inbox import Watcher
from data.inbox.later import LOOKS
from data.store import Store
from tests.data.forms import FEWER, GOOD, NO_STORE
from tests.data.inbox_seen import Drop, batches, look_twice, names, said


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
        patch.setattr("data.importing.examine", surprised)
        look_twice(watcher)
    assert "RuntimeError" in said(inbox / "refused" / "表.csv.txt")
    assert "RuntimeError at test_inbox_mishaps.py" in caplog.text
    assert "13800138001" not in caplog.text + said(inbox / "refused" / "表.csv.txt")


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
