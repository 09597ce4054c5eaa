"""One way to draw a funnel: its stages, each with its share of the one before."""

from collections.abc import Collection, Mapping
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from charts.counts import counts
from pages.shared.drawing import palette
from pages.shared.texts import t

STEPS: Final[Mapping[str, str]] = {"valid_rate": "valid", "visit_rate": "visited", "close_rate": "ordered"}


def stages_figure(stages: pd.DataFrame, below: Collection[str]) -> go.Figure:
    """Build the chart of ``stages`` (stage, customers, still_open), the steps of the rates in ``below`` marked."""
    marked = {STEPS.get(rate) for rate in below}
    shares = stages["customers"] / stages["customers"].shift().replace(0, pd.NA)
    rows = pd.DataFrame(
        {
            "key": stages["stage"],
            "label": [t(f"tables.codes.furthest.{stage}") for stage in stages["stage"]],
            "value": stages["customers"],
            "hatched": stages["still_open"],
            "state": ["below" if stage in marked else "" for stage in stages["stage"]],
            "note": ["" if pd.isna(share) else t("funnel.of_before", share=f"{share:.0%}") for share in shares],
        }
    )
    return counts(rows, {"settled": t("funnel.settled"), "hatched": t("funnel.still_open")}, palette())
