"""Invites, staff and tasks are kept up by later rows, and every outcome counts once, on its own day."""

from datetime import date
from decimal import Decimal

from tests.data.importing.forms import NEXT_DAY, calls, invites


def test_invite_is_kept_up_by_later_rows_and_an_empty_cell_wipes_nothing(bring, figures):
    bring(invites("2026-11-20,旗舰店,周丽,李女士,13800138001,,进群,是,2026-11-20,,,,,,二楼"))
    bring(invites("2026-11-20,旗舰店,周丽,,138 0013 8001,,,,,是,2026-11-21,是,2026-11-21,1.2万,"))
    (row,) = figures("invites")
    assert (row["customer"], row["agreed_to"], row["note"]) == ("李女士", "group", "二楼")
    assert (row["joined_group"], row["joined_on"]) == (True, date(2026, 11, 20))
    assert (row["visited"], row["visited_on"], row["amount"]) == (True, date(2026, 11, 21), Decimal("12000.00"))


def test_later_row_of_one_file_wins_over_the_earlier(bring, figures):
    bring(
        invites(
            "2026-11-20,旗舰店,周丽,李,13800138001,,进群,否,,,,,,,一",
            "2026-11-20,旗舰店,周丽,李,13800138001,,,是,,,,,,,",
            "2026-11-20,旗舰店,周丽,李,13800138001,,到店,,,,,,,,",
        )
    )
    (row,) = figures("invites")
    assert (row["agreed_to"], row["joined_group"], row["note"]) == ("visit", True, "一")


def test_late_outcome_counts_on_its_own_day(bring, day_of):
    bring(invites("2026-11-18,旗舰店,周丽,李,13800138001,,都同意,,,,,,,,"))
    assert day_of(day=date(2026, 11, 20)) is None
    bring(
        invites("2026-11-18,旗舰店,周丽,李,13800138001,,,是,2026-11-19,是,2026-11-20,是,2026-11-21,5000,"), at=NEXT_DAY
    )
    keys = ("invites_agreed", "visits_agreed", "invites_joined", "visited", "closed", "amount_cny")
    days = {day: tuple(day_of(day=date(2026, 11, day))[key] for key in keys) for day in (18, 19, 20, 21)}
    assert days == {18: (1, 1, 0, 0, 0, 0), 19: (0, 0, 1, 0, 0, 0), 20: (0, 0, 0, 1, 0, 0), 21: (0, 0, 0, 0, 1, 5000)}
    assert not day_of(day=date(2026, 11, 21))["has_invites"]


def test_outcome_that_moves_to_another_day_leaves_the_first(bring, day_of):
    bring(invites("2026-11-18,旗舰店,周丽,李,13800138001,,到店,,,是,2026-11-19,,,,"))
    bring(invites("2026-11-18,旗舰店,周丽,李,13800138001,,,,,,2026-11-20,,,,"))
    assert day_of(day=date(2026, 11, 19)) is None
    assert day_of(day=date(2026, 11, 20))["visited"] == 1


def test_outcome_without_a_date_counts_on_the_day_of_the_invite(bring, day_of):
    bring(invites("2026-11-18,旗舰店,周丽,李,13800138001,,到店,,,是,,,,,"))
    assert day_of(day=date(2026, 11, 18))["visited"] == 1


def test_customer_agreed_on_the_phone_and_in_the_invites_is_one(bring, day_of):
    bring(calls("2026-11-21,旗舰店,周丽,李,13800138001,,接通,是", "2026-11-21,旗舰店,周丽,王,13800138002,,接通,是"))
    bring(
        invites(
            "2026-11-21,旗舰店,周丽,李,13800138001,,进群,,,,,,,,", "2026-11-21,旗舰店,周丽,赵,13800138003,,进群,,,,,,,,"
        )
    )
    assert day_of()["invites_agreed"] == 3  # 李 in both, 王 on the phone, 赵 in the invites


def test_staff_and_tasks_are_kept_up_by_their_keys(bring, figures):
    bring("门店,导购,岗位,入职日期,账号\n旗舰店,周丽,导购,2025-03-01,zhouli\n旗舰店,何娟,导购,,\n")
    bring("门店,导购,岗位,入职日期,离职日期\n旗舰店,周丽,店长,2025-03-01,2026-11-20\n旗舰店,周丽,导购,2026-11-21,\n")
    rows = figures("staff", columns="assistant, hired_on, role, left_on, account")
    assert [tuple(row.values()) for row in rows] == [
        ("何娟", None, "assistant", None, None),
        ("周丽", date(2025, 3, 1), "manager", date(2026, 11, 20), "zhouli"),
        ("周丽", date(2026, 11, 21), "assistant", None, None),
    ]
    bring("日期,门店,导购,电话任务,进群任务,是否休假\n2026-11-21,旗舰店,周丽,50,30,\n")
    bring("日期,门店,导购,电话任务,到店任务,是否休假\n2026-11-21,旗舰店,周丽,,2,是\n")
    (task,) = figures("tasks")
    assert [task[key] for key in ("call_quota", "invite_quota", "visit_quota", "on_leave")] == [50, 30, 2, True]


def test_word_kept_beside_a_choice_goes_with_it(shop, bring):
    bring(invites("2026-11-20,旗舰店,周丽,李,13800138001,,再想想,,,,,,,,"))
    bring(invites("2026-11-20,旗舰店,周丽,李,13800138001,,,,,,,,,,一"))
    bring(invites("2026-11-20,旗舰店,周丽,王,13800138002,,再想想,,,,,,,,"))
    bring(invites("2026-11-20,旗舰店,周丽,王,13800138002,,进群,,,,,,,,"))
    with shop.reading() as cursor:
        rows = cursor.execute(
            "select customer, agreed_to, agreed_to_word from raw.invites_current order by all"
        ).fetchall()
    assert rows == [("李", "other", "再想想"), ("王", "group", None)]
