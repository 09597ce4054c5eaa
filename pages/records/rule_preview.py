"""What a change of a rule would have done to the last day with data, before it is made."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pandas as pd
import streamlit as st

from data.rule_catalogue import RULES
from data.rules import checked
from pages.records.rule_form import Change
from pages.records.rule_words import GROUPS, amount_in_words
from pages.shared.answers import answer
from pages.shared.filters import LONG_PERIOD
from pages.shared.tables import MISSING, show
from pages.shared.texts import day_in_words, language, t
from queries import funnel, meeting, quotas, rules
from reports.hints import evidence

PERSON: Final = ["store", "assistant"]


def draw_preview(change: Change, day: date, stores: tuple[str, ...]) -> None:
    """Draw who would have had another quota, result or hint; raises ``Refused`` when the change can't be made."""
    group = next(group for group, names in GROUPS.items() if change.name in names)
    if change.value is not None:
        checked(RULES[change.name], change.value)
    if group not in QUESTIONS:
        return
    question, name, compare = QUESTIONS[group]
    about: dict[str, Any] = {}
    if group == "benchmarks":
        about = {"first": day - LONG_PERIOD, "last": day, "assistant": None, "cut": "store"}
    before = answer(question, scope=stores, **(about or {"day": day}))
    after = answer(
        rules.preview,
        scope=stores,
        question=name,
        name=change.name,
        value=change.value,
        for_store=change.for_store,
        day=day,
        **about,
    )
    st.markdown(f"**{t('rules.page.preview.title', day=day_in_words(day))}**")
    nobody = before.empty and after.empty  # pandas can't merge two empty frames of text
    said, changed = ([], before) if nobody else compare(before, after)
    if changed.empty:
        st.caption(t("rules.page.preview.nothing"))
        return
    st.markdown(" · ".join(said))
    show(changed if len(stores) > 1 else changed.drop(columns="store"), t("rules.page.preview.alt"))


def _quotas(before: pd.DataFrame, after: pd.DataFrame) -> tuple[list[str], pd.DataFrame]:
    both = before.merge(after, on=PERSON, suffixes=("", "_after"))
    figures = ("call_quota", "invites", "invite_quota", "passed", "reward_cny")
    different = {name: ~_same(both[name], both[f"{name}_after"]) for name in figures}
    passed, passed_after = both["passed"].astype(bool), both["passed_after"].astype(bool)
    said = [_count("passed", int(passed.sum()), int(passed_after.sum()))]
    for key, count in {
        "newly_passed": int((passed_after & ~passed).sum()),
        "newly_below": int((passed & ~passed_after).sum()),
        "quotas": int((different["call_quota"] | different["invite_quota"]).sum()),
    }.items():
        if count:
            said.append(t(f"rules.page.preview.{key}", count=count))
    if different["reward_cny"].any():
        sums = (amount_in_words(sum(both[name].dropna(), Decimal(0))) for name in ("reward_cny", "reward_cny_after"))
        said.append(_count("reward", *sums))
    rows = both[pd.concat(different, axis=1).any(axis=1)]
    rows = rows.loc[different["passed"].sort_values(ascending=False, kind="stable").index.intersection(rows.index)]
    table = rows[PERSON].assign(
        result=_changes(rows, "passed", lambda code: t(f"tables.codes.passed.{str(code).lower()}")),
        calls=_changes(rows, "calls", str),
        call_quota=_changes(rows, "call_quota", str),
        invites=_changes(rows, "invites", str),
        invite_quota=_changes(rows, "invite_quota", str),
    )
    if different["reward_cny"].any():
        table["reward"] = _changes(rows, "reward_cny", amount_in_words)
    return said, table


def _readiness(before: pd.DataFrame, after: pd.DataFrame) -> tuple[list[str], pd.DataFrame]:
    both = before.merge(after, on=[*PERSON, "kind"], how="outer", suffixes=("", "_after"))
    said = [
        _count(state, int((before["state"] == state).sum()), int((after["state"] == state).sum()))
        for state in ("late", "missing")
    ]
    rows = both[~_same(both["state"], both["state_after"])]
    return said, rows[[*PERSON, "kind"]].assign(
        result=_changes(rows, "state", lambda code: t(f"tables.codes.state.{code}"), t("rules.page.preview.none"))
    )


def _hints(before: pd.DataFrame, after: pd.DataFrame) -> tuple[list[str], pd.DataFrame]:
    marks = [rows.assign(problem=[evidence(row, language()) for _, row in rows.iterrows()]) for rows in (before, after)]
    both = marks[0].merge(marks[1], on=[*PERSON, "hint"], how="outer", suffixes=("", "_after"))
    rows = both[both["problem"].isna() | both["problem_after"].isna()]
    none = t("rules.page.preview.none")
    return [_count("hints", len(before), len(after))], rows[PERSON].assign(result=_changes(rows, "problem", str, none))


def _benchmarks(before: pd.DataFrame, after: pd.DataFrame) -> tuple[list[str], pd.DataFrame]:
    rates = ["value", "metric"]
    both = before.merge(after[[*rates, "verdict", "benchmark"]], on=rates, suffixes=("", "_after"))
    counts = (int((both[name] == "below").sum()) for name in ("verdict", "verdict_after"))
    rows = both[~_same(both["verdict"], both["verdict_after"])]
    none = t("funnel.no_benchmark")
    return [_count("below", *counts)], pd.DataFrame(
        {
            "store": rows["value"],
            "metric": rows["metric"],
            "result": _changes(rows, "verdict", lambda code: t(f"tables.codes.verdict.{code}"), none),
        }
    )


def _same(left: "pd.Series[Any]", right: "pd.Series[Any]") -> "pd.Series[bool]":
    return ((left == right).fillna(value=False) | (left.isna() & right.isna())).astype(bool)


def _changes(rows: pd.DataFrame, name: str, words: Callable[[Any], str], missing: str = MISSING) -> Sequence[str]:
    said = []
    for pair in zip(rows[name], rows[f"{name}_after"], strict=True):
        before, after = (missing if pd.isna(value) else words(value) for value in pair)
        said.append(before if before == after else _change(before, after))
    return said


def _count(key: str, before: object, after: object) -> str:
    return t(f"rules.page.preview.{key}", before=before, after=after)


def _change(before: object, after: object) -> str:
    return t("rules.page.preview.change", before=before, after=after)


QUESTIONS: Final[dict[str, tuple[Callable[..., pd.DataFrame], str, Callable[..., tuple[list[str], pd.DataFrame]]]]] = {
    "quotas": (meeting.quota_board, "meeting/quota_board", _quotas),
    "money": (meeting.quota_board, "meeting/quota_board", _quotas),
    "meeting": (meeting.readiness, "meeting/readiness", _readiness),
    "benchmarks": (funnel.cuts, "funnel/cuts", _benchmarks),
    "hints": (quotas.hints, "quotas/hints", _hints),
}
