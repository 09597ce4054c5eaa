"""When the evening goes to the group by itself: what ``robot.toml`` says about it."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from data.refusal import Refused
from data.texts import LANGUAGES
from reports.robot import FILE, settings

CLOCK: Final = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)")
A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Plan:
    """Every day ``at`` this time by the shop's clock, in this language; ``stores`` as ``--stores`` takes them."""

    at: time
    language: str
    stores: str | None

    def due(self, now: datetime) -> datetime:
        """Return the last moment up to ``now`` at which it was due."""
        today = datetime.combine(now.date(), self.at)
        return today if today <= now else today - A_DAY


def plan(folder: Path) -> Plan | None:
    """Return the plan of the shop in ``folder``, None where nothing goes out by itself.

    Raises ``Refused`` for a time, a language or stores that make no sense, and when the file can't be read.
    """
    told = settings(folder)
    if "at" not in told:
        return None
    language, stores = told.get("language", LANGUAGES[0]), told.get("stores")
    if language not in LANGUAGES:
        raise Refused("robot.bad_language", file=FILE, said=language)
    if stores is not None and not isinstance(stores, str):
        raise Refused("robot.bad_stores", file=FILE)
    return Plan(_clock(told["at"]), language, stores)


def _clock(said: Any) -> time:
    if isinstance(said, time):
        return said.replace(second=0, microsecond=0)
    found = CLOCK.fullmatch(str(said).strip())
    if not found:
        raise Refused("robot.bad_time", file=FILE, said=said)
    return time(int(found[1]), int(found[2]))
