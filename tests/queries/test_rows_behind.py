"""From a figure of the meeting to the rows behind it: what is listed comes to what the page says."""

import random
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

import pytest

from data import importing
from queries import meeting, records

EVENING = datetime(2026, 11, 21, 19, 0)
DAY = date(2026, 11, 21)
DAYS = tuple(f"2026-11-{day}" for day in (19, 20, 21))
STORES, PEOPLE = ("旗舰店", "万象店"), ("周丽", "何娟")
PHONES = ("", "13800138001", "13800138002", "13800138003", "13800138004")
WHO = {"门店": STORES, "客户": ("", "李", "王"), "电话": PHONES, "微信号": ("", "lily")}
WHERE = {"日期": DAYS, "导购": PEOPLE} | WHO
MAYBE = ("", *DAYS)
LINES = {
    "calls": WHERE
    | {"通话结果": ("接通", "空号"), "客户等级": ("A", "B1", "")}
    | {"是否同意进群": "是否", "是否同意到店": "是否"},
    "invites": WHERE
    | {"同意事项": ("", "进群", "到店", "进群和到店"), "进群日期": MAYBE, "到店日期": MAYBE, "成交日期": MAYBE}
    | {"成交金额": ("", "80"), "客户等级": ("C", "")},
    "visits": {"进店日期": DAYS, "接待人": PEOPLE} | WHO | {"是否成交": "是否", "成交金额": ("", "90")},
    "orders": WHERE | {"订单号": ("", "D1", "D2"), "产品": "床柜", "金额": ("70", "-70")},
}
FIGURES = {"calls": "calls", "invites": "invites_agreed", "visits_agreed": "visits_agreed"}
FIGURES |= {"visited": "visited", "orders": "closed"}

Bring = Callable[..., int]


@pytest.fixture
def bring(shop) -> Bring:
    """Bring a file: its name, its kind and its lines; the batch's number comes back."""

    def bringing(name: str, kind: str, *lines: str) -> int:
        content = "\n".join(lines) + "\n"
        prepared = importing.prepare(shop.store, content.encode(), name, received_at=EVENING, kind=kind)
        return importing.commit(shop.store, prepared, at=EVENING, user="uploads_page", may_shrink=True).batch_id

    return bringing


def behind(shop, figure: str, *columns: str, scope=STORES, assistant=None):
    return shop.ask("records/rows_behind", *columns, scope=scope, day=DAY, figure=figure, assistant=assistant)


def test_two_calls_with_one_customer_agree_once(shop, bring) -> None:
    header = "日期,门店,导购,客户,电话,是否同意到店"
    batch = bring(
        "call.csv",
        "calls",
        header,
        "2026-11-21,旗舰店,周丽,李,13800138001,是",
        "2026-11-21,旗舰店,周丽,李,13800138001,是",
        "2026-11-21,旗舰店,周丽,王,13800138002,否",
        "2026-11-21,旗舰店,周丽,,,是",
    )
    # 李 agreed twice and counts once; nobody is known on row 5, so nobody counts: 1.
    assert behind(shop, "visits_agreed", "customer", "counted", "row_no", "file_name", "batch_id", "user_name") == [
        ("李", "yes", 2, "call.csv", batch, "uploads_page"),
        ("李", "again", 3, "call.csv", batch, "uploads_page"),
        (None, "nobody", 5, "call.csv", batch, "uploads_page"),
    ]
    assert [row[0] for row in behind(shop, "calls", "counted")] == ["yes"] * 4  # every row is a call


