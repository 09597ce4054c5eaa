"""What a hint was counted from, in words: the evidence, never a verdict."""

from typing import Any

import pandas as pd

from data.texts import say


def evidence(row: "pd.Series[Any]", language: str) -> str:
    """Return what was counted, and from where on it is a hint; ``row`` is one of the answer to quotas/hints."""
    value, limit, n = (float(row[name]) for name in ("value", "threshold", "n"))
    return say(
        f"quotas.evidence.{row['hint']}",
        language,
        n=f"{n:.0f}",
        count=round(value * n),
        share=f"{value:.0%}",
        limit=f"{limit:.0%}",
    )
