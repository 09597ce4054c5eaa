"""Attainment: who reached the quotas on which day, as one glyph in one coloured cell."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.canvas import canvas, legend, lettered
from charts.columns import Number, days, numbers, strings
from charts.lettering import SIZE, figure_text, name
from charts.palette import Palette

ROW: Final = 22  # px
DAYS: Final = 44  # px: two lines
KINDS: Final = ("passed", "part", "missing", "leave")
MEASURES: Final = (("calls", "call_quota"), ("invites", "invite_quota"))
Key = TypeVar("Key", bound=Hashable)


def attainment(rows: pd.DataFrame, words: Mapping[str, str], palette: Palette) -> go.Figure:
    """Draw assistants downwards in the order they come, days to the right, one cell a row of the frame.

    ``rows``: day, store, assistant, label, day_label (what follows a line break is muted), kind (passed, part, missing,
    leave), calls, call_quota, invites, invite_quota (each nullable) and share (0 to 1 and more, nullable).
    A cell says ✓, the number of calls and invites short, –, or ``leave_cell``; a day without a row stays empty.
    It takes about 26 px a day: ten days at 340 px. ``words``: calls, invites; passed, part, missing, leave for the
    legend; leave_cell, one character.
    """
    people, down = _places(zip(strings(rows["store"]), strings(rows["assistant"]), strict=True))
    dates, came = _places(days(rows["day"]))
    across = np.argsort(np.argsort(np.array(dates, dtype="datetime64[D]")))[np.array(came, dtype=int)]
    kinds = strings(rows["kind"])
    measured = [numbers(rows[column]) for pair in MEASURES for column in pair]
    glyphs = {"passed": "✓", "missing": "–", "leave": words["leave_cell"]}
    shown = [glyphs.get(kind) or figure_text(_short(*row)) for kind, *row in zip(kinds, *measured, strict=True)]
    fills = dict(zip(KINDS, (palette.good, palette.unsure, palette.below, palette.track), strict=True))

    height = ROW * len(people)
    colours = np.full((len(people), len(dates)), np.nan)
    hovers = np.full(colours.shape, "", dtype=object)
    colours[down, across] = [KINDS.index(kind) for kind in kinds]
    hovers[down, across] = _hovers(kinds, measured, numbers(rows["share"]), words)
    cells = {
        "type": "heatmap",
        "x": np.arange(len(dates) + 1) - 0.5,
        "y": np.arange(len(people) + 1) * ROW,
        "z": colours,
        "hovertext": hovers,
        "hovertemplate": "%{y}  %{x}<br>%{hovertext}<extra></extra>",
        "hoverongaps": False,
        "colorscale": [[place / 3, colour] for place, colour in enumerate(fills.values())],
        "zmin": 0,
        "zmax": 3,
        "xgap": 2,
        "ygap": 2,
        "showscale": False,
    }
    middles = ROW * (np.array(down) + 0.5)
    inks = dict(zip(KINDS, (palette.on_good, palette.on_unsure, palette.on_below, palette.muted), strict=True))
    signs = [
        _signs(across[at], middles[at], [shown[place] for place in np.flatnonzero(at)], inks[kind])
        for kind, at in ((kind, np.array(kinds) == kind) for kind in KINDS)
    ]
    key, top = legend([("■", fills[kind], f"{glyphs.get(kind, '')} {words[kind]}".strip()) for kind in KINDS])
    labels = dict(zip(down, strings(rows["label"]), strict=True))
    heads = dict(zip(across.tolist(), strings(rows["day_label"]), strict=True))
    return canvas(
        [cells, *signs],
        palette,
        height=height,
        top=top + DAYS,
        title=key,
        xaxis=lettered(
            list(heads), [name(head, palette) for head in heads.values()], side="top", range=[-0.5, len(dates) - 0.5]
        ),
        yaxis=lettered(
            [ROW * (place + 0.5) for place in labels],
            [name(label, palette, " ") for label in labels.values()],
            range=[height, 0],
        ),
    )


def _places(values: Iterable[Key]) -> tuple[list[Key], list[int]]:
    """Return the different values in the order they come, and for every value its place among them."""
    places: dict[Key, int] = {}
    at = [places.setdefault(value, len(places)) for value in values]
    return list(places), at


def _short(calls: Number, call_quota: Number, invites: Number, invite_quota: Number) -> float:
    return max((call_quota or 0) - (calls or 0), 0) + max((invite_quota or 0) - (invites or 0), 0)


def _hovers(
    kinds: Sequence[str], measured: Sequence[Sequence[Number]], shares: Sequence[Number], words: Mapping[str, str]
) -> list[str]:
    said = {value: figure_text(value) for column in measured for value in set(column)}
    return [
        words[kind]
        if kind in ("missing", "leave")
        else f"{words['calls']} {said[calls]} / {said[call_quota]}<br>"
        f"{words['invites']} {said[invites]} / {said[invite_quota]}<br>{share or 0:.0%}"
        for kind, calls, call_quota, invites, invite_quota, share in zip(kinds, *measured, shares, strict=True)
    ]


def _signs(across: Any, middles: Any, texts: Sequence[str], ink: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": across,
        "y": middles,
        # One text for all where all are the same: plotly checks a list text by text.
        "text": texts[0] if len(set(texts)) == 1 else list(texts),
        "textfont": {"size": SIZE, "color": ink},
        "hoverinfo": "skip",
    }
