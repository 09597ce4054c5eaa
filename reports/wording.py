"""Tables in words: their headings, the meaning of their codes, and how their figures are written in a workbook."""

from typing import Any, Final

import pandas as pd

from data.texts import say
from reports.workbook import DAY, Sheet

# Columns whose cells are codes of ours, not data.
CODED: Final = frozenset(
    {
        *("kind", "state", "passed", "upload_state", "figure", "user_name", "outcome", "agreed_to", "counted"),
        *("action", "decision_state", "decided_by"),
        *("gift", "fate", "referral_action", "brought_state"),
        *("furthest", "is_open", "gift_only", "fact", "settled", "metric", "verdict", "level"),
        *("from_grade", "to_grade"),
        *("risk", "presence", "handover_status", "is_promoted", "junk_reason", "cost_state"),
        *("segment", "stage", "tier", "advice", "reason", "largest_cost", "curve", "part", "score"),
        *("step", "rate_from", "outlook", "day_kind", "goal"),
        *("call_for", "on_leave"),
    }
)
SHARES: Final = ("_rate", "_share", "_ratio")
RATES: Final = frozenset({"share", "rate", "low", "high", "benchmark", "saving", "saving_target", "probability"})
NUMBERED: Final = ("_id", "_no")  # what is only a name
EXCEL: Final = {
    "money": '"¥"#,##0.00',
    "share": "0.0%",
    "moment": "yyyy-mm-dd hh:mm",
    "day": DAY,
    "count": "#,##0",
    "mean": "#,##0.0#",
}


def in_words(table: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return ``table`` with headings and codes in ``language``; names of people and stores stay."""
    said = table.copy(deep=False)
    for name in CODED.intersection(said.columns):
        said[name] = said[name].map({code: code_in_words(name, code, language) for code in said[name].unique()})
    return said.rename(columns={name: say(f"tables.columns.{name}", language) for name in said.columns})


def code_in_words(name: str, code: Any, language: str) -> str:
    """Return what a code of the column ``name`` means in ``language``; nothing for none."""
    if pd.isna(code):
        return ""
    try:
        return say(f"tables.codes.{name}.{str(code).lower()}", language)
    except KeyError:  # who imported may be anybody's name
        return str(code)


def sheet(title: str, table: pd.DataFrame, language: str) -> Sheet:
    """Return ``table`` as a sheet to take home, in ``language``."""
    written = {column: _written(column, kind, table[column]) for column, kind in kinds(table).items()}
    formats = {say(f"tables.columns.{column}", language): EXCEL.get(kind, "") for column, kind in written.items()}
    return Sheet(title, in_words(table, language), formats)


def kinds(table: pd.DataFrame) -> dict[str, str]:
    """Return what the cells of each column are: money, share, moment, day, trend (a list), number or text."""
    return {str(name): _kind(str(name), table[name]) for name in table.columns}


def _kind(name: str, column: "pd.Series[Any]") -> str:
    if name.endswith("_cny"):
        return "money"
    if name.endswith(SHARES) or name in RATES:
        return "share"
    if name.endswith("_trend"):
        return "trend"
    if pd.api.types.is_datetime64_any_dtype(column):
        return "moment" if name.endswith("_at") else "day"
    return "number" if pd.api.types.is_numeric_dtype(column) else "text"


def _written(name: str, kind: str, column: "pd.Series[Any]") -> str:
    """Return the kind of a column, for a number whether it is a "count" or a "mean"."""
    if kind != "number" or name.endswith(NUMBERED) or pd.api.types.is_bool_dtype(column):
        return kind
    return "count" if (column.dropna().astype(float) % 1 == 0).all() else "mean"
