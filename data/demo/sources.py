"""Where leads come from, what they cost and how far off the need is."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from data.demo.records import Record


@dataclass(frozen=True)
class Source:
    """What one lead costs in CNY, and the source's shares of those who visit and of those who don't."""

    name: str
    cost: int
    came: float
    stayed: float


SOURCES: Final = (
    Source("老客转介绍", 30, 0.14, 0.05),
    Source("小红书", 150, 0.20, 0.18),
    Source("美团", 180, 0.19, 0.18),
    Source("高德", 90, 0.14, 0.12),
    Source("线下活动", 60, 0.08, 0.08),
    Source("抖音", 120, 0.14, 0.23),
    Source("朋友圈广告", 220, 0.11, 0.16),
)
SAY_WHEN: Final = 0.6
FARTHEST: Final = 800  # days; a later date would be taken for a slip

_HORIZON: Final = {"A": 60, "B": 130, "C": 230, "D": 330}  # days


def drawn_source(rng: np.random.Generator, *, came: bool, paid: float = 1) -> Record:
    """Return the source of a lead and what it cost, ``paid`` of what the source costs."""
    shares = [source.came if came else source.stayed for source in SOURCES]
    source = SOURCES[rng.choice(len(SOURCES), p=shares)]
    return {"source": source.name, "cost": round(source.cost * paid * float(rng.uniform(0.7, 1.3)))}


def needed(on: date, grade: str, rng: np.random.Generator) -> date | None:
    """Return the day for which the product is wanted, later for a weaker ``grade``; two customers in five don't say."""
    later = min(14 + int(rng.gamma(2, _HORIZON[grade] / 2)), FARTHEST)
    return on + timedelta(days=later) if rng.random() < SAY_WHEN else None
