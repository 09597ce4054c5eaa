"""The chain of the demo: its stores, its assistants and how each of them works. All names are invented."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

import numpy as np

Role = Literal[
    "star", "failing", "late", "missing", "on_leave", "special_quota", "leaver", "newcomer",
    "exact", "repeats", "short", "last_minute", "wrong_numbers", "corrected", "",
]  # fmt: skip

REGIONS: Final[dict[str, tuple[str, ...]]] = {
    "一区": ("旗舰店", "城东店", "城西店", "城南店"),
    "二区": ("城北店", "滨江店", "高新店", "大学城店"),
    "三区": ("机场路店", "新城店", "湖滨店", "会展店"),
}
STORES: Final = tuple(store for stores in REGIONS.values() for store in stores)
CHAIN: Final = "全部门店"

NAMES: Final[dict[str, str]] = {
    "旗舰店": "周雅宁 陈书航 林可欣 赵文博 孙晓棠 何俊朗",
    "城东店": "吴思远 郑佳怡 王梓萱 冯子墨 褚云舒",
    "城西店": "刘一鸣 蒋若溪 沈昕妍 韩东辰 杨芷晴",
    "城南店": "朱嘉禾 秦语桐 尤启航 许念慈 吕浩宁",
    "城北店": "施婉清 张明煦 孔令仪 曹予安 严沐阳",
    "滨江店": "华静姝 金泽川 魏雨薇 陶书瑶 姜承宇",
    "高新店": "戚若彤 谢景舟 邹依诺 喻晨曦 柏文静",
    "大学城店": "窦思齐 章嘉懿 苏慕言 潘俊熙 葛欣悦",
    "机场路店": "范雨欣 彭子昂 郎佳慧 鲁天佑 韦诗涵",
    "新城店": "马晓彤 苗雨泽 方梓涵 俞宛如 任浩宇",
    "湖滨店": "袁梦琪 柳子衿 鲍伟诚 史可心 唐若琳",
    "会展店": "费思雨 廉子健 岑静怡 刘一鸣",
}
ROLES: Final[dict[tuple[str, str], Role]] = {
    ("旗舰店", "周雅宁"): "star",
    ("旗舰店", "陈书航"): "exact",
    ("旗舰店", "林可欣"): "late",
    ("旗舰店", "赵文博"): "missing",
    ("旗舰店", "孙晓棠"): "failing",
    ("城东店", "郑佳怡"): "on_leave",
    ("城西店", "韩东辰"): "repeats",
    ("城南店", "尤启航"): "short",
    ("城北店", "严沐阳"): "last_minute",
    ("滨江店", "姜承宇"): "newcomer",
    ("高新店", "邹依诺"): "wrong_numbers",
    ("高新店", "谢景舟"): "corrected",
    ("大学城店", "潘俊熙"): "special_quota",
    ("新城店", "任浩宇"): "leaver",
}
LEFT_DAYS_AGO: Final = 20
HIRED_DAYS_AGO: Final = 21


@dataclass(frozen=True)
class Pace:
    """What an assistant does on a middling day: calls, group invites, visits agreed; ``skill`` is 1 on average."""

    calls: float
    invites: float
    visits: float
    skill: float


GOOD: Final = Pace(55, 32, 1.5, 1.15)
MIDDLING: Final = Pace(51, 28, 1.1, 1.0)
WEAK: Final = Pace(45, 22, 0.8, 0.7)
_PACE_OF_ROLE: Final[dict[Role, Pace]] = {"star": GOOD, "failing": GOOD, "exact": MIDDLING, "newcomer": WEAK}


@dataclass(frozen=True)
class Assistant:
    """One assistant at one store; ``rest`` is the day off, counted back from the last day, every seven days."""

    number: int
    store: str
    name: str
    role: Role
    pace: Pace
    rest: int
    hired_on: date
    left_on: date | None

    def employed(self, day: date) -> bool:
        """Whether ``day`` lies between hiring and leaving, both included."""
        return self.hired_on <= day and (self.left_on is None or day <= self.left_on)

    def on_leave(self, day: date, last: date) -> bool:
        """Whether ``day`` is this assistant's day off."""
        return self.employed(day) and (last - day).days % 7 == self.rest

    def at_work(self, day: date, last: date) -> bool:
        """Whether a log comes in for ``day``; only on the last day is one missing."""
        missing = day == last and self.role == "missing"
        return self.employed(day) and not self.on_leave(day, last) and not missing


def assistants(last: date, seed: int) -> tuple[Assistant, ...]:
    """Return the 60 assistants in the order of the stores."""
    rng = np.random.default_rng([seed, 1])
    weekdays_off = [back for back in range(1, 7) if (last - timedelta(days=back)).weekday() < 5]
    people: list[Assistant] = []
    for store in STORES:
        for name in NAMES[store].split():
            role = ROLES.get((store, name), "")
            drawn = (GOOD, MIDDLING, WEAK)[rng.choice(3, p=(0.35, 0.4, 0.25))]
            rest = weekdays_off[rng.integers(len(weekdays_off))]
            long_ago = last - timedelta(days=int(rng.integers(150, 1500)))
            people.append(
                Assistant(
                    number=len(people),
                    store=store,
                    name=name,
                    role=role,
                    pace=_PACE_OF_ROLE.get(role, drawn),
                    rest=0 if role == "on_leave" else rest,
                    hired_on=last - timedelta(days=HIRED_DAYS_AGO) if role == "newcomer" else long_ago,
                    left_on=last - timedelta(days=LEFT_DAYS_AGO) if role == "leaver" else None,
                )
            )
    return tuple(people)
