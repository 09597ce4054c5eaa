"""One way to draw a funnel: its stages, each with its share of the one before."""

from collections.abc import Mapping
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from charts.counts import counts
from pages.shared.drawing import palette
from pages.shared.texts import t

STEPS: Final[Mapping[str, str]] = {"valid_rate": "valid", "visit_rate": "visited", "close_rate": "ordered"}


def stages_figure(stages: pd.DataFrame, below: Mapping[str, float]) -> go.Figure:
    """Build the chart of ``stages`` (stage, customers, still_open), what is ``below`` its benchmark marked.

    ``below``: rate by metric. It is said of the step in place of the share of the stage before, which is another one.
    """
    marked = {
        STEPS[metric]: t("funnel.judged", name=t(f"tables.codes.metric.{metric}"), rate=f"{rate:.0%}")
        for metric, rate in below.items()
        if metric in STEPS
    }
    names: list[str] = stages["stage"].tolist()
    shares = stages["customers"] / stages["customers"].shift().replace(0, pd.NA)
    before: list[str] = ["" if pd.isna(share) else t("funnel.of_before", share=f"{share:.0%}") for share in shares]
    rows = pd.DataFrame(
        {
            "key": names,
            "label": [t(f"tables.codes.furthest.{stage}") for stage in names],
            "value": stages["customers"],
            "hatched": stages["still_open"],
            "state": ["below" if stage in marked else "" for stage in names],
            "note": [marked.get(stage, share) for stage, share in zip(names, before, strict=True)],
        }
    )
    return counts(rows, {"settled": t("funnel.settled"), "hatched": t("funnel.still_open")}, palette())
