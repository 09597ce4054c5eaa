"""How the points of R, F and M are given, in words."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import pandas as pd

from data.texts import days, lists, say
from reports.money import money_in_words

EDGES: Final = ("edge_1", "edge_2", "edge_3", "edge_4")
BEST: Final = 5


def scores_in_words(edges: pd.DataFrame, day: date, language: str) -> list[str]:
    """Return one line a score, as it is used up to ``day``; where stores have lines of their own, one a group of them.

    ``edges`` answers ``queries.value.rfm_edges``.
    """
    lines = []
    for score, rows in edges.groupby("score", sort=False):
        groups = rows.groupby([*EDGES, "by_rule"], sort=False)
        for _, same in groups:
            row = same.iloc[0]
            steps = say("value.comma", language).join(_steps(row, language)) + _source(row, language)
            where = "" if groups.ngroups == 1 else _stores(same["store"], language)
            line = say(f"value.scores_{score}", language, day=days.day_in_words(day, language), steps=steps)
            lines.append(where + line)
    return lines


def _stores(names: "pd.Series[str]", language: str) -> str:
    return say("value.scores_in", language, stores=lists.listed(names, language))


def _steps(row: "pd.Series[Any]", language: str) -> Iterator[str]:
    """Yield which numbers get how many points; of lines on one number only the last one parts anybody."""
    score = row["score"]
    for place, name in enumerate(EDGES):
        if place and row[name] == row[EDGES[place - 1]]:
            continue
        edge = money_in_words(row[name], language) if score == "m" else f"{row[name]:,.0f}"
        yield _step(say(f"value.step_{score}", language, edge=edge), _points(score, place), language)
    yield _step(say(f"value.step_{score}_last", language), _points(score, len(EDGES)), language)


def _points(score: str, lines_passed: int) -> int:
    return BEST - lines_passed if score == "r" else 1 + lines_passed


def _step(words: str, points: int, language: str) -> str:
    return say("value.step", language, step=words, score=points)


def _source(row: "pd.Series[Any]", language: str) -> str:
    source = say(f"value.scores_{'rule' if row['by_rule'] else 'fifths'}", language)
    if pd.isna(row["mean"]):
        return source
    return source + say("value.scores_mean", language, mean=f"{row['mean']:.2f}")
