"""The rules: what may be said, and that saying it never rewrites anything."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from data.refusal import Refused
from data.rule_catalogue import RULES
from data.rules import checked, preview_rule, set_rule, ship_defaults
from data.store import Store
from data.texts import LANGUAGES, catalogue

NOW = datetime(2026, 11, 21, 20, 30)
TODAY = NOW.date()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "shop") as opened:
        yield opened


def stored(store: Store, name: str) -> list[tuple[object, ...]]:
    with store.reading() as cursor:
        return cursor.execute(
            "select store, value, valid_from, set_by from raw.rules where name = $1 order by set_at", [name]
        ).fetchall()


def test_every_default_is_shipped_once(store) -> None:
    with store.write("test") as connection:
        ship_defaults(connection, NOW)
        rows = connection.execute("select name, value, store, valid_from, set_by from raw.rules").fetchall()
    assert sorted(rows) == sorted((rule.name, rule.default, "", date(1970, 1, 1), "shipped") for rule in RULES.values())


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_every_default_is_a_value_of_its_rule(rule) -> None:
    assert checked(rule, rule.default) == rule.default


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_and_choice_has_its_words(language) -> None:
    texts = catalogue(language)
    for rule in RULES.values():
        assert {f"rules.{rule.name}.{part}" for part in ("label", "unit", "about")} <= texts.keys()
        assert {f"rules.{rule.name}.choices.{choice}" for choice in rule.choices} <= texts.keys()


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("call_quota", " ５０ ", "50"),
        ("call_quota", "0", "0"),
        ("reward_pass", "¥20.50", "20.50"),
        ("reward_pass", " ", ""),
        ("meeting_time", "8:05", "08:05"),
        ("meeting_time", "20：30", "20:30"),
        ("redistribute", "off", "off"),
        ("invites_count", "joined", "joined"),
        ("required_logs", "invites+calls", "calls+invites"),
        ("hint_repeat_share", "25%", "0.25"),
        ("hint_repeat_share", "0.25", "0.25"),
        ("rfm_r_edges", "30＋60 + 90+180", "30+60+90+180"),
        ("rfm_m_edges", "0+0.5+1000+5000.00", "0+0.5+1000+5000.00"),
        ("rfm_f_edges", " ", ""),
        ("baseline_month", " 2026-09 ", "2026-09"),
        ("baseline_month", "２０２６-10", "2026-10"),
        ("baseline_month", "", ""),
    ],
)
def test_a_value_is_kept_in_one_spelling(name, value, kept) -> None:
    assert checked(RULES[name], value) == kept


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("call_quota", "1001", "rules.not_a_whole_number"),
        ("call_quota", "-1", "rules.not_a_whole_number"),
        ("call_quota", "5.5", "rules.not_a_whole_number"),
        ("call_quota", "", "rules.not_a_number"),
        ("call_quota", "nan", "rules.not_a_whole_number"),
        ("referral_levels", "NaN", "rules.not_a_whole_number"),
        ("reward_pass", "0.005", "rules.not_a_number"),
        ("hint_repeat_share", "20", "rules.not_a_number"),
        ("meeting_time", "25:00", "rules.not_a_time"),
        ("meeting_time", "eight", "rules.not_a_time"),
        ("redistribute", "maybe", "rules.not_a_choice"),
        ("required_logs", "", "rules.not_a_choice"),
        ("baseline_month", "2026-13", "rules.not_a_month"),
        ("baseline_month", "2026-9", "rules.not_a_month"),
        ("baseline_month", "2026-09-15", "rules.not_a_month"),
        ("baseline_month", "last month", "rules.not_a_month"),
        ("rfm_f_edges", "1+2+3", "rules.not_four_rising"),
        ("rfm_f_edges", "1+2+3+4+5", "rules.not_four_rising"),
        ("rfm_f_edges", "1+2+2+3", "rules.not_four_rising"),
        ("rfm_f_edges", "1+2+3+1001", "rules.not_a_number"),
        ("rfm_f_edges", "1+2+few+9", "rules.not_a_number"),
        ("required_logs", "calls+leads", "rules.not_a_choice"),
    ],
)
def test_a_value_out_of_bounds_is_refused_with_a_sentence(name, value, reason) -> None:
    with pytest.raises(Refused) as refused:
        checked(RULES[name], value)
    assert refused.value.reason == reason
    assert all(refused.value.sentence(language) for language in LANGUAGES)


def test_a_change_is_a_row_and_a_new_version(store) -> None:
    before = store.data_version()
    set_rule(store, "call_quota", "60", valid_from=TODAY, at=NOW, by="Li")
    assert stored(store, "call_quota") == [("", "50", date(1970, 1, 1), "shipped"), ("", "60", TODAY, "Li")]
    assert store.data_version() == before + 1


def test_taking_back_the_value_of_all_stores_puts_the_default_back(store) -> None:
    set_rule(store, "call_quota", "60", valid_from=TODAY, at=NOW, by="Li")
    set_rule(store, "call_quota", None, valid_from=TODAY, at=NOW, by="Li")
    assert stored(store, "call_quota")[-1] == ("", "50", TODAY, "Li")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"name": "lucky_number"}, "rules.unknown"),
        ({"for_store": "Nowhere"}, "rules.no_store"),
        ({"valid_from": date(2026, 11, 20)}, "rules.in_the_past"),
        ({"value": "many"}, "rules.not_a_number"),
    ],
)
def test_what_is_refused_leaves_no_trace(store, change, reason) -> None:
    before = store.data_version()
    said = {"name": "call_quota", "value": "60", "valid_from": TODAY} | change
    with pytest.raises(Refused) as refused:
        set_rule(store, said.pop("name"), said.pop("value"), at=NOW, by="Li", **said)
    assert refused.value.reason == reason
    assert all(refused.value.sentence(language) for language in LANGUAGES)
    assert store.data_version() == before
    assert len(stored(store, "call_quota")) == 1


def said_now(cursor) -> list[tuple[object, ...]]:
    return cursor.execute("select value, valid_from from rules where name = 'call_quota' order by set_at").fetchall()


def test_a_preview_sees_the_change_and_nobody_else_does(store) -> None:
    before = store.data_version()

    def question(cursor) -> list[tuple[object, ...]]:
        with store.cursor(["S"]) as other:
            assert said_now(other) == [("50", date(1970, 1, 1))]
        return said_now(cursor)

    seen = preview_rule(store, ["S"], "call_quota", "60", day=date(2026, 11, 1), at=NOW, question=question)
    assert seen == [("50", date(1970, 1, 1)), ("60", date(2026, 11, 1))]
    assert len(stored(store, "call_quota")) == 1
    assert store.data_version() == before


def test_a_preview_comes_after_a_change_of_the_same_moment(store) -> None:
    set_rule(store, "call_quota", "60", valid_from=TODAY, at=NOW, by="Li")
    seen = preview_rule(store, ["S"], "call_quota", "70", day=TODAY, at=NOW, question=said_now)
    assert [value for value, _ in seen] == ["50", "60", "70"]


def test_a_preview_that_fails_or_is_refused_leaves_no_trace(store) -> None:
    def question(cursor) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        preview_rule(store, ["S"], "call_quota", "60", day=TODAY, at=NOW, question=question)
    with pytest.raises(Refused) as refused:
        preview_rule(store, ["S"], "call_quota", "many", day=TODAY, at=NOW, question=question)
    assert refused.value.reason == "rules.not_a_number"
    assert len(stored(store, "call_quota")) == 1
