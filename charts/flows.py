"""Flows: whose grade rose, fell and stayed between two days, as bands from the left to the right."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.bands import ACROSS, Band, End, bands, direction, ends
from charts.canvas import HIDDEN, canvas, legend
from charts.lettering import NAME_SIZE, SIZE, figure_text, hover, plain, width_em
from charts.palette import Palette

BOX: Final = 0.02  # of the width
HIT: Final = 12  # px between two points of a band that can be hit
NOTHING: Final = np.array([np.nan])


def flows(rows: pd.DataFrame, words: Mapping[str, str], palette: Palette) -> go.Figure:
    """Draw the grades of the first day on the left, of the last on the right, a band for those who went each way.

    ``rows``: from_grade and to_grade (A to D, null or empty for none; to_grade also "closed") and customers. A band is
    at least so thick that its count can be read. ``words``: ungraded and closed, for the sides; up, down, same,
    ordered and graded, for the legend. A click on a band gives both grades, one a line.
    """
    found = bands(rows)
    said = {"": words["ungraded"], "closed": words["closed"]}
    sides = ends(found, 0), ends(found, 1)
    labels = [
        [f" <b>{plain(said.get(end.grade, end.grade))}</b> {figure_text(end.customers)} " for end in side]
        for side in sides
    ]
    fills = {
        "up": palette.good,
        "down": palette.below,
        "same": palette.past,
        "ordered": palette.accent,
        "graded": palette.unsure,
    }
    directions = [name for name in fills if any(direction(*band.ends) == name for band in found)]
    title, top = legend([("■", fills[name], words[name]) for name in directions])
    height = max((end.lower for side in sides for end in side), default=0)
    left, right = (_room(side) for side in labels)
    areas = [_areas([band for band in found if direction(*band.ends) == name], fills[name]) for name in directions]
    boxes = [_boxes(side, start, said, palette) for side, start in zip(sides, (0, 1 - BOX), strict=True)]
    names = [
        _letters(np.full(len(side), place), [(end.upper + end.lower) / 2 for end in side], texts, anchor, NAME_SIZE)
        for side, place, texts, anchor in zip(sides, (0, 1), labels, ("middle left", "middle right"), strict=True)
    ]
    counts = _letters(
        np.full(len(found), BOX),  # where the bands begin, none crosses another
        [band.left + band.thick / 2 for band in found],
        [f" {figure_text(band.customers)}" for band in found],
        "middle right",
        SIZE,
    )
    traces = [*areas, *(box for side in boxes for box in side), *names, counts, _hits(found, said)]
    return canvas(
        [trace for trace in traces if len(trace["x"])],
        palette,
        height=height,
        top=top,
        title=title,
        margin={"l": left, "r": right, "t": top, "b": 0, "pad": 0},
        xaxis={**HIDDEN, "range": [0, 1]},
        yaxis={**HIDDEN, "range": [height, 0]},
    )


def _room(texts: Sequence[str]) -> int:
    return round(NAME_SIZE * (1 + max((width_em(text) - width_em("<b></b>") for text in texts), default=0)))


def _clear(colour: str) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.5)"


def _areas(of: Sequence[Band], colour: str) -> dict[str, Any]:
    across = np.concatenate([ACROSS, ACROSS[::-1], NOTHING])
    around = [np.concatenate([band.edge(0.02), band.edge(0.98)[::-1], NOTHING]) for band in of]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": np.tile(BOX + across * (1 - 2 * BOX), len(of)),
        "y": np.concatenate(around),
        "fill": "toself",
        "fillcolor": _clear(colour),
        "line": {"width": 0},
        "hoverinfo": "skip",
    }


def _boxes(side: Sequence[End], start: float, said: Mapping[str, str], palette: Palette) -> list[dict[str, Any]]:
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": np.array([start, start + BOX, start + BOX, start]),
            "y": np.array([end.upper, end.upper, end.lower, end.lower]),
            "fill": "toself",
            "fillcolor": palette.accent if end.grade in said else palette.grades[end.grade][0],
            "line": {"width": 0},
            "hoverinfo": "skip",
        }
        for end in side
    ]


def _letters(across: Any, down: Sequence[float], texts: Sequence[str], anchor: str, size: int) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": across,
        "y": np.array(down),
        "text": texts,
        "textposition": anchor,
        "textfont": {"size": size},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _hits(found: Sequence[Band], said: Mapping[str, str]) -> dict[str, Any]:
    """Return points all over the bands that nobody sees: the one nearest to the pointer says which band is meant."""
    across: list[float] = []
    down: list[float] = []
    of: list[Band] = []
    for band in found:
        rows = max(1, round(band.thick / HIT))
        for row in range(rows):
            across += (BOX + ACROSS * (1 - 2 * BOX)).tolist()
            down += band.edge((row + 0.5) / rows).tolist()
            of += [band] * len(ACROSS)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": np.array(across),
        "y": np.array(down),
        "marker": {"size": HIT, "opacity": 0},
        "customdata": ["\n".join(band.ends) for band in of],
        "hovertext": [
            hover(" → ".join(said.get(end, end) for end in band.ends), figure_text(band.customers)) for band in of
        ],
        "hoverinfo": "text",
    }
