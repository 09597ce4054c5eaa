"""Read a text file: encoding, dialect, then in bulk if it is regular, else record by record."""

import codecs
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pyarrow as pa

from data.reading.bulk import read_in_bulk
from data.reading.delimiter import find_dialect, sample_of
from data.reading.dialect import Dialect, Shape
from data.reading.encoding import Decoded, decode
from data.reading.grid import fill_grid
from data.reading.header import MIN_KNOWN
from data.reading.mending import mend
from data.reading.quoting import is_wrapped, unwrap
from data.reading.records import Records

_SEPARATOR_LINE: Final = re.compile(rb'"?sep=(.|\xef\xbc[\x8c\x9b])"?[,;\t ]*(?:\r\n|\r|\n)', re.IGNORECASE)
_MANY: Final = 100_000  # bytes; below, to start an engine costs more than reading record by record
# Two cells may be a name and a surname in quotes.
_MIN_WRAPPED: Final = 3


@dataclass(frozen=True)
class TextReading:
    """A text file as read: how it was decoded and cut, its grid, the rows in which something was mended by reason."""

    decoded: Decoded
    delimiter: str
    grid: pa.Table
    mended: dict[str, tuple[int, ...]]


def read_text(
    content: bytes, name: str, known_header: Callable[[Sequence[str]], int], encoding: str | None
) -> TextReading:
    """Return the table of a text file; ``Refused`` if it can't be read."""
    decoded = decode(content, name, encoding)
    # A program that adds a mark to a file that has one leaves two.
    text, foreign, given = decoded.text.removeprefix(codecs.BOM_UTF8).rstrip(b"\0\x1a"), decoded.foreign, None
    if separator := _SEPARATOR_LINE.match(text):
        text, given = text[separator.end() :], separator[1].decode()
        foreign = frozenset(line - 1 for line in foreign)
    dialect, shape = find_dialect(text, known_header, given)
    marks = {"mixed_encoding": foreign} if foreign else {}
    if shape.widest == 1 and is_wrapped(sample_of(text)):
        unwrapped = unwrap(text.decode()).encode()
        inner, inside = find_dialect(unwrapped, known_header, given)
        if inside.width >= _MIN_WRAPPED or known_header(inside.header) >= MIN_KNOWN:
            marks["unwrapped"] = frozenset(range(1, text.count(b"\n") + 2))
            text, dialect, shape = unwrapped, inner, inside
    if len(text) >= _MANY and not marks and (bulk := read_in_bulk(text, dialect, shape)) is not None:
        grid, padded = bulk
        return TextReading(decoded, dialect.delimiter, grid, {"padded": padded} if padded else {})
    grid, mended = read_by_record(text, dialect, shape, name, marks)
    return TextReading(decoded, dialect.delimiter, grid, mended)


def read_by_record(
    text: bytes, dialect: Dialect, shape: Shape, name: str, marks: Mapping[str, frozenset[int]] | None = None
) -> tuple[pa.Table, dict[str, tuple[int, ...]]]:
    """Return the grid of any UTF-8 ``text``, and the rows in which something was mended.

    ``marks`` are lines that are mended already. Raises ``Refused`` where an open quote leaves nothing sensible.
    """
    whole, marks = text.decode(), dict(marks or {})
    if "\0" in whole:
        marks["zero_bytes"] = frozenset(
            number for number, line in enumerate(whole.split("\n"), start=1) if "\0" in line
        )
        whole = whole.replace("\0", "")
    records = Records(whole, dialect, name, shape.width, marks)
    grid = fill_grid(mend(records, dialect, shape), name)
    return grid, {reason: tuple(rows) for reason, rows in records.mended.items()}
