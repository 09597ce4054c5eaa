"""Data versions and what differs between two of them, in words."""

from datetime import datetime, time
from itertools import groupby
from typing import Any

import pandas as pd

from pages.records.rule_table import valid_value
from pages.records.rule_words import label
from pages.shared.answers import answer
from pages.shared.filters import Chosen
from pages.shared.people import of
from pages.shared.tables import MISSING, code_in_words
from pages.shared.texts import day_in_words, plain, t
from queries import rules


def choice(versions: pd.DataFrame, view: Chosen) -> tuple[str, str]:
    """Return the versions to compare when nobody has said: as of the last day's meeting, and the newest.

    Where nothing has changed since the meeting, or nothing was in before it, the last change is looked at.
    """
    place = view.stores[0] if len(view.stores) == 1 else ""
    in_force = answer(rules.in_force, scope=view.stores, day=view.last)
    at = time.fromisoformat(valid_value(in_force, "meeting_time", place)[0])
    earlier = versions[versions["made_at"] <= datetime.combine(view.last, at)]
    newest, last_but_one = versions["version"].iloc[0], versions["version"].iloc[1]
    before = last_but_one if earlier.empty else min(last_but_one, earlier["version"].iloc[0])
    return str(before), str(newest)


def between(versions: pd.DataFrame, first: int, second: int) -> pd.DataFrame:
    """Return the versions after ``first`` up to ``second``."""
    return versions[(versions["version"] > first) & (versions["version"] <= second)]


def only_rules(versions: pd.DataFrame) -> bool:
    """Whether rules, and nothing else, have been changed."""
    return len(versions) > 0 and bool((versions["cause"] == "rule").all())


def differing(changed: pd.DataFrame, view: Chosen) -> pd.DataFrame:
    """Return what has changed within the chosen days, of the chosen assistant or of all."""
    day = changed["day"]
    inside = (day >= pd.Timestamp(view.first)) & (day <= pd.Timestamp(view.last))
    return of(view.assistant, changed[inside])


def cause_in_words(versions: pd.DataFrame, *, dated: bool) -> list[str]:
    """Return what made each version in words, after its moment where ``dated``."""
    words = [_cause(row) for _, row in versions.iterrows()]
    if not dated:
        return words
    return [f"{at:%m-%d %H:%M} {cause}" for at, cause in zip(versions["made_at"], words, strict=True)]


def in_columns(versions: pd.DataFrame) -> pd.DataFrame:
    """Return the versions as the page shows them: when, what was done, by whom, and how much it touched."""
    who = [code_in_words("user_name", user) for user in versions["user_name"]]
    shown = versions.assign(what=cause_in_words(versions, dated=False), who=who)
    return shown[["version", "made_at", "what", "who", "days"]]


def said(changed: pd.DataFrame, versions: pd.DataFrame, view: Chosen) -> list[str]:
    """Return a sentence for each assistant's day and version that changed it: the greatest differences first."""
    made = {int(row["version"]): row for _, row in versions.iterrows()}
    ordered = changed.sort_values(["store", "assistant", "day", "version"], kind="stable")
    found = []
    for key, rows in groupby((row for _, row in ordered.iterrows()), key=_day_and_version):
        lines = list(rows)
        store, assistant, day, version = key
        who = plain(assistant) if len(view.stores) == 1 else f"{plain(store)} {plain(assistant)}"
        what = t("changes.comma").join(_step(line) for line in lines)
        cause = made[version]
        sentence = t(
            "changes.sentence",
            who=who,
            day=day_in_words(day.date()),
            what=what,
            at=_moment(cause["made_at"], day),
            cause=plain(_cause(cause)),
            user=plain(code_in_words("user_name", cause["user_name"])) or MISSING,
        )
        found.append((max(abs(line["difference"]) for line in lines), sentence))
    return [sentence for _, sentence in sorted(found, key=lambda one: -one[0])]


def _day_and_version(row: "pd.Series[Any]") -> tuple[str, str, pd.Timestamp, int]:
    return row["store"], row["assistant"], row["day"], int(row["version"])


def _step(row: "pd.Series[Any]") -> str:
    before, after = (_value(row["figure"], row[name]) for name in ("before", "after"))
    return t("changes.step", figure=code_in_words("figure", row["figure"]), before=before, after=after)


def _value(figure: str, value: Any) -> str:
    if pd.isna(value):
        return t("meeting.not_handed_in")
    return f"¥{value:,.0f}" if figure == "amount_cny" else f"{value:,.0f}"


def _moment(at: pd.Timestamp, day: pd.Timestamp) -> str:
    return f"{at:%H:%M}" if at.date() == day.date() else f"{at:%m-%d %H:%M}"


def _cause(row: "pd.Series[Any]") -> str:
    cause, name = row["cause"], row["name"]
    try:
        return t(f"changes.causes.{cause}", name=label(name) if cause == "rule" and not pd.isna(name) else name)
    except KeyError:  # whatever else may write one day
        return str(cause)
