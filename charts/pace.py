"""Pace: how much of the month's target is done against how much of the month has gone."""

from collections.abc import Mapping
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from charts.bullet import Bullets, caption
from charts.canvas import HIDDEN, canvas, lettered
from charts.columns import numbers, present, strings
from charts.lettering import NAME_SIZE, figure_text, hover, name, said
from charts.palette import Palette

ROW: Final = 56  # px


def pace(rows: pd.DataFrame, words: Mapping[str, str], palette: Palette) -> go.Figure:
    """Draw one bullet bar a person: the track is the target, the tick where the month stands.

    ``rows``: label (what follows a line break is muted), done, target, elapsed_share (0 to 1; each nullable), state
    (passed, close, below, missing) and gap (a ready sentence). ``words``: no_target, said in the track without one.
    """
    labels, states, gaps = strings(rows["label"]), strings(rows["state"]), strings(rows["gap"])
    done, targets = numbers(rows["done"]), numbers(rows["target"])
    shares = [
        value / target if value is not None and target else None for value, target in zip(done, targets, strict=True)
    ]
    captions = [
        f"{caption(value, target, palette)}   {said(state, gap, palette)}"
        for value, target, state, gap in zip(done, targets, states, gaps, strict=True)
    ]
    bullets = Bullets(
        tops=[ROW * place + 12 for place in range(len(rows))],
        values=shares,
        ticks=numbers(rows["elapsed_share"]),
        states=states,
        captions=captions,
        hovers=[
            hover(label, f"{figure_text(value)} / {figure_text(target)}", gap)
            for label, value, target, gap in zip(labels, done, targets, gaps, strict=True)
        ],
        absent=words["no_target"],
        track=1.0,
    )
    height = ROW * len(rows)
    middles = [ROW * place + 25 for place in range(len(rows))]
    return canvas(
        bullets.traces(palette),
        palette,
        height=height,
        xaxis={**HIDDEN, "range": [0, max([1.0, *present(shares)])]},
        yaxis=lettered(middles, [name(label, palette) for label in labels], NAME_SIZE, range=[height, 0]),
    )
