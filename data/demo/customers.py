"""The customers of the demo: invented names, numbers and WeChat ids, each a function of the customer's number."""

from typing import Final

import numpy as np

_SURNAMES: Final = "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
_GIVEN: Final = (
    "女士", "先生", "阿姨", "师傅", "老师", "小姐", "建国", "秀兰", "海燕", "志强", "丽华", "晓东", "春梅", "国庆",
    "玉珍", "文斌", "雪莹", "立新", "美玲", "永强", "佳宁", "思琪", "宇航", "欣怡", "子豪", "雨晨", "家乐", "慧敏",
    "红霞", "长江", "小满", "知夏", "一诺", "若水", "明月", "新宇", "乐天", "晨光", "静怡", "向阳",
)  # fmt: skip
_PREFIXES: Final = (*range(130, 140), *range(150, 154), *range(155, 160), *range(175, 179), *range(180, 190), 198, 199)
_NICKNAMES: Final = ("lily", "sunny", "mango", "xiaoyu", "haibo", "coco", "leaf", "ying", "momo", "fish", "tutu")
_PRODUCTS: Final = ("冰箱", "洗衣机", "空调", "电视", "沙发", "床垫", "衣柜", "餐桌", "油烟机", "热水器")
_CHANNELS: Final = ("phone", "wechat_qr", "walk_in", "referral", "online")
_NOTES: Final = ("周末带家人来", "孩子上学,周末有空", "新房装修中；下月再联系", "想看样品", "问有没有以旧换新")
_NUMBERS_PER_PREFIX: Final = 10**8
_OTHER_PREFIXES: Final = (166, 173, 191, 193)  # no number of theirs is one of a called customer's
OTHERS: Final = 20_000


class Customers:
    """What every customer is called and how to reach them.

    Numbers from 0 to ``count`` − 1 are for those whom the assistants call or write to; ``others`` are for everybody
    else: old customers, those they refer, and whoever walks in.
    """

    def __init__(self, count: int, seed: int) -> None:
        rng = np.random.default_rng([seed, 2])
        # Drawn without repeats: two customers with one number would be one customer.
        phones = rng.choice(len(_PREFIXES) * _NUMBERS_PER_PREFIX, count, replace=False)
        surnames = rng.integers(len(_SURNAMES), size=count)
        given = rng.integers(len(_GIVEN), size=count)
        products = rng.integers(len(_PRODUCTS), size=count)
        self._channels = rng.choice(len(_CHANNELS), count, p=(0.84, 0.05, 0.04, 0.03, 0.04))
        self._notes = rng.integers(len(_NOTES) * 12, size=count)
        self.others = range(count, count + OTHERS)
        more = np.random.default_rng([seed, *b"others"])
        last_ones = more.choice(len(_OTHER_PREFIXES) * _NUMBERS_PER_PREFIX, OTHERS, replace=False)
        self._phones = np.concatenate([phones, last_ones + len(_PREFIXES) * _NUMBERS_PER_PREFIX])
        self._surnames = np.concatenate([surnames, more.integers(len(_SURNAMES), size=OTHERS)])
        self._given = np.concatenate([given, more.integers(len(_GIVEN), size=OTHERS)])
        self._products = np.concatenate([products, more.integers(len(_PRODUCTS), size=OTHERS)])

    def name(self, customer: int) -> str:
        """Return the full name, or the surname with a form of address."""
        surname = _SURNAMES[self._surnames[customer]]
        return f"{surname}{_GIVEN[self._given[customer]]}"

    def phone(self, customer: int) -> str:
        """Return the mobile number, 11 digits."""
        prefix, rest = divmod(int(self._phones[customer]), _NUMBERS_PER_PREFIX)
        return f"{(*_PREFIXES, *_OTHER_PREFIXES)[prefix]}{rest:08d}"

    def wechat(self, customer: int) -> str:
        """Return the WeChat id."""
        return f"{_NICKNAMES[self._given[customer] % len(_NICKNAMES)]}_{customer:06d}"

    def product(self, customer: int) -> str:
        """Return the product the customer thinks of."""
        return _PRODUCTS[self._products[customer]]

    def channel(self, customer: int) -> str:
        """Return how the customer came, as the calls log stores it."""
        return _CHANNELS[self._channels[customer]]

    def note(self, customer: int) -> str | None:
        """Return a remark; one customer in twelve has one."""
        note = int(self._notes[customer])
        return _NOTES[note] if note < len(_NOTES) else None
