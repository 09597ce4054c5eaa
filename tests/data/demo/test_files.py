"""The files the demo sends: when they come, how they are written, what is wrong with them."""

import csv
import io
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from data.demo import DemoFile, files
from data.demo.people import STORES
from data.logs import LOGS

LAST = date(2026, 11, 21)
MEETING = datetime.combine(LAST, time(20))


def sheets(file: DemoFile) -> dict[str, list[list[Any]]]:
    """Decode a file the way its name and first bytes say."""
    if file.name.endswith(".xlsx"):
        book = CalamineWorkbook.from_filelike(io.BytesIO(file.content))
        return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    if file.content.startswith(b"\xef\xbb\xbf"):
        text = file.content.decode("utf-8-sig")
    else:
        try:
            text = file.content.decode("utf-8")
        except UnicodeDecodeError:
            text = file.content.decode("gbk")
    delimiter = ";" if text.splitlines()[0].count(";") > 3 else ","
    return {"": list(csv.reader(io.StringIO(text), delimiter=delimiter))}


def named(sent: list[DemoFile], *parts: str) -> DemoFile:
    return next(file for file in sent if all(part in file.name for part in parts))


def cells(file: DemoFile) -> list[str]:
    return [str(cell) for rows in sheets(file).values() for row in rows for cell in row]


def test_the_same_day_and_seed_give_the_same_bytes(sent: list[DemoFile]) -> None:
    assert list(files(LAST, days=30)) == sent


def test_files_come_in_the_order_of_their_arrival_under_names_of_their_own(sent: list[DemoFile]) -> None:
    arrivals = [file.received_at for file in sent]
    assert arrivals == sorted(arrivals)
    assert len({file.name for file in sent}) == len(sent)
    assert 60 <= len(sent) <= 150


def test_every_file_decodes_to_a_header_its_log_knows(sent: list[DemoFile]) -> None:
    for file in sent:
        log = next(log for log in LOGS.values() if log.title in file.name)
        known = {header for column in log.columns for header in (column.header, *column.aliases)}
        for rows in sheets(file).values():
            header = rows[0] if rows[0][1] else rows[1]
            plain = [str(cell).replace("(必填)", "").replace("\n（选填）", "") for cell in header]
            assert set(plain) <= known, file.name
            assert len(set(plain)) == len(plain)


def test_the_hands_differ(sent: list[DemoFile]) -> None:
    kinds = {file.name.rsplit(".")[-1] for file in sent}
    first_bytes = [file.content[:3] for file in sent if file.name.endswith(".csv")]
    assert kinds == {"csv", "xlsx"}
    assert b"\xef\xbb\xbf" in first_bytes
    assert "一区".encode("gbk")[:3] in first_bytes
    assert set(sheets(named(sent, "三区_电话", "20261120"))) == {"机场路店", "新城店", "湖滨店", "会展店"}
    flagship = sheets(named(sent, "旗舰店_电话", "20261121"))["电话邀约记录表"]
    assert flagship[0][0] == "旗舰店电话邀约记录表（20261121）"
    assert "电话\n（选填）" in flagship[1]
    assert isinstance(flagship[2][0], datetime)
    assert isinstance(flagship[2][4], float)  # a phone typed as a number
    assert flagship[-1][0] == "合计"


def test_files_arrive_on_their_last_day_between_1810_and_1955_but_for_the_late_and_the_corrected(
    sent: list[DemoFile],
) -> None:
    out_of_time = [
        file.name.split("_")[0]
        for file in sent
        if "邀约" in file.name and not time(18, 10) <= file.received_at.time() <= time(19, 55)
    ]
    assert out_of_time == ["高新店", "旗舰店林可欣", "旗舰店林可欣"]


def test_no_call_is_later_than_the_file_it_came_in(sent: list[DemoFile]) -> None:
    rows = sheets(named(sent, "城北店_电话", "20261121"))[""]
    arrived = named(sent, "城北店_电话", "20261121").received_at
    assert max(datetime.fromisoformat(row[0]) for row in rows[1:]) < arrived


