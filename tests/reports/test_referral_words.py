"""Referrals in words: the answer, what was found, and what can't be told yet."""

import pandas as pd
import pytest

from reports.referral_words import answer, conversion_in_words, findings, gifts_in_words, reproduction_in_words

CONVERSION = ["is_referred", "source", "customers", "still_open", "visited", "ordered"]
REPRODUCTION = ["store", "is_settled", "referrers", "new_referrers"]
SERVICES = ["store", "assistant", "visits", "told", "without", "referrals", "per_visit", "low", "high"]


def brought(*rows: tuple[int, int, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["brought", "ordered", "visited"])


def owed(*rows: tuple[float, str | None]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["points", "gift"])


def contested(*fates: str) -> pd.DataFrame:
    return pd.DataFrame({"fate": pd.Series(fates, dtype=object)})


def served(*rows: tuple[object, ...]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=SERVICES).assign(due=3, good=5, verdict="below")


def test_the_answer_says_who_brought_whom_and_what_is_owed() -> None:
    # 4 + 2 were brought; 1 + 1 ordered, 2 more visited.
    said = answer(brought((4, 1, 2), (2, 1, 0)), owed((1200, "gift_large"), (7.5, None)), "zh")
    assert said == "这段日子 2 位老顾客带来 6 位新客户，4 位到过店，2 位成交；到今天一共欠 1,207.5 分。"
    assert answer(brought(), owed(), "en") == (
        "Nobody brought a new customer in these days. Owed in all by now: 0 points."
    )


def test_poor_service_visits_come_first_and_a_store_is_named_where_no_assistant_is() -> None:
    services = served(("甲店", None, 12, 10, 6, 8, 0.8, 0.4, 1.6), ("乙店", None, 5, 5, 1, 2, 0.4, 0.1, 1.5))
    heads = [head for head, _ in findings(services, contested("later", "self"), owed((120, "gift_large")), "zh")]
    # 10 named on 15 visits; the intervals reach from 0.1 to 1.6.
    assert heads == [
        "乙店、甲店：每次服务只介绍来 0.7 位（15 次服务，可能 0.1 到 1.6），应当 3 到 5 位。",
        "15 次服务里有 7 次一位都没介绍。",
        "2 次服务没写介绍了几位，不算进去。",
        "1 位老顾客的积分够领大礼品。",
        "2 行转介绍没有算：已有人带来 1 行，自己介绍自己 1 行，绕回自己 0 行。",
    ]
    assert findings(served(), contested(), owed(), "zh") == []


def test_gifts_are_counted_by_the_largest_in_reach() -> None:
    said = gifts_in_words(owed((120, "gift_large"), (70, "gift_medium"), (65, "gift_medium"), (3, None)), "zh")
    assert said == "4 位老顾客有积分账：能领大礼品 1 位，中礼品 2 位，小礼品 0 位，还不够领 1 位。"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], "这段日子没有新介绍来的客户。"),
        ([(True, None, 3, 3, 0, 0)], "介绍来 3 位，都还没满天数，先不下结论。"),
        (
            [(True, None, 12, 2, 5, 2), (False, "美团", 9, 1, 4, 2), (False, None, 2, 0, 0, 0)],
            # 5 and 2 of 10; 2 of 8 + 2 leads.
            (
                "满了天数的 10 位介绍来的客户，5 位到店（50%），2 位成交（20%）；还有 2 位没满天数。"
                "别的客资 10 条成交 20%。"
            ),
        ),
    ],
)
def test_the_referred_stand_beside_all_other_leads(rows: list[tuple[object, ...]], expected: str) -> None:
    frame = pd.DataFrame(rows, columns=CONVERSION).astype({"is_referred": bool})
    assert conversion_in_words(frame, "zh") == expected


def test_new_referrers_per_referrer_are_said_for_all_stores_together_or_why_not() -> None:
    rows = [("甲店", True, 4, 3), ("乙店", True, 4, 3), ("甲店", False, 5, 1)]
    settled, still_open = reproduction_in_words(pd.DataFrame(rows, columns=REPRODUCTION), "zh")
    assert settled == "开始介绍已满 90 天的 8 位，带来的人里有 6 位也成了介绍人：每位带出 0.75 位。"
    assert still_open == "最近 90 天开始介绍的 5 位，到现在带出 1 位（每位 0.20 位），还会变多。"
    nobody = pd.DataFrame([], columns=REPRODUCTION).astype({"is_settled": bool})
    assert reproduction_in_words(nobody, "zh")[1] == "最近 90 天没有人开始介绍。"
