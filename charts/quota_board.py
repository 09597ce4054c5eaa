"""The quota board: calls and invites of the day against each assistant's own quota, the gap in words."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, chain
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from charts.bullet import CAPTION_TO_BAR, Bullets, caption, letters
from charts.canvas import HIDDEN, canvas, lettered
from charts.columns import Number, numbers, present, strings
from charts.lettering import LINE, NAME_SIZE, coloured, figure_text, hover, name, plain, said, width_em, wrapped
from charts.palette import Palette

MEASURES: Final = (("calls", "call_quota", ""), ("invites", "invite_quota", "2"))
ROW: Final = 52  # px: caption, bar and the gap to the next row
BLOCK_GAP: Final = 10  # px between two assistants one above the other
HEAD: Final = 28  # px
WIDE_EM: Final = 14.0  # how wide a line of the gap may be beside the bars
NARROW_EM: Final = 21.0  # and above them, at 340 px
CAPTION_EM: Final = 9.8  # word and figures above half of 340 px


def quota_board(rows: pd.DataFrame, words: Mapping[str, str], palette: Palette, *, narrow: bool = False) -> go.Figure:
    """Draw one row an assistant: two bullet bars and the gap in words; ``narrow`` puts name and words above the bars.

    ``rows``: label (what follows a line break is muted), calls, call_quota, invites, invite_quota (each nullable),
    state (passed, close, below, missing) and gap (a ready sentence, its parts joined by " · ").
    ``words``: calls, invites (what is counted) and missing (not handed in).
    """
    labels, states, gaps = strings(rows["label"]), strings(rows["state"]), strings(rows["gap"])
    width = NARROW_EM if narrow else WIDE_EM
    sentences = [said(state, gap, palette, width) for state, gap in zip(states, gaps, strict=True)]
    beside = [LINE * len(wrapped(gap, width)) for gap in gaps]
    measured = _measured(rows, words)
    folded = LINE if narrow and max(map(width_em, chain(*measured)), default=0) > CAPTION_EM else 0
    above = [LINE + high + 4 + folded if narrow else 0 for high in beside]
    steps = [high + ROW + BLOCK_GAP for high in above] if narrow else [max(ROW, high + 8) for high in beside]
    *starts, height = accumulate(steps, initial=0)
    spare = [0.0 if narrow else (step - ROW) / 2 for step in steps]
    tops = [sum(parts) + (LINE - folded) / 2 for parts in zip(starts, above, spare, strict=True)]

    traces: list[dict[str, Any]] = []
    layout: dict[str, Any] = {"yaxis": {**HIDDEN, "range": [height, 0]}}
    layout["yaxis2"] = {**layout["yaxis"], "anchor": "x2"}
    hovers = [hover(*texts) for texts in zip(labels, *measured, gaps, strict=True)]
    for measure, quota, axis in MEASURES:
        values, asked = numbers(rows[measure]), numbers(rows[quota])
        scale = max([1.0, *present(values), *(1.2 * tick for tick in present(asked))])
        word = coloured(plain(words[measure]), palette.muted) + ("<br>" if folded else " ") if narrow else ""
        bullets = Bullets(
            tops=tops,
            values=values,
            ticks=asked,
            states=_judged(values, asked, states),
            captions=[word + caption(*pair, palette) for pair in zip(values, asked, strict=True)],
            hovers=hovers,
            absent=words["missing"],
            track=scale,
            drop=CAPTION_TO_BAR + folded / 2,
        )
        traces += bullets.traces(palette, axis)
        layout[f"xaxis{axis}"] = {**HIDDEN, "range": [0, scale], "anchor": f"y{axis}"}
    layout["xaxis"]["domain"], layout["xaxis2"]["domain"] = [0, 0.47], [0.53, 1]

    if narrow:
        traces += [
            letters([start + LINE / 2 for start in starts], [name(label, palette, "  ") for label in labels]),
            letters([s + LINE + high / 2 for s, high in zip(starts, beside, strict=True)], sentences),
        ]
        return canvas(traces, palette, height=height, **layout)
    middles = [top + 12 for top in tops]
    layout["yaxis"] |= lettered(middles, [name(label, palette) for label in labels], NAME_SIZE)
    layout["yaxis2"] |= lettered(middles, sentences, NAME_SIZE, side="right")
    layout["annotations"] = [_head(words[measure], axis, palette) for measure, _, axis in MEASURES]
    return canvas(traces, palette, height=height, top=HEAD, **layout)


def _judged(values: Sequence[Number], asked: Sequence[Number], states: Sequence[str]) -> list[str]:
    # Each measure stands on its own: a bar that reached its quota is good even when the day is not passed.
    return [
        "passed" if value is not None and value >= (tick or 0) else state
        for value, tick, state in zip(values, asked, states, strict=True)
    ]


def _measured(rows: pd.DataFrame, words: Mapping[str, str]) -> list[list[str]]:
    return [
        [
            f"{words[measure]} {figure_text(value)} / {figure_text(tick)}"
            for value, tick in zip(numbers(rows[measure]), numbers(rows[quota]), strict=True)
        ]
        for measure, quota, _ in MEASURES
    ]


def _head(word: str, axis: str, palette: Palette) -> dict[str, Any]:
    return {
        "text": word,
        "x": 0,
        "y": 1,
        "xref": f"x{axis} domain",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 6,
        "showarrow": False,
        "font": {"color": palette.muted},
    }
