"""The sheet every chart is drawn on: clear paper, still axes, one hand of letters, one px a unit downwards."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import plotly.graph_objects as go

from charts.lettering import FAMILY, LINE, SIZE, coloured, plain, width_em
from charts.palette import Palette

LEGEND_EM: Final = 24.0
CLEAR: Final = "rgba(0,0,0,0)"
STILL: Final[dict[str, Any]] = {"fixedrange": True, "showgrid": False, "zeroline": False, "automargin": False}
HIDDEN: Final[dict[str, Any]] = {**STILL, "visible": False}


class Finished(go.Figure):  # type: ignore[misc]  # plotly has no types
    """A figure that nobody changes any more: its dictionary, asked for by every run of a page, is made once."""

    _made: dict[str, Any] | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as a dictionary, always the same one."""
        if self._made is None:
            self._made = super().to_dict()
        return self._made


def canvas(
    traces: Sequence[Mapping[str, Any]],
    palette: Palette,
    *,
    height: float,
    top: int = 0,
    right: int = 0,
    bottom: int = 0,
    **layout: object,
) -> go.Figure:
    """Return a figure whose plot area is ``height`` px high, with px of margin around it."""
    font = {"family": FAMILY, "size": SIZE, "color": palette.ink}
    return Finished(
        data=[_unfaded(trace, palette) for trace in traces],
        layout={
            "template": "none",
            "height": max(height + top + bottom, LINE),
            "margin": {"l": 0, "r": right, "t": top, "b": bottom, "pad": 0},
            "paper_bgcolor": CLEAR,
            "plot_bgcolor": CLEAR,
            "font": font,
            "hoverlabel": {"bgcolor": palette.paper, "bordercolor": palette.grid, "font": font},
            "hovermode": "closest",
            "dragmode": False,
            "showlegend": False,
            "barmode": "overlay",
            **layout,
        },
    )


def _unfaded(trace: Mapping[str, Any], palette: Palette) -> dict[str, Any]:
    # When a bar is chosen plotly fades all the others and the letters of the whole chart, and breaks where only one of
    # the two looks is given.
    if trace["type"] not in ("bar", "scatter"):
        return dict(trace)
    shade = trace.get("marker", {}).get("opacity", 1)
    ink = trace.get("textfont", {}).get("color", palette.ink)
    look = {"marker": {"opacity": shade}, "textfont": {"color": ink}}
    return {"selected": look, "unselected": look, **trace}


def lettered(positions: Sequence[object], texts: Sequence[str], size: int = SIZE, **more: object) -> dict[str, Any]:
    """Return an axis that shows ``texts`` at ``positions`` and nothing else, its margin made to fit."""
    return {
        **STILL,
        "visible": True,
        "tickmode": "array",
        "tickvals": list(positions),
        "ticktext": list(texts),
        "tickangle": 0,
        "tickfont": {"size": size},
        "ticks": "",
        "ticklabeloverflow": "allow",
        "ticklabelstandoff": 8,
        "automargin": True,
        **more,
    }


def legend(entries: Sequence[tuple[str, str, str]]) -> tuple[dict[str, Any], int]:
    """Return (glyph, colour, word) entries as a title at the upper left, broken to fit 340 px, and its height in px.

    Plotly's own legend squeezes the rows of the chart when it wraps.
    """
    lines: list[str] = []
    room = 0.0
    for glyph, colour, word in entries:
        width = width_em(f"{glyph} {word}   ")
        if width > room:
            lines.append("")
            room = LEGEND_EM
        lines[-1] += f"{coloured(glyph, colour)} {plain(word)}   "
        room -= width
    corner = {"xref": "container", "yref": "container", "x": 0, "y": 1, "xanchor": "left", "yanchor": "top"}
    # Plotly hangs the last line, not the first, from the top: the lines before it need their room.
    pad = {"t": 2 + 1.3 * SIZE * (len(lines) - 1)}
    return {"text": "<br>".join(lines), "font": {"size": SIZE}, "pad": pad, **corner}, LINE * len(lines) + 12
