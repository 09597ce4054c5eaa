"""The colours of every chart, once for light and once for dark paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Palette:
    """Colours by what they mean, as ``#RRGGBB``.

    ``good``, ``unsure`` and ``below`` fill areas; ``…_text`` are for letters on ``paper``, ``on_…`` for
    letters on the area. ``track`` is what is still empty, ``past`` a bar that is not today's.
    ``grades`` holds (fill, letters on it) for A to D, strongest intent first.
    """

    paper: str
    ink: str
    muted: str
    track: str
    past: str
    grid: str
    accent: str
    good: str
    unsure: str
    below: str
    good_text: str
    unsure_text: str
    below_text: str
    on_good: str
    on_unsure: str
    on_below: str
    grades: Mapping[str, tuple[str, str]]

    def fill(self, state: str) -> str:
        """Return the area colour of a state (passed, close, below; anything else is neutral)."""
        return {"passed": self.good, "close": self.unsure, "below": self.below}.get(state, self.muted)

    def text(self, state: str) -> str:
        """Return the letter colour of a state (passed, close, below; anything else is neutral)."""
        return {"passed": self.good_text, "close": self.unsure_text, "below": self.below_text}.get(state, self.muted)


LIGHT: Final = Palette(
    paper="#FCFBF7",
    ink="#22211E",
    muted="#5F5C54",
    track="#EBE7DD",
    past="#C6C3B8",
    grid="#E2DED4",
    accent="#1F6F5C",
    good="#2F8F6B",
    unsure="#D29A2E",
    below="#C8553D",
    good_text="#1F6F5C",
    unsure_text="#8A5E0B",
    below_text="#A83A24",
    on_good="#FFFFFF",
    on_unsure="#1B1505",
    on_below="#FFFFFF",
    grades={
        "A": ("#1F6F5C", "#FFFFFF"),
        "B": ("#6AA893", "#10231D"),
        "C": ("#C9C4B5", "#2B2A24"),
        "D": ("#6B716A", "#FFFFFF"),
    },
)

DARK: Final = Palette(
    paper="#191A18",
    ink="#ECEAE3",
    muted="#A29F95",
    track="#2E3331",
    past="#5B625E",
    grid="#343A37",
    accent="#4FB896",
    good="#3FA67F",
    unsure="#D9A441",
    below="#D9664D",
    good_text="#5CC9A2",
    unsure_text="#E5B559",
    below_text="#F08C74",
    on_good="#0B1512",
    on_unsure="#1B1505",
    on_below="#160805",
    grades={
        "A": ("#3FA67F", "#0B1512"),
        "B": ("#2C6B57", "#F2F6F4"),
        "C": ("#8F8A7B", "#12120F"),
        "D": ("#4C524F", "#F4F4F1"),
    },
)
