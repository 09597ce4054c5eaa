"""Grade mix: each assistant's customers by grade, one bar a person."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.canvas import HIDDEN, canvas, legend, lettered
from charts.columns import numbers, strings
from charts.lettering import NAME_SIZE, SIZE, figure_text, hover, name, width_em
from charts.palette import Palette

GRADES: Final = ("A", "B", "C", "D", "")
ROW: Final = 44  # px
BAR: Final = 28  # px
END: Final = 140  # px, the longest text behind a bar
SLIM: Final = 0.07  # of the longest bar; a part below that can't hold its count


def grade_mix(rows: pd.DataFrame, words: Mapping[str, str], palette: Palette) -> go.Figure:
    """Draw stacked bars of customers by grade A to D and without one, the total behind them.

    ``rows``: store, assistant, label, grade (A, A1 to D4; null or empty is ungraded), customers; people in the order
    they come. A count is written into its part, or behind the bar where the part is too slim; never turned or shrunk.
    ``words``: ungraded. A click on a part gives store, assistant and grade letter, one a line, each empty for none.
    """
    counts: dict[tuple[str, str], dict[str, float]] = {}
    labels: dict[tuple[str, str], str] = {}
    keys = list(zip(strings(rows["store"]), strings(rows["assistant"]), strict=True))
    graded = zip(keys, strings(rows["label"]), strings(rows["grade"]), numbers(rows["customers"]), strict=True)
    for key, label, grade, customers in graded:
        labels[key] = label
        person = counts.setdefault(key, dict.fromkeys(GRADES, 0))
        person[grade[:1]] += customers or 0
    totals = [sum(person.values()) for person in counts.values()]
    longest = max([1.0, *totals])
    middles = ROW * (np.arange(len(counts)) + 0.5)
    said = {grade: grade or words["ungraded"] for grade in GRADES}
    hovers = [
        hover(label, *(f"{said[grade]} {figure_text(count)}" for grade, count in person.items() if count))
        for label, person in zip(labels.values(), counts.values(), strict=True)
    ]
    present = [grade for grade in GRADES if any(person[grade] for person in counts.values())]
    bars = [
        _bars(
            grade,
            np.array([person[grade] for person in counts.values()]),
            middles,
            longest=longest,
            hovers=hovers,
            parts=["\n".join([*key, grade]) for key in counts],
            palette=palette,
        )
        for grade in present
    ]
    ends = [_end(person, total, longest) for person, total in zip(counts.values(), totals, strict=True)]
    behind = {
        "type": "scatter",
        "mode": "text",
        "x": np.array(totals),
        "y": middles,
        "text": ends,
        "cliponaxis": False,
        "textposition": "middle right",
        "textfont": {"size": NAME_SIZE},
        "hoverinfo": "skip",
    }
    title, top = legend([(*_key(grade, palette), said[grade]) for grade in present])
    height = ROW * len(counts)
    return canvas(
        [*bars, behind],
        palette,
        height=height,
        top=top,
        right=max((_width(end) for end in ends), default=0),
        title=title,
        barmode="stack",
        uniformtext={"minsize": SIZE, "mode": "hide"},
        xaxis={**HIDDEN, "range": [0, longest]},
        yaxis=lettered(
            middles.tolist(), [name(label, palette) for label in labels.values()], NAME_SIZE, range=[height, 0]
        ),
    )


def _key(grade: str, palette: Palette) -> tuple[str, str]:
    return ("■", palette.grades[grade][0]) if grade else ("▨", palette.muted)


def _end(person: Mapping[str, float], total: float, longest: float) -> str:
    end = f" <b>{figure_text(total)}</b>"
    for grade, count in person.items():
        more = f"{end}  {grade} {figure_text(count)}"
        # On a phone a longer end would push the names out of the picture; the hover says it all.
        if grade and 0 < count < SLIM * longest and _width(more) <= END:
            end = more
    return end


def _width(end: str) -> int:
    # Room for the words behind the longest bar is in px: a share of a phone's width would cut them.
    return round(NAME_SIZE * (1 + width_em(end.replace("<b>", "").replace("</b>", ""))))


def _bars(
    grade: str,
    lengths: Any,
    middles: Any,
    *,
    longest: float,
    hovers: list[str],
    parts: list[str],
    palette: Palette,
) -> dict[str, Any]:
    fill, on_fill = palette.grades.get(grade, (palette.track, palette.ink))
    hatch: dict[str, Any] = (
        {} if grade else {"pattern": {"shape": "/", "fgcolor": palette.past, "size": 8, "solidity": 0.2}}
    )
    return {
        "type": "bar",
        "orientation": "h",
        "width": BAR,
        "x": lengths,
        "y": middles,
        "text": [f"{grade} {figure_text(length)}".strip() if length >= SLIM * longest else "" for length in lengths],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": on_fill, "size": SIZE},
        "marker": {"color": fill, "line": {"color": palette.paper, "width": 1}, **hatch},
        "hovertext": hovers,
        "hoverinfo": "text",
        "customdata": parts,
    }
