"""Shops that are left to chance: two stores, three assistants and sixty customers over almost four months."""

from datetime import date, timedelta
from random import Random
from typing import Any, Final

LAST: Final = date(2026, 11, 30)
DAYS: Final = [(LAST - timedelta(days=back)).isoformat() for back in range(110)]
MAYBE: Final = ("", "是", "否")
GRADES: Final = ("", "", "A", "A1", "B", "C", "D2")
ASSISTANTS: Final = ("Li", "Wu", "Han")
BASE: Final = {"日期": DAYS, "门店": ("S", "T"), "导购": ASSISTANTS}
PEOPLE: Final = range(10, 70)
WHO: Final = {"客户": ("", "客{}"), "电话": ("", "138001380{}", "138001380{}"), "微信号": ("", "", "id_{}")}
LOGS: Final[dict[str, tuple[int, dict[str, Any]]]] = {
    "leads": (
        50,
        BASE | WHO | {"来源": ("", "美团", "转介绍"), "是否有效": MAYBE, "等级": GRADES, "需求日期": ("", *DAYS)},
    ),
    "calls": (
        90,
        BASE
        | WHO
        | {"通话结果": ("接通", "未接", "拒接"), "是否同意进群": MAYBE, "是否同意到店": MAYBE, "等级": GRADES},
    ),
    "invites": (25, BASE | WHO | {"同意事项": ("", "进群", "到店"), "进群日期": ("", *DAYS), "等级": GRADES}),
    "visits": (
        45,
        BASE | WHO | {"是否成交": MAYBE, "走单原因": ("", "价格", "款式"), "是否为礼品进店": MAYBE, "等级": GRADES},
    ),
    "orders": (12, BASE | WHO | {"金额": ("900", "900", "-100")}),
    "services": (10, BASE | {"客户": ("客{}",), "电话": WHO["电话"], "服务项目": ("清洁",)}),
    "replies": (12, BASE | {"群发人数": ("9", "20"), "回复人数": ("0", "9")}),
}
EVERYBODY: Final = 10_000
PERIOD: Final = {"first": date(2026, 8, 20), "last": LAST}


def fill(shop: Any, chance: Random) -> None:
    """Bring every log, and let one store have a rule of its own."""
    for kind, (rows, cells) in LOGS.items():
        lines = [",".join(map(chance.choice, cells.values())) for _ in range(rows)]
        people = chance.choices(PEOPLE, k=rows)
        told = [line.replace("{}", str(person)) for line, person in zip(lines, people, strict=True)]
        shop.bring(kind, "\n".join([",".join(cells), *told]))
    shop.rule("order_days", "45", day=30, store="T")
