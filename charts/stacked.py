"""Stacked bars: one row each, its parts side by side, the total behind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.canvas import HIDDEN, canvas, legend, lettered
from charts.columns import numbers, strings
from charts.lettering import NAME_SIZE, SIZE, figure_text, hover, name, width_em
from charts.palette import Palette

ROW: Final = 44  # px
BAR: Final = 28  # px
END: Final = 140  # px, the longest text behind a bar
SLIM: Final = 0.07  # of the longest bar; a part below that can't hold its count


@dataclass(frozen=True)
class Part:
    """A kind of part: its ``code`` in the rows, what it is called, its colours and the ``letter`` before its counts.

    ``hatch`` is the colour of its lines, where it has any.
    """

    code: str
    word: str
    fill: str
    on_fill: str
    letter: str = ""
    hatch: str = ""


def stacked(rows: pd.DataFrame, parts: Sequence[Part], palette: Palette) -> go.Figure:
    """Draw stacked bars of customers by part, the parts in their order, the rows in the order they come.

    ``rows``: store, assistant, label, part (a code), customers. A count is written into its part, or with its letter
    behind the bar where the part is too slim; never turned or shrunk. A click on a part gives store, assistant and
    code, one a line.
    """
    counts: dict[tuple[str, str], dict[str, float]] = {}
    labels: dict[tuple[str, str], str] = {}
    keys = list(zip(strings(rows["store"]), strings(rows["assistant"]), strict=True))
    codes = [part.code for part in parts]
    found = zip(keys, strings(rows["label"]), strings(rows["part"]), numbers(rows["customers"]), strict=True)
    for key, label, code, customers in found:
        labels[key] = label
        counts.setdefault(key, dict.fromkeys(codes, 0))[code] += customers or 0
    totals = [sum(row.values()) for row in counts.values()]
    longest = max([1.0, *totals])
    middles = ROW * (np.arange(len(counts)) + 0.5)
    said = {part.code: part.word for part in parts}
    hovers = [
        hover(label, *(f"{said[code]} {figure_text(count)}" for code, count in row.items() if count))
        for label, row in zip(labels.values(), counts.values(), strict=True)
    ]
    shown = [part for part in parts if any(row[part.code] for row in counts.values())]
    bars = [
        _bars(
            part,
            np.array([row[part.code] for row in counts.values()]),
            middles,
            longest=longest,
            hovers=hovers,
            keys=["\n".join([*key, part.code]) for key in counts],
            palette=palette,
        )
        for part in shown
    ]
    ends = [_end(row, parts, total, longest) for row, total in zip(counts.values(), totals, strict=True)]
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
    title, top = legend(
        [("▨", palette.muted, part.word) if part.hatch else ("■", part.fill, part.word) for part in shown]
    )
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


def _end(row: dict[str, float], parts: Sequence[Part], total: float, longest: float) -> str:
    end = f" <b>{figure_text(total)}</b>"
    for part in parts:
        more = f"{end}  {part.letter} {figure_text(row[part.code])}"
        # On a phone a longer end would push the names out of the picture; the hover says it all.
        if part.letter and 0 < row[part.code] < SLIM * longest and _width(more) <= END:
            end = more
    return end


def _width(end: str) -> int:
    # Room for the words behind the longest bar is in px: a share of a phone's width would cut them.
    return round(NAME_SIZE * (1 + width_em(end.replace("<b>", "").replace("</b>", ""))))


def _bars(
    part: Part,
    lengths: Any,
    middles: Any,
    *,
    longest: float,
    hovers: list[str],
    keys: list[str],
    palette: Palette,
) -> dict[str, Any]:
    hatch: dict[str, Any] = (
        {"pattern": {"shape": "/", "fgcolor": part.hatch, "size": 8, "solidity": 0.2}} if part.hatch else {}
    )
    return {
        "type": "bar",
        "orientation": "h",
        "width": BAR,
        "x": lengths,
        "y": middles,
        "text": [
            f"{part.letter} {figure_text(length)}".strip() if length >= SLIM * longest else "" for length in lengths
        ],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": part.on_fill, "size": SIZE},
        "marker": {"color": part.fill, "line": {"color": palette.paper, "width": 1}, **hatch},
        "hovertext": hovers,
        "hoverinfo": "text",
        "customdata": keys,
    }
