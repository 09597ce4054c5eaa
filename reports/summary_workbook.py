"""The operator's workbook of an evening: stores, people, promises, quotas, funnel, grades, refused, definitions."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

import pandas as pd

from data.texts import say
from data.texts.lists import listed
from reports.board_table import board_table
from reports.evening import Evening
from reports.origins import origin
from reports.summary import Summary
from reports.wording import sheet
from reports.workbook import Sheet, workbook

FIGURES: Final = ("calls", "invites", "visits_agreed", "visited", "orders")
GRADES: Final = ("A", "B", "C", "D")


def summary_workbook(found: Summary, language: str, made_at: datetime) -> bytes:
    """Return the evening as .xlsx; ``made_at`` is said on its last sheet."""
    return workbook(summary_sheets(found, language, made_at))


def summary_sheets(found: Summary, language: str, made_at: datetime) -> list[Sheet]:
    """Return the sheets of the workbook in their order."""
    tables = {
        "stores": _stores(found),
        "assistants": board_table(found.whole, None, language),
        "promises": _promises(found.whole),
        "quotas": _quotas(found.whole, language),
        "funnel": _funnel(found.whole),
    }
    named = [sheet(say(f"summary.sheets.{name}", language), table, language) for name, table in tables.items()]
    refused = found.refused.assign(problem=[say(f"cells.{one}", language) for one in found.refused["problem"]])
    return [
        *named,
        _grades(found.whole, language),
        sheet(say("summary.sheets.refused", language), refused, language),
        _about(found.whole, language, made_at),
    ]


def _stores(found: Summary) -> pd.DataFrame:
    """Return one row a store: who has handed in and passed, and the day's figures."""
    return pd.DataFrame([_store(one) for one in found.stores]).convert_dtypes()


def _store(one: Evening) -> dict[str, object]:
    figures = one.day_figures.set_index("figure")
    values = figures["value"]
    return {
        "store": one.stores[0],
        "people": len(one.people),
        "people_in": int((one.people["state"] != "missing").sum()),
        "people_passed": int(one.quota_board["passed"].sum()),
        "calls": values["calls"],
        "call_quota": figures.loc["calls", "quota"],
        "invites": values["invites"],
        "invite_quota": figures.loc["invites", "quota"],
        **{name: values[name] for name in ("visits_agreed", "visited", "orders")},
        "amount_cny": figures.loc["orders", "amount_cny"],
    }


def _promises(evening: Evening) -> pd.DataFrame:
    """Return one row a figure promised, with what was done and is missing, and one a sentence."""
    said = evening.promised.dropna(subset=["sentence"])[["store", "assistant", "sentence"]]
    rows = pd.concat([evening.kept, said], ignore_index=True).sort_values(["store", "assistant"], kind="stable")
    return rows[["store", "assistant", "figure", "promised", "done", "missing", "sentence"]]


def _quotas(evening: Evening, language: str) -> pd.DataFrame:
    """Return where each quota comes from, with what was taken off and added."""
    board = evening.quota_board[["store", "assistant", "call_quota", "invite_quota", "visits_agreed"]]
    rows = board.merge(evening.quota_origin, on=["store", "assistant"])
    words = pd.Series([origin(row, language) for _, row in rows.iterrows()], rows.index, dtype=object)
    columns = [*board.columns, "base_invite_quota", "relief", "extra", "quota_words"]
    return rows.assign(quota_words=words)[columns]


def _funnel(evening: Evening) -> pd.DataFrame:
    """Return how many got to each stage, the share of the stage before, and how many are too new to judge."""
    rows = evening.stages.assign(still_open=evening.still_open["customers"])
    before = rows["customers"].shift().astype("Float64")
    rate = rows["customers"] / before.mask(before == 0)
    return rows.assign(of_before_rate=rate).rename(columns={"stage": "furthest"})


def _grades(evening: Evening, language: str) -> Sheet:
    """Return the customers of the day by grade, one row an assistant."""
    people = ["store", "assistant"]
    mix = evening.grade_mix.assign(grade=evening.grade_mix["grade"].fillna("ungraded"))
    wide = mix.pivot_table("customers", people, "grade", aggfunc="sum", fill_value=0, sort=False)
    wide = wide.reindex(columns=[*GRADES, "ungraded"], fill_value=0).reset_index()
    headings = {name: say(f"tables.columns.{name}", language) for name in people}
    headings["ungraded"] = say("meeting.ungraded", language)
    return Sheet(say("summary.sheets.grades", language), wide.rename(columns=headings))


def _about(evening: Evening, language: str, made_at: datetime) -> Sheet:
    lines = pd.DataFrame(_said(evening, language, made_at))
    lines.columns = pd.Index([say(f"tables.about.{name}", language) for name in ("what", "value")])
    return Sheet(say("tables.about.title", language), lines)


def _said(evening: Evening, language: str, made_at: datetime) -> Iterator[tuple[str, str]]:
    yield say("tables.about.page", language), say("summary.title", language)
    yield say("tables.about.stores", language), listed(evening.stores, language)
    yield say("tables.about.days", language), f"{evening.day:%Y-%m-%d}"
    yield say("tables.about.made", language), f"{made_at:%Y-%m-%d %H:%M}"
    for name in FIGURES:
        yield say(f"meeting.figures.{name}", language), say(f"meeting.definitions.{name}", language)
    yield say("meeting.funnel", language), say("meeting.funnel_help", language)
    yield say("summary.sheets.refused", language), say("summary.refused_help", language)
