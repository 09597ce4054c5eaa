"""A choice holds for later files with the same header until somebody lets go of it, and for no others."""

from datetime import datetime

import pytest

from data.importing import Correction, examine, forget, learn
from data.refusal import Refused
from tests.data.books import book_of

AT = datetime(2026, 11, 21, 20, 0)
ROWS = "2026-11-{day},周丽,李女士,13800138001,接通\n"
STRANGE = "几号,谁,宾客,号儿,咋样\n" + ROWS
CHOICE = Correction("calls", {"date": 0, "assistant": 1, "customer": 2, "phone": 3, "outcome": 4}, store_name="旗舰店")


@pytest.fixture
def said(shop):
    """Read a file with a correction of its one table, and learn from it."""

    def saying(content, correction, name="旗舰店.csv", encoding=None):
        data = content if isinstance(content, bytes) else content.encode()
        word = Correction(encoding=encoding)
        found = examine(shop, data, name, received_at=AT, for_all=word, corrections={0: correction})
        learn(shop, data, found, encoding=encoding, corrections={0: correction}, at=AT, user="测试")
        return found

    return saying


def test_choice_is_kept_for_the_same_header_only(said, prepared):
    assert said(STRANGE.format(day=20), CHOICE).rows == 1
    (table,) = prepared(STRANGE.format(day=21), "万达店.csv").tables
    assert set(table.seen.by.values()) == {"remembered"}
    assert table.cleaned.rows.num_rows == 1
    assert table.store == "万达店"  # of the store, nothing is kept
    with pytest.raises(Refused):
        prepared(STRANGE.replace("咋样", "咋样了").format(day=21), "旗舰店.csv")


def test_width_case_and_stars_of_a_header_do_not_matter(said, prepared):
    said(STRANGE.format(day=20), CHOICE)
    assert prepared(STRANGE.replace("几号", "＊几 号").format(day=21), "旗舰店.csv").rows == 1


def test_newest_choice_counts_and_forgetting_is_one_too(shop, said, prepared):
    said(STRANGE.format(day=20), CHOICE)
    said(STRANGE.format(day=20), Correction(columns={"customer": None, "note": 2}))
    (table,) = prepared(STRANGE.format(day=21), "旗舰店.csv").tables
    assert table.seen.columns["note"] == 2
    assert "customer" not in table.seen.columns
    forget(shop, table.asked.key, at=AT, user="测试")
    with pytest.raises(Refused):
        prepared(STRANGE.format(day=21), "旗舰店.csv")


def test_file_named_as_another_log_is_another_file(said, prepared):
    said("日期,导购,客户,电话\n" + "2026-11-20,周丽,李,13800138001\n", Correction("calls"))
    content = "日期,导购,客户,电话\n2026-11-21,周丽,李,13800138001\n"
    assert prepared(content, "旗舰店.csv").tables[0].log.kind == "calls"
    assert prepared(content, "旗舰店成功邀约记录表.csv").tables[0].log.kind == "invites"


def test_order_of_dates_is_kept(said, prepared):
    header = "日期,门店,导购,客户,电话,通话结果\n"
    row = "10/11/2026,旗舰店,周丽,李,13800138001,接通\n"
    assert str(prepared(header + row).tables[0].cleaned.rows["day"][0]) == "2026-10-11"
    said(header + row, Correction(date_order="day_first"))
    assert str(prepared(header + row).tables[0].cleaned.rows["day"][0]) == "2026-11-10"


def test_word_of_now_goes_before_what_is_remembered(shop, said):
    said(STRANGE.format(day=20), CHOICE)
    word = Correction("invites")
    found = examine(shop, STRANGE.format(day=21).encode(), "旗舰店.csv", received_at=AT, for_all=word)
    seen = found.open[0].seen
    assert (seen.log.kind, "customer" in seen.columns) == ("invites", False)  # the columns were those of the calls


def test_times_apart_from_their_days_stay_so(said, prepared):
    content = "日期,时间,导购,客户,电话,通话结果,天气\n2026-11-20,18:05,周丽,李,13800138001,接通,晴\n"
    said(content, Correction(columns={"note": 6}))
    (table,) = prepared(content, "旗舰店.csv").tables
    assert table.seen.columns["note"] == 6
    assert str(table.cleaned.rows["moment"][0]) == "2026-11-20 18:05:00"


def test_encoding_is_remembered_for_the_header_as_it_reads_without_it(said, prepared):
    content = "日期,导购,電話,姓名,等級\n2026-11-20,周丽,13800138001,王小姐,A\n".replace("丽", "麗").replace(
        "导购", "導購"
    )
    said(content.encode("big5"), Correction("leads", {"date": 0, "assistant": 1, "phone": 2}), encoding="big5")
    found = prepared(content.replace("11-20", "11-21").encode("big5"), "旗舰店.csv")
    assert (found.reading.encoding, found.rows) == ("big5", 1)
    assert found.reread is not None
    assert (
        prepared("日期,门店,导购,电话,通话结果\n2026-11-20,旗舰店,周丽,13800138001,接通\n".encode("gbk")).reread is None
    )


def test_nothing_is_kept_of_a_table_without_a_header(shop, said):
    found = said(ROWS.format(day=20) * 3, CHOICE)
    assert found.rows == 3
    with shop.reading() as cursor:
        assert cursor.execute("select count(*) from raw.remembered").fetchall() == [(0,)]


def test_each_table_of_a_workbook_has_its_own_word(shop):
    content = book_of({"甲": STRANGE.format(day=20), "乙": "日期,导购,客户,电话\n2026-11-20,周丽,李,13800138001\n"})
    found = examine(shop, content, "旗舰店.xlsx", received_at=AT, corrections={0: CHOICE, 1: Correction("visits")})
    assert [table.log.kind for table in found.tables] == ["calls", "visits"]
    left = examine(shop, content, "旗舰店.xlsx", received_at=AT)
    assert not left.tables
    assert set(left.skipped) == {"甲", "乙"}
