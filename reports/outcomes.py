"""What came of sending by itself, evening by evening: kept in the shop's folder, so that nothing is sent twice."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Final, Literal, Self

from data.refusal import Refused

FILE: Final = "robot_scheduled.json"
REMEMBERED: Final = 100
# sending: it began, and nobody wrote down how it ended; unsure: it may have arrived; missed: nobody was there in time;
# empty: nothing had come in by then.
State = Literal["sending", "sent", "unsure", "failed", "missed", "empty"]


@dataclass(frozen=True)
class Outcome:
    """What came of the evening of ``day`` at ``moment``, with the refusal's ``reason`` and details if there was one."""

    day: date
    state: State
    moment: datetime
    reason: str = ""
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_final(self) -> bool:
        """Whether it must not be tried again: what may have arrived would arrive twice. Logs may still come in."""
        return self.state not in {"failed", "empty"}

    def sentence(self, language: str) -> str:
        """Return the refusal in words, "" without one."""
        return Refused(self.reason, **self.details).sentence(language) if self.reason else ""

    def written(self) -> dict[str, object]:
        """Return it for JSON."""
        return asdict(self) | {"day": self.day.isoformat(), "moment": self.moment.isoformat()}

    @classmethod
    def read(cls, found: dict[str, object]) -> Self:
        """Return what ``written`` wrote."""
        moments = {"day": date.fromisoformat(str(found["day"])), "moment": datetime.fromisoformat(str(found["moment"]))}
        return cls(**found | moments)  # type: ignore[arg-type]


def outcomes(folder: Path) -> dict[str, Outcome]:
    """Return what came of each evening by its mark, the newest last; nothing of a file that says nothing."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return {mark: Outcome.read(found) for mark, found in kept.items()}
    except (FileNotFoundError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def keep(folder: Path, mark: str, outcome: Outcome) -> None:
    """Write down what came of one evening, in place of what was known of it."""
    kept = {**{other: one for other, one in outcomes(folder).items() if other != mark}, mark: outcome}
    newest = {name: one.written() for name, one in list(kept.items())[-REMEMBERED:]}
    unfinished = (folder / FILE).with_suffix(".unfinished")
    unfinished.write_text(json.dumps(newest, ensure_ascii=False), encoding="utf-8")
    unfinished.replace(folder / FILE)


def last_on(folder: Path, day: date) -> Outcome | None:
    """Return what came last of the evening of ``day``, None where nothing was to go out by itself."""
    return next((one for one in reversed(outcomes(folder).values()) if one.day == day), None)
