"""What separates and quotes the cells of a text file, and how wide its records are."""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from data.reading.dialect import COLUMNS_OF_SPACES, SPACES, Dialect, Shape
from data.reading.grid import MAX_COLUMNS
from data.reading.header import MIN_KNOWN, most_known
from data.reading.quoting import find_quote, is_escaped
from data.reading.records import Records

_CANDIDATES: Final = (",", "\t", ";", "|")
# Characters that text is full of: asked only where none of the others fits.
_LAST_RESORTS: Final = ("，", "；", "、", "~", "^", COLUMNS_OF_SPACES, SPACES)
_FITS: Final = 0.6
_FITS_WELL: Final = 0.7
_MIN_WIDTH: Final = 3
_SAMPLE_BYTES: Final = 131_072
_SAMPLE_RECORDS: Final = 200
_NOTE: Final = re.compile(r"备注|说明|内容|描述|反馈|note|remark|comment|memo", re.IGNORECASE)

KnownHeader = Callable[[Sequence[str]], int]


def find_dialect(text: bytes, known_header: KnownHeader, given: str | None = None) -> tuple[Dialect, Shape]:
    """Return how the UTF-8 ``text`` marks its cells, and the shape of its records. ``given`` is its delimiter if known.

    A header that is known under one delimiter decides; else the delimiter that cuts
    the records most evenly into the most fields. A comma when nothing cuts.
    """
    sample = sample_of(text)
    best = Dialect(given or _delimiter(sample, known_header))
    quote = find_quote(sample, best.separator)
    # A single byte is looked for ten times as fast as two.
    may_escape = not best.aligned and b"\\" in text and b"\\" + quote.encode() in text
    escaped = may_escape and is_escaped(text.decode(), best.separator, quote)
    dialect = Dialect(best.delimiter, quote, escaped)
    return dialect, _shape(_records(sample, dialect), known_header)


def sample_of(text: bytes) -> str:
    """Return the beginning of the UTF-8 ``text``, its last line whole."""
    sample = text[:_SAMPLE_BYTES].decode(errors="ignore").replace("\0", "")
    return sample if len(text) <= _SAMPLE_BYTES else sample[: sample.rfind("\n") + 1] or sample


def is_note(header: str) -> bool:
    """Whether a column of that name holds sentences."""
    return _NOTE.search(header) is not None


@dataclass(frozen=True, order=True)
class _Fitness:
    """How well a delimiter fits: headers known under it, how evenly it cuts, the share and width of most records."""

    known: int
    evenness: float
    share: float
    width: int


def _delimiter(sample: str, known_header: KnownHeader) -> str:
    found = {candidate: _fitness(sample, candidate, known_header) for candidate in _CANDIDATES}
    best = max(found, key=lambda candidate: found[candidate])
    if found[best].known or (found[best].evenness and found[best].share >= _FITS):
        return best
    found |= {candidate: _fitness(sample, candidate, known_header) for candidate in _LAST_RESORTS}
    resort = max(_LAST_RESORTS, key=lambda candidate: found[candidate])
    fits = found[resort].share >= max(_FITS_WELL, found[best].share) and found[resort].width >= _MIN_WIDTH
    return resort if found[resort].known or fits else best


def _fitness(sample: str, delimiter: str, known_header: KnownHeader) -> _Fitness:
    quote = find_quote(sample, Dialect(delimiter).separator)
    records = _records(sample, Dialect(delimiter, quote))
    widths = Counter(len(record) for record in records if len(record) > 1)
    if not widths:
        return _Fitness(0, 0.0, 0.0, 1)
    known = most_known(records, known_header)[1]
    width, times = max(widths.items(), key=lambda item: (item[1], item[0]))
    if Dialect(delimiter).aligned:  # what is beyond the last column belongs to it
        times = sum(many for cells, many in widths.items() if cells >= width)
    share = times / len(records)
    return _Fitness(known if known >= MIN_KNOWN else 0, share * math.log2(width), share, width)


def _records(sample: str, dialect: Dialect) -> list[list[str]]:
    records = islice(Records(sample, dialect, ""), _SAMPLE_RECORDS)
    return [record[: MAX_COLUMNS + 1] for record in records if any(record)]


def _shape(records: list[list[str]], known_header: KnownHeader) -> Shape:
    if not records:
        return Shape(0, 0)
    position, known = most_known(records, known_header)
    widths = Counter(map(len, records))
    header: Sequence[str] = ()
    if known >= MIN_KNOWN:
        header = records[position]
        width = filled(header)
    else:
        width = max(widths, key=lambda candidate: (widths[candidate], candidate))
        first = next(record for record in records if len(record) == width)
        header = first if is_note(first[-1]) else ()
    wider = sum(filled(record) > width for record in records)
    spills = len(header) == width and 2 * wider < len(records)
    return Shape(width, max(widths), tuple(header[:width]), spills)


def filled(record: Sequence[str]) -> int:
    """Return the width of ``record`` without the empty cells at its end."""
    return max((position for position, cell in enumerate(record, start=1) if cell.strip()), default=0)
