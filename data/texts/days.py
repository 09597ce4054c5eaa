"""Days as people say them."""

from datetime import date

from data.texts import say


def day_in_words(day: date, language: str) -> str:
    """Return ``day`` as the shop says it: 11月21日 周六, or Sat 21 Nov."""
    return say(
        "days.day",
        language,
        day=day.day,
        month=say(f"days.months.{day.month}", language),
        weekday=say(f"days.weekdays.{day.isoweekday()}", language),
    )
