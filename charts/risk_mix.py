"""Risk mix: customers without an order who are safe, and those who may be lost, by the reason."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from charts.palette import Palette
from charts.stacked import Part, stacked


def risk_mix(rows: pd.DataFrame, words: Mapping[str, str], palette: Palette) -> go.Figure:
    """Draw stacked bars of customers by reason, from safe to the gravest.

    ``rows``: store, assistant, label, part (safe, stale, probably_lost or holder_left), customers. ``words``: what each
    part is called. A click on a part gives store, assistant and part, one a line.
    """
    parts = [
        Part("safe", words["safe"], palette.good, palette.on_good),
        Part("stale", words["stale"], palette.unsure, palette.on_unsure),
        Part("probably_lost", words["probably_lost"], palette.track, palette.ink, hatch=palette.past),
        Part("holder_left", words["holder_left"], palette.below, palette.on_below),
    ]
    return stacked(rows, parts, palette)
