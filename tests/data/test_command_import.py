"""Files imported from the command line: what it says, where it says it, and its exit codes."""

from data.store import Store
from tests.data.forms import CALLS, FEWER, GOOD
from tests.data.stored import dump_of


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
    fewer = file("少.csv", FEWER)
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
