"""How the text of a date cell becomes a date and a time of day."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from data.importing.cells import OPEN, Cell, says_nothing

EPOCH: Final = datetime(1899, 12, 30)  # day 0 of Excel's serials from 1 March 1900 on
OLDEST: Final = date(1990, 1, 1)
LONGEST: Final = 60  # characters; more is a remark, and may hold numbers that are too long to be read
SOON: Final = 60  # days; a date without a year that lies so near ahead means the coming one, not last year's
AHEAD: Final = 31  # a column that may lie further ahead than this holds appointments
WEEKDAY: Final = re.compile(r"\(?(?:周|星期|礼拜)[一二三四五六日天]\)?|\(.*\)$")
CLOCK: Final = re.compile(
    r"(?P<half>上午|下午|晚上|中午|早上|凌晨|AM|PM)?\s?(?P<hour>[0-9]{1,2})[:时点](?P<minute>[0-9]{1,2})?"
    r"(?:[:分](?P<second>[0-9]{1,2})?秒?(?:\.[0-9]+)?)?分?\s?(?P<half_after>AM|PM)?"
)
BEFORE_NOON: Final = frozenset({"凌晨", "AM"})
AFTERNOON: Final = frozenset({"下午", "晚上", "PM"})
MONTH: Final = re.compile(r"(?:(?P<year>20[0-9]{2})[年./\-]?)?(?P<month>[0-9]{1,2})月?份?")
YEAR_LAST: Final = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-][0-9]{4}")
SPLIT: Final = re.compile(r"(?P<day>[0-9年月./\-]+?)(?:[日号]\s*|[T\s]+|$)(?P<clock>.*)")


def date_cell(received: date, future_days: int, *, first: bool | None) -> Callable[[str], Cell]:
    """Return the reader of one column's dates; a value is an ISO date and time.

    ``received`` gives the year where a date has none. ``first`` says whether in 03/04/2026 the day comes first;
    None: the column has both orders, so only dates that fit one of them are read.
    """
    last = received + timedelta(days=future_days)

    def read(text: str) -> Cell:
        if says_nothing(text) or OPEN.fullmatch(text):
            return Cell()
        if len(text) > LONGEST:
            return Cell(problem="date_unreadable")
        day, clock, guessed = _parts(text, received, last, first=first)
        if day is None or clock is None:
            return Cell(problem="date_unreadable")
        if day > last:
            return Cell(problem="date_future")
        if day < OLDEST:
            return Cell(problem="date_old")
        return Cell(datetime.combine(day, clock).isoformat(sep=" "), repaired=guessed)

    return read


def month_cell(received: date, future_days: int) -> Callable[[str], Cell]:
    """Return the reader of months: 2026-11, 2026年11月, 202611, 11月, or any day of it; a value is the month's first.

    A month without a year is the nearest one.
    """
    day_cell = date_cell(received, future_days, first=False)

    def read(text: str) -> Cell:
        match = MONTH.fullmatch(text)
        if match is None or not 1 <= int(match["month"]) <= 12:
            found = day_cell(text)
            return replace(found, value=found.value and f"{found.value[:7]}-01 00:00:00")
        years = [int(match["year"])] if match["year"] else range(received.year - 1, received.year + 2)
        firsts = [date(year, int(match["month"]), 1) for year in years]
        first = min(firsts, key=lambda day: abs(day - received))
        found = day_cell(f"{first:%Y-%m-%d}")
        return replace(found, repaired=match["year"] is None and found.value is not None)

    return read


def day_first(texts: Iterable[str]) -> bool | None:
    """Say which order a column of 03/04/2026 dates has: day first only where month first can't be; None for both."""
    pairs = [(int(found[1]), int(found[2])) for text in texts if (found := YEAR_LAST.match(text))]
    days_first = any(first > 12 for first, _ in pairs)
    months_first = any(second > 12 for _, second in pairs)
    return None if days_first and months_first else days_first


def either_order(texts: Iterable[str]) -> bool:
    """Say whether a column has dates like 03/04/2026, and none that shows which order they have."""
    pairs = [(int(found[1]), int(found[2])) for text in texts if (found := YEAR_LAST.match(text))]
    return bool(pairs) and all(first <= 12 and second <= 12 for first, second in pairs)


def _parts(text: str, received: date, last: date, *, first: bool | None) -> tuple[date | None, time | None, bool]:
    if re.fullmatch(r"[2-7][0-9]{4}(\.[0-9]+)?", text):
        moment = EPOCH + timedelta(seconds=round(float(text) * 86_400))
        return moment.date(), moment.time(), True
    match = SPLIT.fullmatch(WEEKDAY.sub(" ", text.upper()).strip())
    if not match:
        return None, None, False
    day, guessed = _day(match["day"], received, last, first=first)
    return day, _clock(match["clock"]), guessed


def _day(text: str, received: date, last: date, *, first: bool | None) -> tuple[date | None, bool]:
    numbers = [int(part) for part in re.findall(r"[0-9]+", text)]
    shape = re.sub(r"[0-9]+", lambda found: str(len(found[0])), re.sub(r"[年月./\-]", "-", text))
    if shape == "8":
        return _real(numbers[0] // 10_000, numbers[0] // 100 % 100, numbers[0] % 100), False
    if re.fullmatch(r"4-[12]-[12]", shape):
        return _real(*numbers), False
    if re.fullmatch(r"2-[12]-[12]", shape) and abs(numbers[0] + 2000 - received.year) <= 1:
        return _real(numbers[0] + 2000, numbers[1], numbers[2]), True
    if re.fullmatch(r"[12]-[12]-4", shape):
        orders = {(numbers[0], numbers[1])} if first else {(numbers[1], numbers[0])}
        if first is None:
            orders = {(numbers[0], numbers[1]), (numbers[1], numbers[0])}
        days = {real for d, m in orders if (real := _real(numbers[2], m, d))}
        return (days.pop() if len(days) == 1 else None), True
    if re.fullmatch(r"[12]-[12]", shape):
        return _with_year(numbers[0], numbers[1], received, last), True
    return None, False


def _with_year(month: int, day: int, received: date, last: date) -> date | None:
    years = range(received.year + 1, received.year - 9, -1)  # nine years back always hold a 29 February
    days = [real for year in years if (real := _real(year, month, day))]
    if last - received > timedelta(days=AHEAD):
        return min(days, key=lambda real: abs(real - received), default=None)
    soon = (real for real in days if last < real <= received + timedelta(days=SOON))
    return next(soon, None) or max((real for real in days if real <= last), default=None)


def _clock(text: str | None) -> time | None:
    if not text:
        return time()
    match = CLOCK.fullmatch(text.strip())
    if not match:
        return None
    hour = int(match["hour"])
    half = match["half"] or match["half_after"]
    if half in BEFORE_NOON and hour == 12:
        hour = 0
    if (half in AFTERNOON and hour < 12) or (half == "中午" and hour < 11):
        hour += 12
    try:
        return time(hour, int(match["minute"] or 0), int(match["second"] or 0))
    except ValueError:
        return None


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
