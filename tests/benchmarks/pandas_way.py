"""The import of a call log as it would be written with pandas, by the rules of ``data.importing``: a yardstick."""

import hashlib
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pandas as pd

from data.importing.cells import NOTHING
from data.logs.calls import CALLS

NAMES = {column.header: column.name for column in CALLS.columns}
CHOICES = {
    column.name: {spelling: word for word, spellings in column.choices.items() for spelling in (word, *spellings)}
    for column in CALLS.columns
    if column.choices
}
TRUTH = {"是": True, "有": True, "√": True, "否": False, "无": False, "×": False}


def import_calls(file: Path, database: Path, secret: str, received: datetime) -> int:
    """Read, clean and store ``file`` in a new ``database``, and return the number of rows stored."""
    cells = pd.read_csv(file, dtype="str").rename(columns=NAMES)
    calls = _typed(_folded(cells), received)
    required = [column.name for column in CALLS.columns if column.required]
    refused = calls[required].isna().any(axis="columns")
    rejects, calls = cells[refused], calls[~refused]
    calls = _keyed(calls, secret).assign(batch_id=1, row_no=calls.index + 2)
    people = ["store", "assistant", "day"]
    daily = calls.groupby(people).agg(
        calls=("row_no", "size"),
        unique_numbers=("contact_key", "nunique"),
        connected=("connected", "sum"),
        invites_agreed=("group_agreed", "sum"),
        visits_agreed=("visit_agreed", "sum"),
    )
    contacts = pd.concat(
        [
            calls[[key, value]].dropna().drop_duplicates().set_axis(["contact_key", "value"], axis="columns")
            for key, value in (("phone_key", "phone"), ("wechat_key", "wechat"))
        ]
    )
    of_customer = calls.sort_values(["day", "row_no"]).groupby(["store", "contact_key"])
    last_words = of_customer[["customer", "assistant", "grade", "product"]].last()
    states = last_words.assign(last_touch_on=of_customer["day"].max())
    stages = {
        "called_on": calls["day"],
        "connected_on": calls["day"].where(calls["connected"]),
        "agreed_on": calls["day"].where(calls["group_agreed"].fillna(value=False)),
        "invited_on": calls["day"].where(calls["visit_agreed"].fillna(value=False)),
    }
    links = calls.loc[calls["wechat_key"].notna(), ["phone_key", "wechat_key"]].drop_duplicates()
    stored = {
        "calls": calls.drop(columns=["phone", "wechat", "connected"]),
        "rejects": rejects,
        "contacts": contacts,
        "links": links,
        "slices": calls.groupby(people).size().rename("rows").reset_index(),
        "daily": daily.reset_index(),
        "customer_state": states.reset_index(),
        "stage_dates": calls.assign(**stages).groupby(["store", "contact_key"])[list(stages)].min().reset_index(),
    }
    with closing(sqlite3.connect(database)) as connection:
        for name, table in stored.items():
            table.to_sql(name, connection, index=False)
    return len(calls)


def _folded(cells: pd.DataFrame) -> pd.DataFrame:
    folded = cells.apply(lambda column: column.str.normalize("NFKC").str.replace(r"\s+", " ", regex=True).str.strip())
    return folded.mask(folded.isin(NOTHING) & ~folded.isin(TRUTH) | (folded == ""))


def _typed(cells: pd.DataFrame, received: datetime) -> pd.DataFrame:
    moment = pd.to_datetime(cells["date"], format="mixed", errors="coerce")
    moment = moment.where((moment >= "2010-01-01") & (moment.dt.normalize() <= received))
    phone = cells["phone"].str.replace(r"^(\+?86)?[\s\-]*", "", regex=True)
    typed = cells.assign(
        day=moment.dt.normalize(),
        date=moment,
        phone=phone.where(phone.str.fullmatch(r"1[3-9]\d{9}")),
        duration=pd.to_numeric(cells["duration"], errors="coerce").astype("Int32"),
        grade=cells["grade"].where(cells["grade"].str.fullmatch(r"[A-D][1-4]?")),
        visit_on=pd.to_datetime(cells["visit_on"], errors="coerce"),
    )
    for name, words in CHOICES.items():
        typed[name] = cells[name].map(words).where(cells[name].isna() | cells[name].isin(words), "other")
    for name in ("wechat_added", "group_agreed", "visit_agreed"):
        typed[name] = cells[name].map(TRUTH).astype("boolean")
    return typed


def _keyed(calls: pd.DataFrame, secret: str) -> pd.DataFrame:
    phone = _hashed("phone", calls["phone"], secret)
    wechat = _hashed("wechat", calls["wechat"], secret)
    name = _hashed("name", calls["store"] + "|" + calls["customer"], secret)
    return calls.assign(
        phone_key=phone,
        wechat_key=wechat,
        contact_key=phone.fillna(wechat).fillna(name),
        connected=calls["outcome"] == "connected",
    )


def _hashed(kind: str, values: "pd.Series[str]", secret: str) -> "pd.Series[int]":
    def key(value: str) -> int:
        return int(hashlib.sha256(f"{secret}:{kind}:{value}".encode()).hexdigest()[:16], 16) >> 1

    return values.map(key, na_action="ignore").astype("Int64")  # SQLite's integers have 63 bits
