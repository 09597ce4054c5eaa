"""How different hands write the same form: headers, words, dates, phones and the kind of file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from data.demo.rows import Cell
from data.logs import Column

_DATES: Final[dict[str, Callable[[date], Cell]]] = {
    "dashes": lambda day: f"{day:%Y-%m-%d %H:%M}" if isinstance(day, datetime) else f"{day:%Y-%m-%d}",
    "slashes": lambda day: f"{day.year}/{day.month}/{day.day}" + (f" {day:%H:%M}" if isinstance(day, datetime) else ""),
    "month and day": lambda day: f"{day.month}月{day.day}日",
    "digits": lambda day: f"{day:%Y%m%d}",
    "cells": lambda day: day,
}
_PHONES: Final[dict[str, Callable[[str], Cell]]] = {
    "plain": lambda digits: digits,
    "spaces": lambda digits: f"{digits[:3]} {digits[3:7]} {digits[7:]}",
    "dashes": lambda digits: f"{digits[:3]}-{digits[3:7]}-{digits[7:]}",
    "country": lambda digits: f"+86 {digits}",
    "numbers": int,
}
_GRADES: Final[dict[str, Callable[[str], Cell]]] = {
    "letter": lambda grade: grade[0],
    "class": lambda grade: f"{grade[0]}类",
    "tier": lambda grade: grade,
}
_SECONDS: Final[dict[str, Callable[[int], Cell]]] = {
    "seconds": lambda seconds: seconds,
    "clock": lambda seconds: f"{seconds // 60}:{seconds % 60:02d}",
    "words": lambda seconds: f"{seconds // 60}分{seconds % 60}秒",
}


@dataclass(frozen=True)
class Dialect:
    """One way to write a form.

    ``encoding`` and ``delimiter`` count for text only. ``spelling`` picks the headers among those the log's
    description lists: 0 the first, 1 the second, and so on; odd spellings take the second word for a choice.
    ``form`` adds a title row and a totals row; ``hints`` marks headers the way templates do;
    ``sheet_per_store`` leaves the store out of the rows and names the sheet after it.
    """

    container: Literal["csv", "xlsx"]
    encoding: str = "utf-8"
    delimiter: str = ","
    dates: str = "dashes"
    phones: str = "plain"
    grades: str = "letter"
    seconds: str = "seconds"
    yes_no: tuple[str, str] = ("否", "是")
    spelling: int = 0
    form: bool = False
    hints: bool = False
    sheet_per_store: bool = False

    def header(self, column: Column) -> str:
        """Return what this hand writes above ``column``."""
        name = _pick((column.header, *column.aliases), self.spelling)
        if not self.hints:
            return name
        return f"{name}(必填)" if column.required else f"{name}\n（选填）"

    def cells(self, column: Column, values: list[Cell]) -> list[Cell]:
        """Return the values of one column as this hand writes them."""
        write = self._writer(column)
        return [None if value is None else write(value) for value in values]

    def _writer(self, column: Column) -> Callable[..., Cell]:
        words = {stored: _pick(spellings, self.spelling % 2) for stored, spellings in column.choices.items()}
        writers: dict[str, Callable[..., Cell]] = {
            "date": _DATES[self.dates],
            "phone": _PHONES[self.phones],
            "grade": _GRADES[self.grades],
            "seconds": _SECONDS[self.seconds],
            "bool": self.yes_no.__getitem__,
            "choice": words.__getitem__,
        }
        return writers.get(column.type, lambda value: value)


FORM: Final = Dialect("csv", encoding="gbk", dates="slashes", yes_no=("×", "√"), seconds="words", form=True)
BOM: Final = Dialect("csv", encoding="utf-8-sig", phones="spaces", spelling=1, seconds="clock")
SEMICOLONS: Final = Dialect(
    "csv", delimiter=";", dates="month and day", phones="dashes", grades="tier", yes_no=("N", "Y"), spelling=2
)
WORKBOOK: Final = Dialect("xlsx", dates="cells", phones="numbers", form=True, hints=True)
SHEETS: Final = Dialect(
    "xlsx", dates="digits", phones="country", grades="class", yes_no=("无", "有"), spelling=3, sheet_per_store=True
)


def _pick(words: tuple[str, ...], spelling: int) -> str:
    return words[min(spelling, len(words) - 1)]
