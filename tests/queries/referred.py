"""Referrals as their tests write and ask them."""

from datetime import date

import pandas as pd

from queries import referrals
from queries.fates import traced
from tests.queries.conftest import Shop, rows

DAY = date(2026, 11, 21)
HEADER = "日期,门店,导购,老顾客,老顾客电话,动作,被推荐人,被推荐人电话\n"
PHONES = {name: f"138001380{place:02}" for place, name in enumerate("赵钱孙李周吴郑王冯陈", 1)}


def said(*lines: str, store: str = "S") -> str:
    """Return a log of lines like "3 赵 推荐客户 钱": day of November, who, what, whom."""
    found = HEADER
    for line in lines:
        day, who, action, whom = (*line.split(), "")[:4]
        found += f"2026-11-{int(day):02},{store},Li,{who},{PHONES[who]},{action},{whom},{PHONES.get(whom, '')}\n"
    return found


def balances(shop: Shop, day: date = DAY, scope: tuple[str, ...] = ("S",)) -> dict[str, float]:
    frame = referrals.balances(shop.store, scope, day)
    return {str(customer): float(points) for customer, points in rows(frame, "customer", "points")}


def trace(shop: Shop, scope: tuple[str, ...] = ("S",)) -> tuple[pd.DataFrame, pd.DataFrame]:
    return traced(referrals.actions(shop.store, scope, DAY)), referrals.people(shop.store, scope, DAY)
