"""Which row of a log a newer row replaces: the key of every kind."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from data.refusal import Refused

NEXT_DAY = datetime(2026, 11, 22, 9, 0)


@pytest.fixture
def rows(bring, figures):
    """Import forms one after the other and return some columns of what then stands, sorted."""

    def importing(kind, columns, *forms):
        for form in forms:
            bring(form, kind=kind, may_shrink=True)
        return [tuple(row.values()) for row in figures(kind, columns=columns)]

    return importing


# Of each kind: a first form, a second with a row of the same key and one of another, and what stands then. An empty
# cell of the second wipes nothing; a filled one replaces.
UPSERTED = {
    "invites": (
        "邀约日期,门店,导购,客户,电话,等级,备注\n2026-11-20,旗舰店,周丽,李,13800138001,A,一\n",
        (
            "邀约日期,门店,导购,客户,电话,等级,备注\n2026-11-20,旗舰店,何娟,,138-0013-8001,,二\n"
            "2026-11-21,旗舰店,周丽,李,13800138001,B,三\n"
        ),
        "day, assistant, customer, grade, note",
        [
            (date(2026, 11, 20), "何娟", "李", "A", "二"),
            (date(2026, 11, 21), "周丽", "李", "B", "三"),
        ],
    ),
    "visits": (
        "进店日期,门店,接待人,客户,电话,成交金额,备注\n2026-11-20,旗舰店,周丽,李,13800138001,80,一\n",
        (
            "进店日期,门店,接待人,客户,电话,成交金额,备注\n2026-11-20,旗舰店,周丽,,13800138001,90,\n"
            "2026-11-20,旗舰店,周丽,王,13800138002,,二\n"
        ),
        "customer, amount, note",
        [("李", Decimal("90.00"), "一"), ("王", None, "二")],
    ),
    "services": (
        "服务日期,门店,导购,客户,电话,服务项目,成本,备注\n2026-11-20,旗舰店,周丽,李,13800138001,清洁,50,一\n",
        (
            "服务日期,门店,导购,客户,电话,服务项目,成本,备注\n2026-11-20,旗舰店,周丽,李,13800138001,清洗,,二\n"
            "2026-11-20,旗舰店,周丽,李,13800138001,维修,30,三\n"
        ),
        "service, cost, note",
        [("cleaning", Decimal("50.00"), "二"), ("repair", Decimal("30.00"), "三")],
    ),
    "referrals": (
        (
            "日期,门店,导购,老顾客,老顾客电话,动作,被推荐人,被推荐人电话,备注\n"
            "2026-11-20,旗舰店,周丽,李,13900139001,推荐,赵,13800138001,一\n"
        ),
        (
            "日期,门店,导购,老顾客,老顾客电话,动作,被推荐人,被推荐人电话,备注\n"
            "2026-11-20,旗舰店,周丽,,139 0013 9001,推荐客户,赵先生,13800138001,\n"
            "2026-11-20,旗舰店,周丽,李,13900139001,推荐,钱,13800138002,二\n"
        ),
        "referrer, referred, note",
        [("李", "赵先生", "一"), ("李", "钱", "二")],
    ),
    "replies": (
        "日期,门店,导购,群发人数,回复人数\n2026-11-20,旗舰店,周丽,200,120\n",
        "日期,门店,导购,群发人数,回复人数\n2026-11-20,旗舰店,周 丽,200,130\n2026-11-20,旗舰店,何娟,50,5\n",
        "assistant, sent, replied",
        [("何娟", 50, 5), ("周丽", 200, 130)],
    ),
    "staff": (
        "门店,导购,岗位,入职日期,账号\n旗舰店,周丽,导购,2025-03-01,zhouli\n",
        "门店,导购,岗位,入职日期,账号\n旗舰店,周丽,店长,2025-03-01,\n旗舰店,周丽,导购,2026-11-01,\n",
        "hired_on, role, account",
        [(date(2025, 3, 1), "manager", "zhouli"), (date(2026, 11, 1), "assistant", None)],
    ),
    "tasks": (
        "日期,门店,导购,电话任务,进群任务\n2026-11-20,旗舰店,周丽,50,30\n",
        "日期,门店,导购,电话任务,进群任务\n2026-11-20,旗舰店,周丽,,20\n2026-11-21,旗舰店,周丽,40,\n",
        "day, call_quota, invite_quota",
        [(date(2026, 11, 20), 50, 20), (date(2026, 11, 21), 40, None)],
    ),
    "targets": (
        "月份,门店,导购,订单目标,业绩目标\n2026-11,旗舰店,,60,300000\n2026-11,旗舰店,周丽,20,100000\n",
        "月份,门店,导购,订单目标,业绩目标\n11月,旗舰店,,,320000\n2026-11,旗舰店,周丽,25,\n2026-12,旗舰店,,70,\n",
        "month, assistant, orders, revenue",
        [
            (date(2026, 11, 1), "周丽", 25, Decimal("100000.00")),
            (date(2026, 11, 1), None, 60, Decimal("320000.00")),
            (date(2026, 12, 1), None, 70, None),
        ],
    ),
    "calendar": (
        "日期,门店,是否营业,客流权重,备注\n2026-11-28,旗舰店,否,2,店庆\n",
        "日期,门店,是否营业,客流权重\n11-28,旗舰店,是,1.5\n2026-11-29,旗舰店,否,\n",
        "day, open, weight, note",
        [(date(2026, 11, 28), True, Decimal("1.500"), "店庆"), (date(2026, 11, 29), False, None, None)],
    ),
    "handovers": (
        "交接日期,门店,原导购,接手导购,客户,电话,状态\n2026-11-20,旗舰店,周丽,孙悦,李,13800138001,待接\n",
        (
            "交接日期,门店,原导购,接手导购,客户,电话,状态\n2026-11-20,旗舰店,周丽,孙悦,,13800138001,已接\n"
            "2026-11-20,旗舰店,周丽,何娟,李,13800138001,待接\n"
        ),
        "to_assistant, customer, status",
        [("何娟", "李", "waiting"), ("孙悦", "李", "done")],
    ),
}


@pytest.mark.parametrize("kind", UPSERTED)
def test_row_of_the_same_key_replaces_and_an_empty_cell_wipes_nothing(rows, kind):
    first, second, columns, expected = UPSERTED[kind]
    assert rows(kind, columns, first, second) == expected


def test_lead_with_a_number_is_the_same_lead_though_day_and_phone_are_corrected(rows):
    header = "客资日期,客资编号,门店,导购,客户,电话,来源\n"
    found = rows(
        "leads",
        "day, lead_id, customer, source",
        header + "2026-11-20,K1,旗舰店,周丽,李,13800138001,美团\n",
        header + "2026-11-21,K1,旗舰店,周丽,李,13800138009,\n2026-11-21,K2,旗舰店,周丽,李,13800138009,抖音\n",
    )
    assert found == [(date(2026, 11, 21), "K1", "李", "美团"), (date(2026, 11, 21), "K2", "李", "抖音")]


def test_lead_without_a_number_is_known_by_store_customer_and_day(rows):
    header = "客资日期,客资编号,门店,导购,客户,电话,来源\n"
    found = rows(
        "leads",
        "day, source",
        header + "2026-11-20,,旗舰店,周丽,李,13800138001,美团\n",
        header + "2026-11-20,,旗舰店,周丽,李,13800138001,抖音\n2026-11-21,,旗舰店,周丽,李,13800138001,\n",
    )
    assert found == [(date(2026, 11, 20), "抖音"), (date(2026, 11, 21), None)]


MEMBERS = "盘点日期,门店,群名称,昵称,等级\n"


def test_count_of_a_group_replaces_that_groups_count_of_the_day_only(rows):
    first = MEMBERS + (
        "2026-11-20,旗舰店,1群,小鱼,A\n2026-11-21,旗舰店,1群,小鱼,A\n2026-11-21,旗舰店,1群,大海,B\n"
        "2026-11-21,旗舰店,2群,阿明,C\n"
    )
    found = rows("group_members", "day, group_name, customer", first, MEMBERS + "2026-11-21,旗舰店,1群,新人,D\n")
    assert found == [
        (date(2026, 11, 20), "1群", "小鱼"),
        (date(2026, 11, 21), "1群", "新人"),
        (date(2026, 11, 21), "2群", "阿明"),
    ]


def test_count_of_a_group_that_loses_members_needs_a_yes(bring):
    bring(MEMBERS + "2026-11-21,旗舰店,1群,小鱼,A\n2026-11-21,旗舰店,1群,大海,B\n")
    with pytest.raises(Refused) as caught:
        bring(MEMBERS + "2026-11-21,旗舰店,1群,大海,B\n", at=NEXT_DAY)
    assert caught.value.sentence("zh").startswith("文件“表.csv”会让旗舰店1群 2026-11-21 的记录从 2 行变成 1 行")


def test_who_is_recommended_is_the_same_customer_as_in_the_other_logs(bring, figures):
    bring(
        "日期,门店,导购,老顾客,老顾客电话,动作,被推荐人,被推荐人电话\n"
        "2026-11-20,旗舰店,周丽,李,13900139001,推荐,赵,13800138001\n"
        "2026-11-20,旗舰店,周丽,赵,13800138001,推荐,钱,13800138002\n"
    )
    bring("日期,门店,导购,客户,电话,微信号,通话结果\n2026-11-21,旗舰店,周丽,赵,13800138001,zhao_9,接通\n")
    bring("进店日期,门店,接待人,客户,微信号\n2026-11-21,旗舰店,周丽,赵,zhao_9\n")
    first, second = figures("referrals", columns="referrer, customer_key, referred_key")
    (visit,) = figures("visits", columns="customer_key")
    (call,) = figures("calls", columns="customer_key")
    assert first["referred_key"] == second["customer_key"] == visit["customer_key"] == call["customer_key"]
    assert first["customer_key"] not in (first["referred_key"], second["referred_key"])
