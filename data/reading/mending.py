"""Records with a cell too few or too many, put right where it is plain what happened."""

import re
from collections.abc import Iterator
from typing import Final

from data.reading.delimiter import filled, is_note
from data.reading.dialect import Dialect, Shape
from data.reading.records import Records

_MONEY: Final = re.compile(r"金额|价|款|业绩|成本|费|收入|实付|定金|amount|price|cost|revenue|total", re.IGNORECASE)
_THOUSANDS: Final = re.compile(r" *(?P<mark>[¥￥$€])? *-?\d{1,3}(,\d{3})+(?P<cents>\.\d{1,2})? *元?")
_MAX_GROUPS: Final = 4
_DATE: Final = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4}")
_TIME: Final = re.compile(r"\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?")


def mend(records: Records, dialect: Dialect, shape: Shape) -> Iterator[list[str]]:
    """Yield each record as wide as ``shape`` says, noting in ``records`` what was done; or as it stands."""
    for row, record in enumerate(records, start=1):
        if len(record) < shape.width and any(record):
            records.note("padded", row)
        if len(record) <= shape.width or not shape.width:
            yield record
            continue
        trimmed = record[: max(shape.width, filled(record))]
        joined = _join(trimmed, dialect, shape) if len(trimmed) > shape.width else None
        if joined is not None:
            records.note("joined", row)
        yield joined or trimmed


def _join(record: list[str], dialect: Dialect, shape: Shape) -> list[str] | None:
    """Return ``record`` with the cells joined that are one, None where it isn't plain which."""
    surplus = len(record) - shape.width
    if dialect.aligned:
        return _join_date_and_time(record, surplus) or _join_last(record, " ", shape.width)
    if (
        dialect.delimiter == ","
        and surplus <= _MAX_GROUPS
        and (joined := _join_number(record, surplus, shape)) is not None
    ):
        return joined
    noted = bool(shape.header) and is_note(shape.header[-1]) and bool(record[shape.width].strip())
    return _join_last(record, dialect.delimiter, shape.width) if noted and shape.spills else None


def _join_last(record: list[str], delimiter: str, width: int) -> list[str]:
    return [*record[: width - 1], delimiter.join(record[width - 1 :])]


def _join_number(record: list[str], surplus: int, shape: Shape) -> list[str] | None:
    """Join the one number whose thousands separators cut it, if its header or its own form says that it is money."""
    found = []
    for start in range(shape.width):
        number = _THOUSANDS.fullmatch(",".join(record[start : start + surplus + 1]))
        if number is not None:
            header = shape.header[start] if shape.header else ""
            found.append((start, number[0], bool(number["mark"] or number["cents"] or _MONEY.search(header))))
    if len(found) > 1:
        found = [candidate for candidate in found if candidate[2]]
    if len(found) != 1 or not found[0][2]:
        return None
    start, text, _ = found[0]
    return [*record[:start], text, *record[start + surplus + 1 :]]


def _join_date_and_time(record: list[str], surplus: int) -> list[str] | None:
    joined: list[str] = []
    for cell in record:
        if joined and _TIME.fullmatch(cell) and _DATE.fullmatch(joined[-1]):
            joined[-1] += f" {cell}"
        else:
            joined.append(cell)
    return joined if len(joined) == len(record) - surplus else None
