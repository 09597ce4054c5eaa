"""Which log and which store the name of a file, a sheet or a title row speaks of."""

import pytest

from data.importing.kinds import kind_named_in
from data.importing.store_names import store_named_in


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("旗舰店_电话邀约记录表_1121", "calls"),
        ("成功邀约", "invites"),
        ("人员表", "staff"),
        ("Tasks nov", "tasks"),
        ("工作簿1", None),
    ],
)
def test_kind_is_read_from_a_name(text, kind):
    assert kind_named_in(text) == kind


@pytest.mark.parametrize(
    ("texts", "known", "store"),
    [
        (["旗舰店"], [], "旗舰店"),
        (["旗舰店电话邀约记录表20261121"], [], "旗舰店"),
        (["", "万象店_成功邀约记录表_2026年11月21日"], [], "万象店"),
        (["Sheet1", "旗舰店11月晨会任务表"], [], "旗舰店"),
        (["电话邀约记录表", "旗舰"], ["旗舰"], "旗舰"),
        (["旗舰店二部记录"], ["旗舰店", "旗舰店二部"], "旗舰店二部"),
        (["3号店人员表"], ["3号店"], "3号店"),
        (["MALL店人员表"], [], "MALL店"),
        (["ＭＡＬＬ店人员表"], [], "MALL店"),
        (["金牛万达店"], ["万达店"], "金牛万达店"),
        (["金牛万达店_周丽_1121"], ["万达店", "万达"], "金牛万达店"),
        (["万达广场店"], ["万达"], "万达广场店"),
        (["万达店"], ["万达"], "万达"),
        (["万达店周丽"], ["万达店"], "万达店"),
        (["万达店 金牛区"], ["万达店"], "万达店"),
        (["电话邀约记录表", "Sheet1"], [], None),
        (["店"], [], None),
    ],
)
def test_store_is_read_from_sheet_title_row_or_file_name(texts, known, store):
    assert store_named_in(texts, known) == store