def test_the_order_is_believed_before_the_visit_and_the_invite(shop, bring) -> None:
    bring(
        "invite.csv",
        "invites",
        "日期,门店,导购,客户,电话,同意事项,到店日期,成交日期,成交金额",
        "2026-11-19,旗舰店,周丽,李,13800138001,到店,2026-11-21,2026-11-21,80",
    )
    bring(
        "visit.csv",
        "visits",
        "进店日期,门店,接待人,客户,电话,是否成交,成交金额",
        "2026-11-21,旗舰店,何娟,李,13800138001,是,90",
        "2026-11-21,旗舰店,何娟,,,是,20",
    )
    bring(
        "order.csv",
        "orders",
        "日期,订单号,门店,导购,客户,电话,产品,金额",
        "2026-11-21,D1,旗舰店,何娟,李,13800138001,床,100",
        "2026-11-21,D1,旗舰店,何娟,李,13800138001,柜,30",
        "2026-11-21,D9,旗舰店,何娟,王,13800138002,床,-70",
    )
    assert behind(shop, "visited", "assistant", "kind", "logged_on", "counted") == [
        ("何娟", "visits", DAY, "yes"),
        ("何娟", "visits", DAY, "yes"),  # whoever it was
        ("周丽", "invites", date(2026, 11, 19), "overruled"),
    ]
    assert behind(shop, "orders", "assistant", "kind", "amount_cny", "counted") == [
        ("何娟", "orders", 100, "yes"),
        ("何娟", "orders", 30, "again"),
        ("何娟", "orders", -70, "refund"),
        ("何娟", "visits", 90, "overruled"),
        ("何娟", "visits", 20, "yes"),
        ("周丽", "invites", 80, "overruled"),
    ]
    # Two customers bought, for 100 + 30 - 70 + 20 = 80.
    assert shop.ask("meeting/day_figures", "value", "amount_cny", scope=STORES, day=DAY)[-1] == (2, Decimal(80))


def test_invites_follow_the_rule_of_what_counts(shop, bring) -> None:
    header = "日期,门店,导购,客户,电话,同意事项,进群日期"
    bring("a.csv", "invites", header, "2026-11-19,旗舰店,周丽,李,13800138001,进群,2026-11-21")
    bring("b.csv", "invites", header, "2026-11-21,旗舰店,周丽,王,13800138002,进群,")
    assert behind(shop, "invites", "file_name") == [("b.csv",)]
    shop.rule("invites_count", "joined", store="旗舰店")
    assert behind(shop, "invites", "file_name") == [("a.csv",)]


def test_rows_are_of_one_assistant_and_of_the_scope(shop, bring) -> None:
    rows = [f"2026-11-21,{store},{name},李,13800138001,是" for store in STORES for name in PEOPLE]
    bring("call.csv", "calls", "日期,门店,导购,客户,电话,是否同意到店", *rows)
    assert behind(shop, "calls", "store", "assistant", scope=("旗舰店",), assistant="周丽") == [("旗舰店", "周丽")]
    assert behind(shop, "calls", scope=()) == []


@pytest.mark.parametrize("seed", range(3))
def test_rows_behind_come_to_the_figure_of_every_assistants_day(shop, bring, seed) -> None:
    chance = random.Random(seed)
    for number, (kind, cells) in enumerate([*LINES.items(), *LINES.items()]):
        lines = [",".join(chance.choice(found) for found in cells.values()) for _ in range(12)]
        batch = bring(f"{number}.csv", kind, ",".join(cells), *lines)
    importing.undo(shop.store, batch, at=EVENING, user="uploads_page")
    columns = ", ".join(["amount_cny", *FIGURES.values()])
    for day in (date(2026, 11, number) for number in (19, 20, 21)):
        rows = records.rows_behind(shop.store, STORES, day, None, None)
        counts = rows[rows["counted"] == "yes"].groupby(["figure", "store", "assistant"]).size().to_dict()
        believed = rows[(rows["figure"] == "orders") & (rows["counted"] != "overruled")]
        amounts = believed.dropna(subset="amount_cny").groupby(["store", "assistant"])["amount_cny"].sum().to_dict()
        with shop.store.cursor(STORES) as cursor:
            kept = cursor.execute(f"select store, assistant, {columns} from daily where day = $1", [day]).fetchall()
        found: dict[tuple[str, str, str], int] = {}
        for store, assistant, amount, *figures in kept:
            assert amounts.get((store, assistant), 0) == amount
            named = zip(FIGURES, figures, strict=True)
            found |= {(name, store, assistant): value for name, value in named}
        mix = meeting.grade_mix(shop.store, STORES, day).groupby(["store", "assistant"])["customers"].sum()
        found |= {("grades", *person): count for person, count in mix.items()}
        assert counts == {key: value for key, value in found.items() if value}


def test_distinct_customers_of_all_rows_are_the_figure(shop, bring) -> None:
    # Counted from the log itself, without the column that says what counts.
    lines = [f"2026-11-21,旗舰店,周丽,客{n % 5},1380013800{n % 5},是" for n in range(13)]
    bring("call.csv", "calls", "日期,门店,导购,客户,电话,是否同意进群", *lines)
    customers = behind(shop, "invites", "customer")
    assert len(customers) == 13
    assert len(set(customers)) == 5
    assert shop.ask("meeting/day_figures", "value", scope=STORES, day=DAY)[1] == (5,)
