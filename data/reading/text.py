"""Read a text file: encoding, delimiter, then in bulk if it is regular, else record by record."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence

import pyarrow as pa

from data.reading.bulk import read_in_bulk
from data.reading.delimiter import find_delimiter
from data.reading.encoding import to_utf8
from data.reading.grid import fill_grid
from data.refusal import Refused


def read_text(
    content: bytes, name: str, known_header: Callable[[Sequence[str]], int], encoding: str | None
) -> tuple[str, str, pa.Table]:
    """Return the encoding, the delimiter and the grid of a text file; ``Refused`` if it can't be read."""
    found, text = to_utf8(content, name, encoding)
    delimiter, width = find_delimiter(text, known_header)
    grid = read_in_bulk(text, delimiter, width)
    if grid is None:
        grid = read_by_record(text, delimiter, name)
    return found, delimiter, grid


def read_by_record(text: bytes, delimiter: str, name: str) -> pa.Table:
    """Return the grid of any UTF-8 ``text``; ``Refused`` where a quotation mark swallows the lines below it."""
    return fill_grid(_records(text, delimiter, name), name)


def _records(text: bytes, delimiter: str, name: str) -> Iterator[list[str]]:
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in io.TextIOWrapper(io.BytesIO(text), encoding="utf-8", newline=""):
            taken.append(line)
            yield line

    row = 1
    try:
        for record in csv.reader(lines(), delimiter=delimiter):
            if len(taken) > 1:
                _check_quotes(taken, delimiter)
            taken.clear()
            yield record
            row += 1
    except csv.Error as error:
        raise Refused("reading.open_quote", name=name, row=row) from error


def _check_quotes(lines: list[str], delimiter: str) -> None:
    """Raise ``csv.Error`` unless the quotes of a record that spans ``lines`` open and close as they should."""
    for _ in csv.reader(lines, delimiter=delimiter, strict=True):
        pass
