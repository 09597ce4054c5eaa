"""The store from the command line: what it says, where it says it, and its exit codes."""

import csv
import errno
import io
import zipfile

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from data.__main__ import main
from data.opening import FILE
from data.store import Store
from tests.data.stored import dump_of

CALLS = "日期,门店,导购,客户,电话,通话结果\n"
GOOD = CALLS + "2026-11-20,旗舰店,周丽,李,13800138001,接通\n2026-11-20,旗舰店,周丽,王,13800138002,未接\n"


@pytest.fixture(autouse=True)
def chinese(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def file(tmp_path):
    """Write a file and return its path."""

    def writing(name, content):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return writing


@pytest.fixture
def run(capsys):
    """Run a command and return exit code, stdout and stderr."""

    def running(*arguments):
        code = main(list(arguments))
        said = capsys.readouterr()
        return code, said.out, said.err

    return running


def workbook(fill):
    book, content = openpyxl.Workbook(), io.BytesIO()
    fill(book.active)
    book.save(content)
    return content.getvalue()


def locked():
    content = io.BytesIO()
    OOXMLFile(io.BytesIO(workbook(lambda sheet: sheet.append(["日期"])))).encrypt("1234", content)
    return content.getvalue()


def far_cell():
    def fill(sheet):
        sheet["A1"], sheet["XFD1048576"] = "日期", 1

    return workbook(fill)


def bomb():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"")
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 200 * 1024 * 1024)
    return content.getvalue()


def test_import_says_what_came_in(run, file, home):
    code, out, err = run("import", file("表.csv", GOOD))
    assert (code, out, err) == (0, "表.csv：电话邀约记录表，导入 2 行（其中修整 0 行），拒收 0 行，批号 1\n", "")
    assert len(dump_of(home)["calls"]) == 2


def test_import_speaks_english_where_the_terminal_does(run, file, monkeypatch):
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert (
        run("import", file("表.csv", GOOD))[1]
        == "表.csv: 电话邀约记录表, 2 rows in (0 of them mended), 0 refused, batch 1\n"
    )


def test_one_bad_file_does_not_hold_up_the_others(run, file, home):
    code, out, err = run("import", file("坏.csv", b"%PDF-1.7"), file("好.csv", GOOD))
    assert code == 1
    assert out.startswith("好.csv")
    assert "坏.csv" in err
    assert len(dump_of(home)["batches"]) == 1


def test_import_takes_store_kind_and_encoding_from_the_operator(run, file, home):
    content = "日期,导购,电话\n2026-11-20,周丽,13800138001\n".encode("gbk")
    assert run("import", file("表.csv", content))[0] == 1
    assert (
        run("import", file("表.csv", content), "--store", "旗舰店", "--kind", "calls", "--encoding", "gb18030")[0] == 0
    )
    with Store(home) as store:
        assert store.all_stores() == ("旗舰店",)


def test_import_says_what_it_worked_out_and_what_it_left_aside(run, file):
    content = "日期,导购,电话,通话结果,心情,天气\n2026-11-20,周丽,13800138001,接通,好,晴\n"
    code, out, _ = run("import", file("旗舰店.csv", content))
    assert code == 0
    assert out.splitlines()[1:] == [
        "  门店：旗舰店（表里没有门店列，取自表名、文件名或 --store）",
        "  没有用到的列：心情、天气",
    ]


def test_day_that_shrinks_needs_yes(run, file, home):
    run("import", file("表.csv", GOOD))
    fewer = file("少.csv", GOOD.rsplit("2026", 1)[0])
    code, _, err = run("import", fewer)
    assert code == 1
    assert err.startswith("文件“少.csv”会让旗舰店周丽 2026-11-20 的记录从 2 行变成 1 行（另有 0 处也变少）。")
    assert "命令行加 --yes" in err
    assert run("import", fewer, "--yes")[0] == 0
    assert len(dump_of(home)["batches"]) == 2


