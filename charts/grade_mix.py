"""Grade mix: each assistant's customers by grade, one bar a person."""

from collections.abc import Mapping
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from charts.palette import Palette
from charts.stacked import Part, stacked

GRADES: Final = ("A", "B", "C", "D")


def grade_mix(rows: pd.DataFrame, words: Mapping[str, str], palette: Palette) -> go.Figure:
    """Draw stacked bars of customers by grade A to D and without one.

    ``rows``: store, assistant, label, grade (A, A1 to D4; null or empty is ungraded), customers; people in the order
    they come. ``words``: ungraded. A click on a part gives store, assistant and grade letter, one a line, each empty
    for none.
    """
    parts = [Part(grade, grade, *palette.grades[grade], letter=grade) for grade in GRADES]
    parts.append(Part("", words["ungraded"], palette.track, palette.ink, hatch=palette.past))
    return stacked(rows.assign(part=rows["grade"].fillna("").astype(str).str[:1]), parts, palette)
