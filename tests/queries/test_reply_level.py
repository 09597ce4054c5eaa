"""Whether customers still answer, all broadcasts together."""

from datetime import date

import pytest

DAYS = {"first": date(2026, 10, 1), "last": date(2026, 11, 30), "assistant": None}


def replies(shop, *rows: tuple[int, str, int, int], store: str = "S") -> None:
    lines = [f"2026-11-{day:02},{store},{assistant},{sent},{replied}" for day, assistant, sent, replied in rows]
    shop.bring("replies", "\n".join(["日期,门店,导购,群发人数,回复人数", *lines]) + "\n")


@pytest.mark.parametrize(
    ("replied", "level"),
    [(80, "good"), (79, "pass"), (50, "pass"), (49, "weak"), (41, "weak"), (40, "poor"), (0, "poor")],
)
def test_the_level_is_by_80_50_and_40_of_100(shop, replied: int, level: str) -> None:
    replies(shop, (2, "Li", 60, min(replied, 60)), (3, "Wu", 40, max(replied - 60, 0)))
    assert shop.ask("funnel/reply_level", "sent", "replied", "level", **DAYS) == [(100, replied, level)]


def test_of_one_assistant_only_their_own_count(shop) -> None:
    replies(shop, (2, "Li", 60, 54), (3, "Wu", 40, 4))
    assert shop.ask("funnel/reply_level", "rate", "level", **(DAYS | {"assistant": "Wu"})) == [(0.1, "poor")]


def test_stores_with_rules_of_their_own_count_by_what_they_have_sent(shop) -> None:
    # S asks 50 % of 30, T 90 % of 10: together 60 %. 22 of 40 are 55 %: below what is enough, above poor.
    replies(shop, (2, "Li", 30, 14))
    replies(shop, (2, "He", 10, 8), store="T")
    shop.rule("reply_rate", "0.9", store="T")
    assert shop.ask("funnel/reply_level", "rate", "level", scope=("S", "T"), **DAYS) == [(0.55, "weak")]


def test_without_a_broadcast_there_is_no_level(shop) -> None:
    assert shop.ask("funnel/reply_level", **DAYS) == []
