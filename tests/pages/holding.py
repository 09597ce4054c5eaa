"""The page of assets as its tests drive it: a shop that somebody left with five customers."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

from streamlit.testing.v1 import AppTest

from data import importing
from data.store import Store
from data.texts import say
from pages.shared import answers
from queries import assets

Open = Callable[..., AppTest]
Fill = Callable[[Callable[[], object]], Store]
Hear = Callable[[AppTest], Any]
PAGE: Final = "customers/assets.py"
STORE: Final = "旗舰店"
DAY: Final = date(2026, 11, 21)
DAYS: Final = {"from": "2026-09-01", "to": "2026-11-21"}
EVENING: Final = datetime(2026, 11, 21, 19, 30)
LEAVER: Final = f"{STORE}\n周丽"
# 周丽 left on the 15th with five customers, one known by name only, one by WeChat. 徐娜 holds 赵, whom she has called
# today, and 钱, silent for 41 days. 何娟 holds nobody. In 万达店 孙 was called ten days ago, as B.
CALLS: Final = """日期,门店,导购,客户姓名,电话,微信号,通话结果,客户等级,意向产品
2026-11-10,旗舰店,周丽,李女士,13800138001,lily_88,接通,A,床
2026-11-10,旗舰店,周丽,王先生,13800138002,,接通,A1,床
2026-11-11,旗舰店,周丽,张女士,,,接通,B,沙发
2026-11-11,旗舰店,周丽,,,zhou_99,接通,C,沙发
2026-11-12,旗舰店,周丽,吴女士,13800138007,,无人接听,,
2026-11-21,旗舰店,徐娜,赵女士,13800138004,,接通,A,沙发
2026-10-11,旗舰店,徐娜,钱女士,13800138005,,接通,C,床
2026-11-11,万达店,何娟,孙女士,13800138006,,接通,B,床
"""
STAFF: Final = """门店,导购,岗位,入职日期,离职日期
旗舰店,周丽,导购,2026-01-01,2026-11-15
旗舰店,徐娜,导购,2026-01-01,
旗舰店,何娟,导购,2026-01-01,
"""
HANDOVERS: Final = """交接日期,门店,原导购,接手导购,客户姓名,电话,状态
2026-11-16,旗舰店,周丽,徐娜,李女士,13800138001,待接
"""


def bring(shop: Store, name: str, text: str | bytes) -> None:
    content = text.encode() if isinstance(text, str) else text
    prepared = importing.prepare(shop, content, name, received_at=EVENING)
    importing.commit(shop, prepared, at=EVENING, user="uploads_page")


def at_risk(shop: Store, reason: str) -> list[Any]:
    rows = assets.at_risk(shop, (STORE,), DAY)
    names: list[Any] = rows.loc[rows["reason"] == reason, "customer"].tolist()
    return names


def fill() -> None:
    """Fill the shop with the calls and staff above."""
    shop = answers.store()
    bring(shop, "calls.csv", CALLS)
    bring(shop, "staff.csv", STAFF)


def answered(shown: AppTest) -> str:
    assert not shown.exception
    sentence: str = shown.main.subheader[0].value
    return sentence


def names(shown: AppTest, place: int) -> list[Any]:
    cells: list[Any] = shown.main.dataframe[place].value[say("tables.columns.customer", "zh")].tolist()
    return cells
