"""How each store of the demo fares: which step it is good at, and which one stops its customers."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Profile:
    """Shares from 0 to 1, one for each step a store can be good or bad at.

    ``valid`` of all leads; ``wechat`` and ``phone`` are the second contacts won from valid leads; ``visit`` of the
    valid leads; ``close`` of those who visit by invitation; ``strong`` is how many old grade-A leads order within the
    period; ``gifts``, ``price`` and ``unsaid`` are shares of the visits without an order; ``replies`` of a broadcast;
    ``intent`` of those in the groups. ``referrals`` is no share but the new names a service visit brings.
    """

    valid: float = 0.84
    wechat: float = 0.94
    phone: float = 0.85
    visit: float = 0.68
    close: float = 0.48
    strong: float = 0.8
    gifts: float = 0.06
    price: float = 0.3
    unsaid: float = 0.12
    replies: float = 0.84
    referrals: float = 3.4
    intent: float = 0.5


PROFILES: Final[dict[str, Profile]] = {
    "旗舰店": Profile(visit=0.72, close=0.52, strong=0.84),
    "城东店": Profile(referrals=1.2),
    "城西店": Profile(visit=0.62, replies=0.66),
    "城南店": Profile(close=0.24, price=0.58),
    "城北店": Profile(visit=0.38, replies=0.34),
    "滨江店": Profile(phone=0.66, unsaid=0.42),
    "高新店": Profile(strong=0.32),
    "大学城店": Profile(close=0.28, gifts=0.38, intent=0.24),
    "机场路店": Profile(wechat=0.76),
    "新城店": Profile(valid=0.62),
    "湖滨店": Profile(visit=0.6, replies=0.72),
    "会展店": Profile(visit=0.48, replies=0.46),
}
