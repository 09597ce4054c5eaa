"""Bullet bars: a track, how far one has come, a tick at what was asked, and both numbers above, never inside."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from charts.columns import Number
from charts.lettering import GLYPHS, NAME_SIZE, SIZE, coloured, figure_text, plain
from charts.palette import Palette

FloatArray = NDArray[np.float64]
BAR: Final = 18  # px
TICK: Final = 26  # px
STATES: Final = tuple(GLYPHS)
CAPTION_TO_BAR: Final = 22  # px from the middle of the caption to the middle of the bar


@dataclass(frozen=True)
class Bullets:
    """One column of bullet bars, one entry a row.

    ``tops`` are the middles of the captions in px from above, the bars lie ``drop`` below; ``states`` colour them.
    Where there is no value the word ``absent`` stands in the track and the tick steps back to its edges.
    """

    tops: Sequence[float]
    values: Sequence[Number]
    ticks: Sequence[Number]
    states: Sequence[str]
    captions: Sequence[str]
    hovers: Sequence[str]
    absent: str
    track: float
    drop: float = CAPTION_TO_BAR

    def traces(self, palette: Palette, axis: str = "") -> list[dict[str, Any]]:
        """Return track, bars, ticks and captions on axes ``axis`` ("" or "2")."""
        on = {"xaxis": f"x{axis}", "yaxis": f"y{axis}"}
        middles = np.array(self.tops, dtype="float64") + self.drop
        lengths = np.array(self.values, dtype="float64")
        bar = {"type": "bar", "orientation": "h", "width": BAR, "y": middles}
        track = {
            **bar,
            "x": np.full(len(middles), self.track),
            "marker": {"color": palette.track},
            "hovertext": self.hovers,
            "hoverinfo": "text",
        }
        # Numbers on a scale of the four states: plotly checks a list of colours letter by letter, half a millisecond.
        bars = {
            **bar,
            "x": lengths,
            "marker": {
                "color": np.array([STATES.index(state) for state in self.states]),
                "colorscale": [[place / 3, palette.fill(state)] for place, state in enumerate(STATES)],
                "cmin": 0,
                "cmax": 3,
            },
            "hoverinfo": "skip",
        }
        across, down = self._ticks(middles.tolist())
        ticks = {
            "type": "scatter",
            "mode": "lines",
            "x": across,
            "y": down,
            "line": {"color": palette.ink, "width": 3},
            "cliponaxis": False,
            "hoverinfo": "skip",
        }
        empty = middles[np.isnan(lengths)] + 1
        word = coloured(f" {plain(self.absent)}", palette.muted)
        traces = [track, bars, ticks, letters(self.tops, self.captions), letters(empty, [word] * len(empty), SIZE)]
        return [trace | on for trace in traces if len(trace["y"])]

    def _ticks(self, middles: Sequence[float]) -> tuple[FloatArray, FloatArray]:
        across: list[Number] = []
        down: list[Number] = []
        for value, tick, middle in zip(self.values, self.ticks, middles, strict=True):
            lines = [(-TICK, TICK)] if value is not None else [(-TICK, -BAR), (BAR, TICK)]
            for upper, lower in lines:
                across += [tick, tick, None]
                down += [middle + upper / 2, middle + lower / 2, None]
        return np.array(across, dtype="float64"), np.array(down, dtype="float64")


def caption(value: Number, asked: Number, palette: Palette) -> str:
    """Return "52 / 50", the value bold, "–" where there is none and no "/" where nothing was asked."""
    quota = "" if asked is None else " " + coloured(f"/ {figure_text(asked)}", palette.muted)
    return f"<b>{figure_text(value)}</b>{quota}"


def letters(tops: Sequence[float] | FloatArray, texts: Sequence[str], size: int = NAME_SIZE) -> dict[str, Any]:
    """Return texts that start at the left edge, their middles ``tops`` px from above."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": np.zeros(len(tops)),
        "y": np.array(tops),
        "text": texts,
        "textposition": "middle right",
        "textfont": {"size": size},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