def test_same_file_twice_is_refused(run, file, home):
    run("import", file("表.csv", GOOD))
    before = dump_of(home)
    code, out, err = run("import", file("表.csv", GOOD))
    assert (code, out) == (1, "")
    assert "没有任何改变" in err
    assert dump_of(home) == before


def test_refused_rows_are_told_on_stderr_and_the_rest_comes_in(run, file, home):
    rows = [
        "2062-11-20,旗舰店,周丽,李,13800138001,接通",
        "2026-11-20,旗舰店,周丽,王,1.38E+10,接通",
        "2026-11-20,旗舰店,周丽,赵,,接通",
    ]
    two_of_three = file("表.csv", CALLS + "\n".join(rows) + "\n")
    code, out, err = run("import", two_of_three)
    assert (code, out) == (1, "")
    assert "有 2 行读不懂，占 67%" in err
    code, out, err = run("import", two_of_three, "--yes")
    assert code == 0
    assert "导入 1 行（其中修整 0 行），拒收 2 行" in out
    assert err.splitlines() == [
        "  第 2 行，日期“2062-11-20”：日期太晚了，请核对年份",
        "  第 3 行，电话“1.38E+10”：Excel 把号码变成了科学计数，后几位已丢失，请把该列设为文本后重新填写",
    ]
    assert [cells for *_, cells, _ in dump_of(home)["rejects"]] == [row.split(",") for row in rows[:2]]


def test_what_was_mended_and_what_should_be_looked_at_is_told(run, file):
    run("import", file("一.csv", CALLS + "2026-11-20,旗舰店,王芳,李,13800138001,接通\n"))
    rows = ["11-19,旗舰店,小王,李,138-0013-8001,打不通", "11-19,旗舰店,小王,赵,138-0013-8002,打不通"]
    code, out, err = run("import", file("二.csv", CALLS + "\n".join(rows) + "\n"))
    assert code == 0
    assert out.splitlines()[1:] == [
        "  修整：日期 2 处，如“11-19”读作“2026-11-19 00:00:00”",
        "  修整：电话 2 处",
        "  修整：通话结果 2 处，如“打不通”读作“其他”",
    ]
    assert "“旗舰店 小王”，会不会是 王芳？" in err


def test_letters_that_may_be_wrong_are_not_imported_without_a_word(run, file, home):
    rows = "".join(f"2026-11-{day},旗艦店,陳麗華,張小姐,13800138001,請稍後再聯絡\n" for day in range(10, 20))
    big5 = file("calls.csv", ("date,store,assistant,customer,phone,note\n" + rows).encode("big5"))
    code, out, err = run("import", big5, "--kind", "calls")
    assert (code, out) == (1, "")
    assert "--encoding big5" in err
    assert "旗艦店" in err
    assert run("import", big5, "--kind", "calls", "--encoding", "big5")[0] == 0
    assert {store for (_, _, store, *_) in dump_of(home)["slices"]} == {"旗艦店"}


def test_only_the_first_twenty_refused_rows_are_told(run, file):
    rows = "2062-11-20,旗舰店,周丽,李,,\n" * 25 + "2026-11-20,旗舰店,周丽,李,,接通\n"
    err = run("import", file("表.csv", CALLS + rows), "--yes")[2].splitlines()
    assert len(err) == 21
    assert err[-1] == "  ……另有 5 行，可在看板的“上传”页下载"