def test_in_the_first_store_one_is_late_one_is_missing_and_everybody_else_is_in(sent: list[DemoFile]) -> None:
    in_time = [file for file in sent if file.name.startswith("旗舰店_电话")]
    late = [file for file in sent if file.name.startswith("旗舰店林可欣_电话")]
    assert [file.received_at < MEETING for file in in_time] == [True]
    assert [file.received_at > MEETING for file in late] == [True]
    rows = sheets(in_time[0])["电话邀约记录表"][2:-1]
    assert {row[2] for row in rows} == {"周雅宁", "陈书航", "孙晓棠", "何俊朗"}
    assert {row[2] for row in sheets(late[0])["电话邀约记录表"][2:-1]} == {"林可欣"}


def test_all_stores_and_one_late_assistant_send_a_log_of_their_own_today(sent: list[DemoFile]) -> None:
    today = [file for file in sent if file.received_at.date() == LAST and "邀约" in file.name]
    assert {file.name.split("_")[0] for file in today if file.received_at < MEETING} == set(STORES)
    assert {file.name.split("_")[0] for file in today if file.received_at > MEETING} == {"旗舰店林可欣"}


def test_the_morning_lists_who_is_off_and_a_quota_set_by_hand(sent: list[DemoFile]) -> None:
    rows = sheets(named(sent, "晨会任务表", "_20261121"))[""]
    by_name = {row[2]: row for row in rows[2:-1]}
    assert by_name["郑佳怡"][-1] == "√"
    assert by_name["潘俊熙"][3:6] == ["40", "20", "3"]


def test_the_second_staff_list_adds_the_newcomer_and_the_day_the_leaver_left(sent: list[DemoFile]) -> None:
    first, second = (sheets(file)[""] for file in sent if "人员表" in file.name)
    left_on = (LAST - timedelta(days=20)).isoformat()
    assert len(first) == 60  # a header and 59 people: the newcomer is not there yet
    assert len(second) == 61
    assert [row[1] for row in second if row[4] == left_on] == ["任浩宇"]


def test_one_file_comes_twice(sent: list[DemoFile]) -> None:
    again = [file for file in sent if "(1)" in file.name]
    assert len(again) == 1
    before = named(sent, again[0].name.replace("(1)", ""))
    assert before.content == again[0].content
    assert before.received_at < again[0].received_at


def test_one_short_log_is_put_right_next_morning_with_more_rows(sent: list[DemoFile]) -> None:
    correction = next(file for file in sent if "更正" in file.name)
    day = correction.name.split("_")[2]
    short = [row for row in sheets(named(sent, "二区_电话", day))[""] if row[2] == "谢景舟"]
    whole = sheets(correction)[""][1:]
    assert {row[2] for row in whole} == {"谢景舟"}
    assert len(whole) == len(short) + 14
    assert short == whole[: len(short)]


@pytest.mark.parametrize(
    ("parts", "slips"),
    [
        (("会展店_电话", "20261121"), {"1.38E+10", "E", "186****5210"}),
        (("二区_电话", "20261120"), {"2062-11-20 10:15", "138****1234", "159****0077"}),
        (("三区_电话", "20261023-"), {"1.38E+10", "E", "137****6602"}),
    ],
)
def test_some_cells_cannot_be_read(sent: list[DemoFile], parts: tuple[str, ...], slips: set[str]) -> None:
    assert slips <= set(cells(named(sent, *parts)))


def test_some_customers_stand_under_phone_and_wechat_and_rows_link_them(sent: list[DemoFile]) -> None:
    calls = sheets(named(sent, "二区_电话", "20261120"))[""][1:]
    linked = {row[5] for row in calls if row[4] and row[5]}
    invited = {row[5] for file in sent if "成功邀约" in file.name and "全部" in file.name for row in sheets(file)[""]}
    assert len(linked & invited) > 10


def test_what_became_of_an_invite_comes_with_a_later_file(sent: list[DemoFile]) -> None:
    rows = sheets(named(sent, "全部门店_成功邀约", "20261120"))[""][1:]
    earlier = [row for row in rows if row[0] < "2026-11-20"]
    assert earlier
    assert all("2026-11-20" in (row[12], row[14]) for row in earlier)  # 进店日期, 成交日期
    assert all(max(row[12], row[14]) <= "2026-11-20" for row in rows)
