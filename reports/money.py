"""Money in words: one way for every sentence and chart."""

from decimal import Decimal
from typing import Final

from data.texts import say

ABOUT: Final = 2  # digits of a sum that is only estimated
SPOKEN: Final = 3  # of a large sum
ADDED: Final = 4  # the same where sums are added up

Amount = Decimal | float


def money_in_words(amount: Amount, language: str, digits: int = SPOKEN) -> str:
    """Return ``amount`` as it is spoken, to the yuan or, where it is large, to so many digits."""
    sign, size = ("-" if amount < 0 else ""), abs(float(amount))
    unit = float(say("money.unit", language))
    if round(size) < unit:
        return say("money.small", language, sign=sign, amount=f"{size:,.0f}")
    large = float(f"{size:.{digits - 1}e}") / unit
    return say("money.large", language, sign=sign, amount=f"{large:,.10g}")


def about_in_words(amount: Amount, language: str) -> str:
    """Return about how much ``amount`` is."""
    return say("money.about", language, money=money_in_words(float(f"{amount:.{ABOUT - 1}e}"), language, ABOUT))
