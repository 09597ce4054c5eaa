"""Group mix: who sits in each group, from those who may buy to those who should not be there."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from charts.palette import Palette
from charts.stacked import Part, stacked


def group_mix(rows: pd.DataFrame, words: Mapping[str, str], palette: Palette) -> go.Figure:
    """Draw stacked bars of members: intent, others and junk.

    ``rows``: store, assistant (what a bar stands for, a group or a channel), label, part (intent, others or junk),
    customers. ``words``: what each part is called. A click on a part gives store, assistant and part, one a line.
    """
    parts = [
        Part("intent", words["intent"], palette.good, palette.on_good),
        Part("others", words["others"], palette.past, palette.ink),
        Part("junk", words["junk"], palette.below, palette.on_below),
    ]
    return stacked(rows, parts, palette)
