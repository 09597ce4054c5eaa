"""Bringer mix: how many each customer brought, and what became of them."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from charts.palette import Palette
from charts.stacked import Part, stacked


def bringer_mix(rows: pd.DataFrame, words: Mapping[str, str], palette: Palette) -> go.Figure:
    """Draw stacked bars of the customers whom somebody brought: ordered, visited, and still to come.

    ``rows``: store, assistant (what a bar stands for, a customer), label, part (ordered, visited or waiting) and
    customers. ``words``: what each part is called. A click on a part gives store, assistant and part, one a line.
    """
    parts = [
        Part("ordered", words["ordered"], palette.good, palette.on_good),
        Part("visited", words["visited"], palette.past, palette.ink),
        Part("waiting", words["waiting"], palette.track, palette.ink, hatch=palette.past),
    ]
    return stacked(rows, parts, palette)
