"""The same chart for people who sit far away: its letters, margins and height grow, its width is the screen's."""

from typing import Any, Final

import plotly.graph_objects as go

from charts.canvas import Finished

# Plotly's names for what is measured in px.
SIZES: Final = frozenset({"height", "size", "l", "r", "t", "b", "xshift", "yshift", "standoff", "ticklabelstandoff"})


def enlarged(figure: go.Figure, times: float) -> go.Figure:
    """Return ``figure`` with letters, margins, distances and height ``times`` as large; it itself stays as it is."""
    drawn = figure.to_dict()
    return Finished(data=_grown(drawn["data"], times), layout=_grown(drawn["layout"], times))


def _grown(part: Any, times: float) -> Any:
    if isinstance(part, list):
        return [_grown(one, times) for one in part]
    if isinstance(part, dict):
        return {name: round(one * times) if _in_px(name, one) else _grown(one, times) for name, one in part.items()}
    return part


def _in_px(name: str, value: object) -> bool:
    return name in SIZES and isinstance(value, int | float)
