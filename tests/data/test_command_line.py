"""The store from the command line: undo, backup, restore and rebuild, and what every command refuses."""

import errno

import pytest

from data.store import Store
from tests.data.forms import GOOD
from tests.data.stored import dump_of


def test_file_that_is_not_there_is_told_with_its_path(run, tmp_path):
    for command in ("import", "read"):
        code, _, err = run(command, str(tmp_path / "没有.csv"))
        assert code == 1
        assert str(tmp_path / "没有.csv") in err


def test_undo_takes_a_batch_back_once(run, file, home):
    run("import", file("表.csv", GOOD))
    assert run("undo", "1") == (0, "第 1 批已撤销，恢复为之前的样子。\n", "")
    assert dump_of(home)["daily"] == []
    code, _, err = run("undo", "1")
    assert code == 1
    assert "第 1 批" in err


def test_backup_and_restore_bring_a_shop_back(run, file, home):
    run("import", file("表.csv", GOOD))
    before = dump_of(home)
    code, out, _ = run("backup")
    assert code == 0
    assert out.strip().startswith(str(home / "backups" / "shop-"))
    run("undo", "1")
    assert run("restore") == (0, out, "")
    assert dump_of(home) == before


def test_restore_names_the_folder_without_a_backup_and_the_file_that_is_none(run, file, home):
    code, _, err = run("restore")
    assert code == 1
    assert str(home / "backups") in err
    other = file("表.csv", GOOD)
    code, _, err = run("restore", "--file", other)
    assert code == 1
    assert str(other) in err


def test_restore_says_when_the_disk_is_full(run, file, home, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    run("import", file("表.csv", GOOD))
    run("backup")
    before = dump_of(home)
    monkeypatch.setattr("shutil.copyfile", full)
    code, out, err = run("restore")
    assert (code, out) == (1, "")
    assert err.startswith(f"磁盘满了，写不进 {home}")
    assert dump_of(home) == before


def test_rebuild_changes_no_figure(run, file, home):
    run("import", file("表.csv", GOOD))
    before = dump_of(home)
    assert run("rebuild") == (0, "", "")
    after = dump_of(home)
    assert {name for name in before if before[name] != after[name]} == {"versions"}


@pytest.mark.parametrize("arguments", [[], ["fly"], ["import"], ["undo", "x"], ["import", "a.csv", "--kind", "x"]])
def test_wrong_usage_is_exit_code_2(run, capsys, arguments):
    with pytest.raises(SystemExit) as caught:
        run(*arguments)
    assert caught.value.code == 2
    assert "usage: python -m data" in capsys.readouterr().err


def test_store_in_use_is_refused(run, file, home):
    with Store(home):
        code, _, err = run("import", file("表.csv", GOOD))
    assert code == 1
    assert str(home) in err
