"""Finding one customer, what is known of her, and everything the logs tell."""

from datetime import date, datetime
from decimal import Decimal

import pytest

LOGS = {
    "leads": "客资日期,门店,导购,来源,客户,电话,是否有效,等级,意向产品\n2026-10-01,S,Li,美团,赵小姐,13800138001,是,B,床\n",
    "calls": (
        "日期,门店,导购,客户,电话,微信号,通话结果,是否同意进群,是否同意到店,客户等级,备注\n"
        "2026-10-02 10:30,S,Li,赵小姐,13800138001,zhao_01,接通,是,是,A,她妈妈13900139009\n"
        "2026-10-02 18:05,S,Li,赵小姐,13800138001,,未接,,,,\n"
    ),
    "invites": "邀约日期,门店,导购,客户,电话,同意事项,进群日期\n2026-10-03,S,Li,赵小姐,13800138001,进群,2026-10-04\n",
    "visits": (
        "进店日期,门店,接待人,客户,电话,走单原因\n"
        "2026-10-05,S,Wu,赵小姐,13800138001,价格\n2026-10-08,S,Wu,赵小姐,13800138001,\n"
        "2026-10-12,T,Han,赵女士,13800138001,款式\n"
    ),
    "orders": (
        "成交日期,订单号,门店,导购,客户,电话,产品,金额\n"
        "2026-10-08,D1,S,Wu,赵小姐,13800138001,床,900\n2026-10-09,D1,S,Wu,赵小姐,13800138001,床,-100\n"
    ),
    "services": "服务日期,门店,导购,客户,电话,服务项目\n2026-10-10,S,Sun,赵小姐,13800138001,安装\n",
    "referrals": (
        "日期,门店,导购,老顾客,老顾客电话,动作,被推荐人,被推荐人电话\n"
        "2026-10-11,S,Sun,赵小姐,13800138001,推荐客户,钱,13800138002\n"
    ),
    "handovers": "交接日期,门店,原导购,接手导购,客户,电话,状态\n2026-10-13,S,Sun,Li,赵小姐,13800138001,已接\n",
}


@pytest.fixture
def full(shop):
    for kind, log in LOGS.items():
        shop.bring(kind, log)
    return shop


def found(shop, words: str, *columns: str, scope: tuple[str, ...] = ("S",)) -> list[tuple[object, ...]]:
    return shop.ask("customers/found", *(columns or ("customer",)), words=words, most=9, scope=scope)


def key(shop, words: str) -> object:
    ((customer_key,),) = found(shop, words, "customer_key")
    return customer_key


def test_a_phone_is_found_by_its_last_four_digits_and_shown_masked(full) -> None:
    assert found(full, "8001", "customer", "contacts") == [("赵小姐", ["138****8001", "zh***1"])]
    assert [found(full, words) for words in ("001", "13800138001", "9001")] == [[], [("赵小姐",)], []]


def test_a_wechat_id_is_found_whole_only(full) -> None:
    assert [found(full, words) for words in ("zhao_01", "ZHAO_01", "zhao_0", "_01")] == [[("赵小姐",)]] * 2 + [[], []]


def test_the_name_is_what_the_store_calls_her(full) -> None:
    assert found(full, "赵", "store", "customer", scope=("S", "T")) == [("T", "赵女士"), ("S", "赵小姐")]
    assert found(full, "8001", "store", scope=("T",)) == [("T",)]
    assert found(full, "8001", scope=()) == []


def test_each_store_knows_its_own_part_of_her(full) -> None:
    columns = ("store", "assistant", "grade", "lead_on", "visited_on", "ordered_on", "orders", "revenue_cny")
    answer = full.ask("customers/known", *columns, customer=key(full, "8001"), scope=("S", "T"))
    october = [date(2026, 10, day) for day in range(1, 13)]
    assert answer == [
        ("S", "Li", "A", october[0], october[4], october[7], 1, Decimal(800)),  # 900 - 100; Li took her over again
        ("T", "Han", None, None, october[11], None, 0, Decimal(0)),
    ]


def test_everything_is_told_the_latest_first_and_only_of_the_scope(full) -> None:
    columns = ("day", "kind", "assistant", "result", "agreed_to", "grade", "amount_cny", "detail")
    told = full.ask("customers/timeline", *columns, customer=key(full, "8001"))
    assert [(day.day, *rest) for day, *rest in told] == [
        (13, "handovers", "Li", "done", None, None, None, "Sun"),
        (11, "referrals", "Sun", "refer", None, None, None, "钱"),
        (10, "services", "Sun", "fitting", None, None, None, None),
        (9, "orders", "Wu", "refund", None, None, Decimal(-100), None),
        (8, "orders", "Wu", "sale", None, None, Decimal(900), None),
        (8, "visits", "Wu", "closed", None, None, None, None),  # she bought that day
        (5, "visits", "Wu", "lost", None, None, None, "价格"),
        (4, "joined", "Li", None, None, None, None, None),
        (3, "invites", "Li", None, "group", None, None, None),
        (2, "calls", "Li", "no_answer", None, None, None, None),  # 18:05
        (2, "calls", "Li", "connected", "both", "A", None, "她妈妈139****9009"),  # 10:30
        (1, "leads", "Li", "valid", None, "B", None, "美团"),
    ]
    moments = full.ask("customers/timeline", "moment", customer=key(full, "8001"))
    assert moments[9:11] == [(datetime(2026, 10, 2, 18, 5),), (datetime(2026, 10, 2, 10, 30),)]
    in_t = full.ask("customers/timeline", "day", "detail", customer=key(full, "8001"), scope=("T",))
    assert in_t == [(date(2026, 10, 12), "款式")]


def test_who_was_sent_has_it_in_her_own_story(full) -> None:
    full.bring("calls", "日期,门店,导购,客户,电话\n2026-10-14,S,Li,钱,13800138002\n")
    told = full.ask("customers/timeline", "kind", "detail", customer=key(full, "8002"))
    assert told == [("calls", None), ("referred", "赵小姐")]
