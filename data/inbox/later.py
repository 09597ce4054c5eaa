"""What does not work now, such as a file that Excel holds open, is tried again later; the log hears of it once."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

LOOKS: Final = 10  # at the inbox, until the next try
NUMBER: Final = re.compile(r"\d{7,}")  # somebody's, perhaps


class Later:
    """Remembers what gave trouble, and how many looks it is left alone."""

    def __init__(self) -> None:
        self._left: dict[Path, int] = {}

    def due(self, place: Path) -> bool:
        """Whether ``place`` may be tried in this look."""
        left = self._left.get(place, 0)
        if left:
            self._left[place] = left - 1
        return not left

    @contextmanager
    def on_trouble(self, place: Path) -> Iterator[None]:
        """Put ``place`` off where something goes wrong, so that all else goes on."""
        try:
            yield
        except Exception as problem:  # noqa: BLE001 - nothing that lies in the inbox may end the watch
            if place not in self._left:
                log_trouble(f"The inbox tries {place.name} again later", problem)
            self._left[place] = LOOKS
        else:
            self._left.pop(place, None)


def log_trouble(what: str, problem: Exception) -> None:
    """Log where something went wrong, but not its message: that may hold a phone number or a cell's content."""
    where, trace = "", problem.__traceback__
    while trace:
        where, trace = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}", trace.tb_next
    logging.getLogger(__name__).warning("%s: %s at %s", NUMBER.sub("…", what), type(problem).__name__, where)
