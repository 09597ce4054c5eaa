"""What has been sent to the group: kept in the shop's folder as fingerprints, so that nothing goes out twice."""

import hashlib
import json
from pathlib import Path
from typing import Final

from data.refusal import Refused

FILE: Final = "robot_sent.json"
A_MINUTE: Final = 20  # messages: what every one of the robots takes
REMEMBERED: Final = 1_000


class Sent:
    """The fingerprints of what was sent, each with its moment (Unix seconds), the oldest first."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        try:
            self._marks: dict[str, float] = dict(json.loads(self._file.read_text(encoding="ascii")))
        except (OSError, ValueError, TypeError):
            self._marks = {}

    def mark(self, url: str, says: str) -> str:
        """Return the fingerprint of a message for one address, neither of which can be read from it."""
        return hashlib.sha256(f"{url}\n{says}".encode()).hexdigest()

    def has(self, mark: str) -> bool:
        """Whether it was sent."""
        return mark in self._marks

    def claim(self, mark: str, moment: float) -> None:
        """Remember it as sent at ``moment``; raises ``Refused`` when the minute before was full."""
        if sum(1 for at in self._marks.values() if 0 <= moment - at < 60) >= A_MINUTE:
            raise Refused("robot.too_often", most=A_MINUTE)
        self._marks.pop(mark, None)
        self._marks[mark] = moment
        self._keep()

    def drop(self, mark: str) -> None:
        """Forget it: it never arrived."""
        self._marks.pop(mark, None)
        self._keep()

    def _keep(self) -> None:
        newest = dict(list(self._marks.items())[-REMEMBERED:])
        unfinished = self._file.with_suffix(".unfinished")
        unfinished.write_text(json.dumps(newest), encoding="ascii")
        unfinished.replace(self._file)
