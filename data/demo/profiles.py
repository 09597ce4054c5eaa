"""How each store of the demo fares: which step it is good at, and which one stops its customers."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Profile:
    """Shares from 0 to 1, one for each step a store can be good or bad at.

    ``valid`` of all leads; ``wechat`` and ``phone`` are the second contacts won from valid leads; ``untouched`` are
    those that nobody called; ``visit`` of the valid leads; ``close`` of those who visit by invitation; ``strong`` is
    how many old grade-A leads order within the period; ``first`` are the grades, A to D, of those reached for the first
    time; ``weak_again`` is the share of C and D in the calls that A and B leave; ``gifts``, ``price`` and ``unsaid``
    are shares of the visits without an order; ``replies`` of a broadcast; ``intent`` of those in the groups;
    ``paid`` is what a lead costs of late, of what it cost before. No shares are ``again``, the days until A and B
    are called again, and ``referrals``, the new names a service visit brings.
    """

    valid: float = 0.875
    wechat: float = 0.95
    phone: float = 0.81
    untouched: float = 0.03
    visit: float = 0.6
    close: float = 0.42
    strong: float = 0.8
    first: tuple[float, ...] = (0.12, 0.28, 0.42, 0.18)
    again: tuple[int, int] = (2, 4)
    weak_again: float = 0.25
    gifts: float = 0.06
    price: float = 0.3
    unsaid: float = 0.08
    replies: float = 0.74
    referrals: float = 3.4
    intent: float = 0.5
    paid: float = 1.0


PROFILES: Final[dict[str, Profile]] = {
    "旗舰店": Profile(visit=0.65, phone=0.83, strong=0.84),
    "城东店": Profile(wechat=0.92, visit=0.62, referrals=1.2),
    "城西店": Profile(replies=0.66),
    "城南店": Profile(visit=0.56, close=0.24, price=0.58),
    "城北店": Profile(visit=0.42, replies=0.38),
    "滨江店": Profile(phone=0.62, visit=0.68, close=0.5, unsaid=0.28, paid=0.5),
    "高新店": Profile(strong=0.32, first=(0.22, 0.20, 0.40, 0.18)),
    "大学城店": Profile(close=0.24, gifts=0.38, intent=0.1),
    "机场路店": Profile(wechat=0.78, visit=0.57),
    "新城店": Profile(valid=0.64, paid=0.5),
    "湖滨店": Profile(visit=0.57, first=(0.02, 0.06, 0.52, 0.4), again=(3, 6), weak_again=0.6, replies=0.7, paid=0.5),
    "会展店": Profile(untouched=0.08, wechat=0.97, visit=0.52, replies=0.46),
}
