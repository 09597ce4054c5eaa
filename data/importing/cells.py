"""How the text of one cell becomes a value. Each reader returns a ``Cell``; none of them raises.

``text`` arrives folded: invisible characters dropped, full-width ASCII made half-width, white space collapsed,
ends trimmed, without the apostrophe that marks text, never empty.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final


@dataclass(frozen=True)
class Cell:
    """What a cell says: its value as text that the store's type casts, or the problem with it.

    ``problem`` is a key of the ``cells`` texts. ``repaired`` marks a value that had to be guessed or mended.
    ``word`` keeps what a choice said when the vocabulary does not know it; for a phone it is its state.
    """

    value: str | None = None
    problem: str | None = None
    repaired: bool = False
    word: str | None = None


NOTHING: Final = frozenset({"无", "没有", "空", "/", "\\", "-", "--", "—", "——", "none", "null", "n/a", "na", "#n/a"})
YES: Final = re.compile(r"是|有|对|√|✓|✔|☑|y|yes|true|1|可以|ok|(已|同意)[^不未没拒退取]*")
NO: Final = re.compile(r"否|无(效.*)?|×|✗|✘|x|n|no|false|0|未.*|不.*|没.*|已?拒绝.*|已退.*")
OPEN: Final = re.compile(r"未知|未定|待定|不详|不清楚|不确定|不知道")
CLOCK: Final = re.compile(r"(?P<h>[0-9]{1,2}):(?P<m>[0-5][0-9]):(?P<s>[0-5][0-9])")
DURATIONS: Final = (
    re.compile(r"(?P<s>[0-9]{1,6})(?:\.0+)?\s?[秒sS]?"),
    re.compile(r"(?P<m>[0-9]{1,3}):(?P<s>[0-5][0-9])"),
    re.compile(r"(?:(?P<h>[0-9]{1,2})\s?小?时)?\s?(?:(?P<m>[0-9]{1,3})\s?分钟?)?\s?(?:(?P<s>[0-9]{1,3})\s?秒?)?"),
)


def says_nothing(text: str) -> bool:
    """Whether a form's word for "nothing" fills the cell."""
    return text.lower() in NOTHING


def phone_cell(text: str) -> Cell:
    """Read a phone. ``word`` is "valid", "unverified" or "masked"; a number in exponent form lost its digits."""
    if says_nothing(text):
        return Cell()
    if re.fullmatch(r"[0-9](\.[0-9]+)?[eE]\+?[0-9]+", text):
        return Cell(problem="phone_rounded")
    if re.search(r"[*xX×]{2,}", text):
        return Cell(text, word="masked")
    digits = re.sub(r"[\s.\-‐–—()·'’`+]", "", re.sub(r"^([0-9]+)\.0+$", r"\1", text))
    digits = re.sub(r"^(?:00)?86(?=1[3-9][0-9]{9}$)", "", digits)
    valid = re.fullmatch(r"1[3-9][0-9]{9}|0[0-9]{2,3}[0-9]{7,8}", digits)
    if not valid:
        return Cell(text, word="unverified")
    return Cell(digits, repaired=digits != text, word="valid")


def bool_cell(text: str) -> Cell:
    """Read a yes or no."""
    word = text.lower()
    if OPEN.fullmatch(word):
        return Cell()
    if YES.fullmatch(word):
        return Cell("true")
    if NO.fullmatch(word):
        return Cell("false")
    return Cell() if says_nothing(text) else Cell(problem="bool_unknown")


def grade_cell(text: str) -> Cell:
    """Read a grade A to D with an optional tier; A+ is A1, A- is A3."""
    if says_nothing(text):
        return Cell()
    match = re.fullmatch(r"([A-D])\s?([1-4+\-]?)\s?[类级]?(?:客户|顾客)?", text.upper())
    if not match:
        return Cell(problem="grade_unknown")
    tier = {"+": "1", "-": "3"}.get(match[2], match[2])
    return Cell(match[1] + tier, repaired=match[2] in ("+", "-"))


def money_cell(text: str) -> Cell:
    """Read an amount in CNY, to the cent."""
    if says_nothing(text):
        return Cell()
    plain = re.sub(r"[¥￥,\s元]|人民币|RMB|CNY", "", text.upper())
    negative = re.fullmatch(r"\(([^-].*)\)", plain)
    match = re.fullmatch(r"(-?[0-9]{1,12}(?:\.[0-9]{0,9})?)(万?)", negative[1] if negative else plain)
    if not match:
        return Cell(problem="money_unreadable")
    amount = Decimal(match[1]) * (10_000 if match[2] else 1) * (-1 if negative else 1)
    amount = amount.quantize(Decimal("0.01"))
    if abs(amount) >= Decimal("1e12"):
        return Cell(problem="money_unreadable")
    return Cell(str(amount), repaired=bool(match[2] or negative))


def integer_cell(text: str) -> Cell:
    """Read a count, zero or more."""
    if says_nothing(text):
        return Cell()
    plain = re.sub(r"\.0+$", "", re.sub(r"[,\s]|[个次人位]$", "", text))
    return Cell(str(int(plain))) if re.fullmatch(r"[0-9]{1,9}", plain) else Cell(problem="integer_unreadable")


def number_cell(text: str) -> Cell:
    """Read a quantity, with or without its unit: 2, 1.5, 3台, 12.5㎡."""
    if says_nothing(text):
        return Cell()
    match = re.fullmatch(r"(-?[0-9]{1,12}(?:\.[0-9]{1,9})?)\s?[^\W\d]{0,3}", re.sub(r"[,\s]", "", text))
    if not match:
        return Cell(problem="number_unreadable")
    return Cell(str(Decimal(match[1]).quantize(Decimal("0.001"))))


def weight_cell(text: str) -> Cell:
    """Read how many usual days a day is worth: a quantity, zero or more."""
    cell = number_cell(text)
    return Cell(problem="weight_negative") if cell.value and Decimal(cell.value) < 0 else cell


def seconds_cell(text: str) -> Cell:
    """Read a duration: seconds, m:ss, h:mm:ss or 3分20秒.

    Excel takes a typed 3:20 for twenty past three and hands over 03:20:00: hours to the very minute are minutes.
    """
    if says_nothing(text):
        return Cell()
    for pattern in (CLOCK, *DURATIONS):
        if match := pattern.fullmatch(text):
            hours, minutes, seconds = (int(match.groupdict().get(part) or 0) for part in ("h", "m", "s"))
            if pattern is CLOCK and hours and not seconds:
                return Cell(str(hours * 60 + minutes), repaired=True)
            return Cell(str(hours * 3600 + minutes * 60 + seconds))
    return Cell(problem="seconds_unreadable")
