import pytest

from reports.money import about_in_words, money_in_words


@pytest.mark.parametrize(
    ("amount", "digits", "chinese", "english"),
    [
        (0, 3, "¥0", "¥0"),
        (9_999.4, 3, "¥9,999", "¥9,999"),
        (9_999.6, 3, "¥1 万", "¥10,000"),
        (12_345, 3, "¥1.23 万", "¥12,345"),
        (-33_096_200, 3, "-¥3,310 万", "-¥33.1M"),
        (33_096_200, 5, "¥3,309.6 万", "¥33.096M"),
    ],
)
def test_money_is_said_to_as_many_digits_as_wanted(amount: float, digits: int, chinese: str, english: str) -> None:
    assert money_in_words(amount, "zh", digits) == chinese
    assert money_in_words(amount, "en", digits) == english


@pytest.mark.parametrize(
    ("amount", "chinese", "english"),
    [
        (157_022, "约 ¥16 万", "about ¥160,000"),
        (52_540, "约 ¥5.3 万", "about ¥53,000"),
        (849, "约 ¥850", "about ¥850"),
    ],
)
def test_an_estimate_is_said_to_two_digits(amount: float, chinese: str, english: str) -> None:
    assert about_in_words(amount, "zh") == chinese
    assert about_in_words(amount, "en") == english
