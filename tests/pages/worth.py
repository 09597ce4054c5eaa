"""The page of value as its tests drive it: a shop that one customer carries and two eat."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from streamlit.testing.v1 import AppTest

from data import importing
from data.store import Store
from data.texts import say
from pages.shared import answers

Open = Callable[..., AppTest]
Fill = Callable[[Callable[[], object]], Store]
Hear = Callable[[AppTest], Any]
PAGE: Final = "customers/value.py"
STORE: Final = {"stores": "旗舰店"}
PERIOD: Final = {"from": "2026-01-01", "to": "2026-11-21"}
ESCAPES: Final = str.maketrans("", "", "\\\u2060")  # around what Markdown would read
EVENING: Final = datetime(2026, 11, 21, 19, 30)
# 旗舰店: 李 brings 8 000 with two orders, eight others 100 each, 王 buys for less than it cost, and 钱's services cost
# more than the order brings. 9 700 in all, 8 900 of it from the best two of ten: 92 %.
OTHERS: Final = ("钱女士", "孙女士", "周先生", "吴女士", "郑先生", "冯女士", "陈先生", "褚女士")
ORDERS: Final = """成交日期,门店,导购,客户姓名,电话,金额,成本,类型,产品,品类,地区
2025-12-01,旗舰店,周丽,李女士,13800138001,1000,,,床,,
2026-08-01,旗舰店,周丽,李女士,13800138001,5000,2000,,床,家具,东区
2026-11-06,旗舰店,周丽,李女士,13800138001,3000,1000,,沙发,家具,东区
2026-11-07,旗舰店,周丽,王先生,13800138002,900,950,,床,家具,西区
""" + "".join(
    f"2026-10-{place + 10},旗舰店,徐娜,{name},1380013801{place},100,,,椅子,,\n" for place, name in enumerate(OTHERS)
)
REFUND: Final = """成交日期,门店,导购,客户姓名,电话,金额,类型
2026-11-08,万达店,何娟,何女士,13800138020,-400,退款
"""
SERVICES: Final = """服务日期,门店,导购,客户姓名,电话,服务项目,服务成本
2026-11-01,旗舰店,徐娜,钱女士,13800138010,维修,150
"""
LEADS: Final = """客资日期,门店,导购,来源,客户,电话,是否有效
2026-11-02,旗舰店,徐娜,美团,卫女士,13800138030,是
"""
CALLS: Final = """日期,门店,导购,客户姓名,电话,通话结果
2026-11-02,旗舰店,徐娜,钱女士,13800138010,接通
"""


def bring(shop: Store, name: str, text: str) -> None:
    prepared = importing.prepare(shop, text.encode(), name, received_at=EVENING)
    importing.commit(shop, prepared, at=EVENING, user="uploads_page")


def fill() -> None:
    """Fill the shop with the rows above."""
    shop = answers.store()
    for place, text in enumerate((ORDERS, REFUND, SERVICES, LEADS, CALLS)):
        bring(shop, f"{place}.csv", text)


def answered(shown: AppTest) -> str:
    assert not shown.exception
    sentence: str = shown.main.subheader[0].value
    return sentence


def drawn(shown: AppTest, key: str) -> list[dict[str, Any]]:
    """Return the figures that are described as the text ``key`` says, in Chinese."""
    charts = [chart.proto for chart in shown.get("plotly_chart")]
    return [json.loads(chart.spec) for chart in charts if chart.alt == say(key, "zh")]


def listed(shown: AppTest, key: str, choice: str) -> list[str]:
    """Return the names of the customers behind what is chosen below a chart, without those below zero."""
    shown = shown.main.selectbox(key=f"{key}_choice").set_value(choice).run()
    assert not shown.exception
    tables = [table.value for table in shown.main.dataframe]
    lists = [table for table in tables if say("tables.columns.largest_cost", "zh") not in table]
    return [name for table in lists if "客户" in table for name in table["客户"]]
