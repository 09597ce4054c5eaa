"""Logs of a world so small that rows often meet: 2 stores, 2 assistants, 4 days, 3 phones, 2 WeChat ids."""

from random import Random

STORES = ("旗舰店", "万象店")
DAYS = tuple(f"2026-11-{day}" for day in (18, 19, 20, 21))
MAYBE = ("", "是", "否")
PHONES = ("", "", "13800138001", "13800138002", "13800138003", "138****8001")
PEOPLE = ("周丽", "何娟")
WHERE = {"日期": DAYS, "门店": STORES, "导购": PEOPLE}
WHO = {"客户": ("", "李", "王"), "电话": PHONES, "微信号": ("", "lily", "tom")}
LINES = {
    "calls": WHERE | WHO | {"通话结果": ("接通", "空号", ""), "是否同意进群": MAYBE, "是否同意到店": ("是", "")},
    "invites": WHERE
    | WHO
    | {"同意事项": ("", "进群", "到店", "再想想"), "是否进群": MAYBE, "进群日期": ("", *DAYS), "到店日期": ("", *DAYS)}
    | {"成交日期": ("", *DAYS), "成交金额": ("", "80")},
    "leads": WHERE | WHO | {"客资编号": ("", "K1", "K2"), "是否有效": MAYBE, "是否转微信": MAYBE, "客户等级": "AB"},
    "visits": {"进店日期": DAYS, "门店": STORES, "接待人": PEOPLE} | WHO | {"是否成交": MAYBE, "成交金额": ("", "90")},
    "orders": WHERE | WHO | {"订单号": ("", "D1", "D2"), "产品": "床柜", "金额": ("70", "-70")},
    "services": WHERE | {"客户": ("李", ""), "电话": PHONES, "服务项目": ("清洁", "")},
    "referrals": WHERE
    | {
        "老顾客": ("李", ""),
        "老顾客电话": PHONES,
        "动作": ("拉人", "推荐"),
        "被推荐人": ("李", "王"),
        "被推荐人电话": PHONES,
    },
    "group_members": {"盘点日期": DAYS, "门店": STORES, "群名称": ("1群", "2群")} | WHO | {"客户等级": "AB"},
    "replies": WHERE | {"群发人数": ("9",), "回复人数": ("3", "4")},
    "staff": {"门店": STORES, "导购": PEOPLE, "岗位": ("导购", "店长", ""), "入职日期": ("", "2026-01-01")}
    | {"离职日期": ("", *DAYS)},
    "tasks": WHERE | {"电话任务": ("", "50"), "进群任务": ("", "30"), "是否休假": MAYBE},
    "targets": {"月份": ("2026-11",), "门店": STORES, "导购": ("", *PEOPLE), "业绩目标": ("500", "600")},
    "handovers": {"交接日期": DAYS, "门店": STORES, "原导购": PEOPLE, "接手导购": PEOPLE}
    | WHO
    | {"状态": ("待接", "已接")},
    "calendar": {"日期": DAYS, "门店": STORES, "是否营业": ("是", "否"), "客流权重": ("", "1.5", "2")},
}


def log(kind: str, chance: Random, rows: int) -> list[list[str]]:
    """Return a log of a kind, header first, whose cells are left to ``chance``."""
    cells = LINES[kind]
    return [list(cells), *([chance.choice(found) for found in cells.values()] for _ in range(rows))]
