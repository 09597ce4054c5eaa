"""Grade tree: all customers by grade letter, and below each letter by its sub-grades."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.canvas import HIDDEN, canvas, lettered
from charts.columns import numbers, strings
from charts.lettering import NAME_SIZE, SIZE, coloured, figure_text, hover, plain, width_em
from charts.palette import Palette

LETTERS: Final = ("A", "B", "C", "D", "")
ROW: Final = 28  # px
LETTER: Final = 20  # px, how thick a letter's bar is
TWIG: Final = 12  # px, and that of a sub-grade


def grade_tree(rows: pd.DataFrame, words: Mapping[str, str], palette: Palette) -> go.Figure:
    """Draw one bar a grade, a letter's own bar above those of its sub-grades, the count behind each.

    ``rows``: grade (A, A1 to D4; null or empty is ungraded) and customers, any number of rows a grade. A letter's bar
    counts its sub-grades too. ``words``: ungraded. A click on a bar gives its grade, empty for none.
    """
    counts: dict[str, float] = {}
    for grade, customers in zip(strings(rows["grade"]), numbers(rows["customers"]), strict=True):
        for one in {grade, grade[:1]}:
            counts[one] = counts.get(one, 0) + (customers or 0)
    grades = sorted(counts, key=lambda grade: (LETTERS.index(grade[:1]), grade))
    said = [plain(grade or words["ungraded"]) for grade in grades]
    longest = max([1.0, *counts.values()])
    middles = [ROW * (place + 0.5) for place in range(len(grades))]
    values = [counts[grade] for grade in grades]
    behind = [
        f" <b>{figure_text(value)}</b>" if len(grade) < 2 else f" {coloured(figure_text(value), palette.muted)}"
        for grade, value in zip(grades, values, strict=True)
    ]
    track = {
        "type": "bar",
        "orientation": "h",
        "width": ROW,
        "x": np.full(len(grades), longest),
        "y": np.array(middles),
        "marker": {"color": palette.track, "opacity": 0.4},
        "customdata": grades,
        "hovertext": [hover(*texts) for texts in zip(said, map(figure_text, values), strict=True)],
        "hoverinfo": "text",
    }
    counted = {
        "type": "scatter",
        "mode": "text",
        "x": np.array(values),
        "y": np.array(middles),
        "text": behind,
        "textposition": "middle right",
        "textfont": {"size": SIZE},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    height = ROW * len(grades)
    names = [
        f"<b>{word}</b>" if len(grade) < 2 else coloured(word, palette.muted)
        for grade, word in zip(grades, said, strict=True)
    ]
    return canvas(
        [track, *_bars(grades, values, middles, palette), counted],
        palette,
        height=height,
        right=round(SIZE * (1 + max((width_em(figure_text(value)) for value in values), default=0))),
        xaxis={**HIDDEN, "range": [0, longest]},
        yaxis=lettered(middles, names, NAME_SIZE, range=[height, 0]),
    )


def _bars(
    grades: Sequence[str], values: Sequence[float], middles: Sequence[float], palette: Palette
) -> list[dict[str, Any]]:
    return [
        {
            "type": "bar",
            "orientation": "h",
            "width": [LETTER if len(grades[place]) < 2 else TWIG for place in places],
            "x": np.array([values[place] for place in places]),
            "y": np.array([middles[place] for place in places]),
            "marker": {"color": palette.grades[letter][0] if letter else palette.past},
            "hoverinfo": "skip",
        }
        for letter in LETTERS
        if (places := [place for place, grade in enumerate(grades) if grade[:1] == letter])
    ]