BAD = {
    "unknown-kind": ("表.csv", lambda: "商品,库存,单价\n椅子,3,80\n", "商品 | 库存 | 单价", "下载|模板", "template"),
    "missing-column": (
        "表.csv",
        lambda: CALLS.replace("导购", "天气") + "2026-11-20,旗舰店,晴,李,,接通\n",
        "导购",
        "补上",
        "Add",
    ),
    "two-headers": (
        "表.csv",
        lambda: CALLS.replace("客户", "手机号") + "2026-11-20,旗舰店,周丽,1,2,接通\n",
        "手机号、电话",
        "改名",
        "rename",
    ),
    "pdf": ("表.csv", lambda: b"%PDF-1.7\n1 0 obj", "PDF", "请上传", "pload"),
    "empty": ("表.csv", lambda: b"", "表.csv", "重新上传", "upload"),
    "header-only": ("表.csv", lambda: CALLS, "表.csv", "填好", "Fill"),
    "password": ("表.xlsx", locked, "表.xlsx", "取消密码", "password"),
    "bomb": ("表.xlsx", bomb, "表.xlsx", "新的表格", "new"),
    "far-cell": ("表.xlsx", far_cell, "Sheet", "删除", "elete"),
    "too-large": ("表.csv", lambda: b"," * 60 * 1024 * 1024, "60.0 MB", "拆成", "plit"),
    "no-usable-row": ("表.csv", lambda: CALLS + "2062-11-20,旗舰店,周丽,李,,\n", "2062-11-20", "重新上传", "orrect"),
    "no-store": ("表.csv", lambda: "日期,导购,电话,通话结果\n2026-11-20,周丽,,接通\n", "门店", "选门店", "Choose"),
    "two-kinds": ("表.csv", lambda: "日期,导购,电话\n2026-11-20,周丽,13800138001\n", "电话邀约记录表", "选定", "hoose"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_file_gets_one_sentence_with_what_where_and_what_to_do_and_changes_nothing(
    run, file, home, monkeypatch, case
):
    name, content, where, zh, en = BAD[case]
    path = file(name, content())
    run("import", file("好.csv", GOOD))
    before = dump_of(home)
    for language, what_to_do in (("zh_CN.UTF-8", zh), ("en_US.UTF-8", en)):
        monkeypatch.setenv("LANG", language)
        code, out, err = run("import", path)
        assert (code, out) == (1, "")
        assert len(err.splitlines()) == 1
        assert where in err
        assert any(word in err for word in what_to_do.split("|"))
    assert dump_of(home) == before


def test_file_that_is_not_there_is_told_with_its_path(run, tmp_path):
    for command in ("import", "read"):
        code, _, err = run(command, str(tmp_path / "没有.csv"))
        assert code == 1
        assert str(tmp_path / "没有.csv") in err


def test_read_prints_the_tables_as_text_and_needs_no_store(run, file, home):
    content = '旗舰店,,\n日期,导购,电话\n2026-11-20,"周,丽",1.38E+10\n'
    code, out, _ = run("read", file("表.csv", content.encode("gbk")))
    assert code == 0
    assert list(csv.reader(io.StringIO(out))) == [["日期", "导购", "电话"], ["2026-11-20", "周,丽", "1.38E+10"]]
    assert not (home / FILE).exists()


def test_read_writes_one_file_each_where_it_is_told_to(run, file, tmp_path):
    code, out, _ = run("read", file("一.csv", GOOD), file("二.csv", GOOD), "--out", str(tmp_path / "neu" / "out"))
    assert (code, out) == (0, "")
    written = sorted((tmp_path / "neu" / "out").iterdir())
    assert [path.name for path in written] == ["一.csv.csv", "二.csv.csv"]
    assert written[0].read_text(encoding="utf-8").splitlines() == GOOD.splitlines()


def test_read_says_where_it_cannot_write(run, file, tmp_path):
    (tmp_path / "out").write_bytes(b"")
    code, out, err = run("read", file("一.csv", GOOD), "--out", str(tmp_path / "out"))
    assert (code, out) == (1, "")
    assert err.startswith(f"写不进 {tmp_path / 'out'}：")


def test_what_is_printed_is_utf_8_with_line_feeds_alone(file, monkeypatch):
    printed = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(printed, encoding="gbk", newline="\r\n", write_through=True))
    assert main(["read", str(file("表.csv", GOOD))]) == 0
    assert printed.getvalue() == GOOD.encode()


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
    assert other in err


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
