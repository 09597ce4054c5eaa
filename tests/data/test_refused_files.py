"""Files that can't be imported: one sentence says what, where and what to do, and nothing changes."""

import pytest

from tests.data.books import bomb, far_cell, locked
from tests.data.forms import CALLS, GOOD
from tests.data.stored import dump_of

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
    "far-cell": ("表.xlsx", far_cell, "旗舰店", "删除", "elete"),
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
