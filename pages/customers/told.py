"""What the logs tell of a customer, in words."""

from typing import Any, Final

import pandas as pd

from pages.shared.texts import t

DETAILED: Final = frozenset({"leads", "visits", "referrals", "referred", "handovers", "group_members"})
MAY_BE_EMPTY: Final = ["grade", "product", "amount_cny", "note"]


def told(timeline: pd.DataFrame, *, several_stores: bool) -> pd.DataFrame:
    """Return ``queries.customers.timeline`` as a table: day, event, assistant and what else was ever written down.

    ``grade`` names both letters where the letter changed.
    """
    rows = [row for _, row in timeline.iterrows()]
    table = timeline.assign(
        event=[_event(row) for row in rows],
        grade=pd.Series(_changes(timeline), timeline.index, dtype=object),
        note=pd.Series([_note(row) for row in rows], timeline.index, dtype=object),
    )
    empty = [name for name in MAY_BE_EMPTY if table[name].isna().all()]
    columns = ["day", "event", "assistant", *MAY_BE_EMPTY, *(["store"] if several_stores else [])]
    return table[[name for name in columns if name not in empty]]


def _event(row: "pd.Series[Any]") -> str:
    kind, result, agreed = row["kind"], row["result"], row["agreed_to"]
    parts = [] if pd.isna(result) else [t(f"customers.results.{kind}.{result}")]
    parts += [] if pd.isna(agreed) else [t(f"customers.agreed.{agreed}")]
    event = t(f"customers.events.{kind}")
    return t("customers.event", event=event, results=t("customers.between").join(parts)) if parts else event


def _note(row: "pd.Series[Any]") -> str | None:
    kind, detail = row["kind"], row["detail"]
    if pd.isna(detail):
        return None
    explained = kind in DETAILED and not (kind == "visits" and row["result"] != "lost")
    return t(f"customers.details.{kind}", detail=detail) if explained else str(detail)


def _changes(timeline: pd.DataFrame) -> list[str | None]:
    last: dict[str, str] = {}
    grades: list[str | None] = []
    for store, grade in zip(timeline["store"][::-1], timeline["grade"][::-1], strict=True):
        before = last.get(store)
        if pd.isna(grade):
            grades.append(None)
            continue
        changed = before is not None and before[0] != grade[0]
        grades.append(t("customers.regraded", before=before, after=grade) if changed else grade)
        last[store] = grade
    return grades[::-1]
