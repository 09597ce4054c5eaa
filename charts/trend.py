"""Trends: a measure day by day against its quota, and the small bars under a figure."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from charts.canvas import HIDDEN, STILL, canvas, legend, lettered
from charts.columns import Number, days, numbers
from charts.lettering import figure_text
from charts.palette import Palette

HEIGHT: Final = 200  # px
FOOT: Final = 32  # px
DATES: Final = 7  # at most on the axis, so that they fit 340 px
SPARK: Final = 40  # px


def trend(rows: pd.DataFrame, words: Mapping[str, str], palette: Palette) -> go.Figure:
    """Draw the sum of each day as a line against the sum of the quotas as steps; a day without a log is a gap.

    ``rows``: day, value and quota (nullable), any number of rows a day. A filled marker reached the quota, a hollow
    one did not. ``words``: value (hover), quota, passed, below (legend).
    """
    values, quotas = _sums(rows, "value"), _sums(rows, "quota")
    calendar = _calendar(sorted(quotas))
    done, asked = [values.get(day) for day in calendar], [quotas.get(day) for day in calendar]
    reached = [value is not None and value >= (quota or 0) for value, quota in zip(done, asked, strict=True)]
    quota_steps = {
        "type": "scatter",
        "mode": "lines",
        "x": calendar,
        "y": asked,
        "line": {"shape": "hvh", "color": palette.muted, "width": 2, "dash": "dot"},
        "hoverinfo": "skip",
    }
    line = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": calendar,
        "y": done,
        "line": {"color": palette.accent, "width": 3},
        "marker": {
            "size": 9,
            "symbol": ["circle" if good else "circle-open" for good in reached],
            "line": {"width": 2, "color": palette.accent},
            "color": palette.accent,
        },
        "connectgaps": False,
        "hovertext": [
            f"{day.month}/{day.day}  {words['value']} {figure_text(value)} / {figure_text(quota)}"
            for day, value, quota in zip(calendar, done, asked, strict=True)
        ],
        "hoverinfo": "text",
    }
    key, top = legend(
        [
            ("●", palette.accent, words["passed"]),
            ("○", palette.accent, words["below"]),
            ("┅", palette.muted, words["quota"]),
        ]
    )
    return canvas(
        [quota_steps, line],
        palette,
        height=HEIGHT,
        top=top,
        right=24,
        bottom=FOOT,
        title=key,
        xaxis=_date_axis(calendar, palette),
        yaxis={**STILL, "rangemode": "tozero", "nticks": 5, "showgrid": True, "gridcolor": palette.grid}
        | {"automargin": True, "tickfont": {"color": palette.muted}, "tickformat": ",d"},
    )


def sparkline(values: Sequence[Number], palette: Palette, *, good: bool | None) -> go.Figure:
    """Draw one small bar a value, oldest first; only the last, today's, has full colour.

    ``good`` says how today compares (None: nothing to compare with). A value of 0 is a sliver, None a gap.
    """
    heights = np.array(values, dtype="float64")
    today = palette.accent if good is None else palette.good if good else palette.below
    colours = [palette.past] * (len(values) - 1) + [today]
    bars = {
        "type": "bar",
        "x": np.arange(len(values)),
        "y": heights,
        "width": 0.6,
        # The outline is what is left of a bar of height 0.
        "marker": {"color": colours, "line": {"color": colours, "width": 1}},
        "hoverinfo": "skip",
    }
    return canvas([bars], palette, height=SPARK, xaxis=HIDDEN, yaxis={**HIDDEN, "rangemode": "tozero"})


def _sums(rows: pd.DataFrame, column: str) -> dict[date, Number]:
    sums: dict[date, Number] = {}
    for day, value in zip(days(rows["day"]), numbers(rows[column]), strict=True):
        known = sums.setdefault(day, None)
        if value is not None:
            sums[day] = (known or 0) + value
    return sums


def _calendar(logged: Sequence[date]) -> list[date]:
    if not logged:
        return []
    return [logged[0] + timedelta(place) for place in range((logged[-1] - logged[0]).days + 1)]


def _date_axis(calendar: Sequence[date], palette: Palette) -> dict[str, Any]:
    # Counted back from the last day, which is the one people ask about. Numbers only: month names would be English.
    step = -(-len(calendar) // DATES)
    shown = list(reversed(calendar))[:: max(step, 1)]
    axis = lettered(shown, [f"{day.month}/{day.day}" for day in shown], type="date", tickfont={"color": palette.muted})
    if calendar:
        first, last = (datetime.combine(day, time()) for day in (calendar[0], calendar[-1]))
        axis["range"] = [first - timedelta(hours=12), last + timedelta(hours=12)]
    return axis
