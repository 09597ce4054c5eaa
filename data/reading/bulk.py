"""Read a regular text file in bulk with DuckDB: no Python per row.

Only files on which DuckDB and Python's csv can't disagree are read here; the number of records is
counted beforehand and must come out. ``None`` sends any other file to be read record by record.
"""

import tempfile
from pathlib import Path
from typing import Final

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.reading.dialect import Dialect, Shape
from data.reading.grid import MAX_COLUMNS, cell_names, number_rows

_QUOTE: Final = b'"'
_MEMORY: Final = "1GB"
# Of a single column a blank line can't be told from an empty cell.
_MIN_COLUMNS: Final = 2


def read_in_bulk(text: bytes, dialect: Dialect, shape: Shape) -> tuple[pa.Table, tuple[int, ...]] | None:
    """Return the grid of the UTF-8 ``text`` and the rows that lack cells at their end, or None if it isn't regular."""
    text = text.rstrip(b"\r\n")
    line_end = _line_end(text)
    width, delimiter = shape.widest, dialect.delimiter
    if not _MIN_COLUMNS <= width <= MAX_COLUMNS or line_end is None or b"\0" in text or text.startswith((b"\n", b"\r")):
        return None
    quoted = _QUOTE in text
    if dialect.aligned or not delimiter.isascii() or (quoted and dialect.escaped) or dialect.quote != _QUOTE.decode():
        return None
    records = text.count(b"\n") + 1
    inside = _newlines_inside_quotes(np.frombuffer(text, np.uint8), ord(delimiter)) if quoted else 0
    if inside is None:
        return None
    try:
        # The parallel reader guesses wrong where a quoted cell spans lines.
        cells = _read(text, delimiter, width, line_end, quoted=quoted, parallel=inside == 0)
    except duckdb.Error:
        return None
    if cells.num_rows != records - inside or (inside and _may_swallow(cells)) or _spills(cells, shape.width):
        return None
    short = _short(text, cells, delimiter, shape, quoted=quoted)
    return None if short is None else (number_rows(cells), short)


def _may_swallow(cells: pa.Table) -> bool:
    """Whether a cell of several lines has a digit at the beginning of one of them, as a record might."""
    return any(pc.any(pc.match_substring_regex(column, r"[\r\n]\s*[^\s\d]?\d")).as_py() for column in cells.columns)


def _spills(cells: pa.Table, width: int) -> bool:
    """Whether a record has anything beyond the ``width`` that is expected."""
    return any(column.null_count < cells.num_rows for column in cells.columns[width:])


def _short(text: bytes, cells: pa.Table, delimiter: str, shape: Shape, *, quoted: bool) -> tuple[int, ...] | None:
    """Return the numbers of the records with fewer cells than expected, None if that takes more than counting."""
    delimiters = text.count(delimiter.encode())
    if quoted:
        delimiters -= sum(pc.sum(pc.count_substring(column, delimiter)).as_py() or 0 for column in cells.columns)
    if shape.widest == shape.width and delimiters == cells.num_rows * (shape.width - 1):
        return ()
    if quoted:
        return None
    bytes_ = np.frombuffer(text, np.uint8)
    ends = np.append(np.flatnonzero(bytes_ == ord("\n")), bytes_.size)
    counts = np.diff(np.searchsorted(np.flatnonzero(bytes_ == ord(delimiter)), ends), prepend=0)
    rows = np.flatnonzero(counts < shape.width - 1)
    return tuple((rows[_says_anything(cells.take(rows))] + 1).tolist())


def _says_anything(cells: pa.Table) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Return for each row whether any cell of it is written: a row of nothing lacks nothing."""
    written = [pc.fill_null(pc.not_equal(column, ""), fill_value=False).to_numpy() for column in cells.columns]
    found: np.ndarray[tuple[int], np.dtype[np.bool_]] = np.any(written, axis=0)
    return found


def _line_end(text: bytes) -> str | None:
    """Return how every line ends, None if they differ, end in CR alone or one of them is blank."""
    returns = text.count(b"\r")
    if returns == 0:
        return None if b"\n\n" in text else r"\n"
    if returns != text.count(b"\r\n") or returns != text.count(b"\n") or b"\r\n\r\n" in text:
        return None
    return r"\r\n"


def _newlines_inside_quotes(text: "np.ndarray[tuple[int], np.dtype[np.uint8]]", delimiter: int) -> int | None:
    """Return how many line feeds stand inside quotes, None if a quote stands where a regular file has none.

    A regular quote opens after a delimiter or line end and closes before one; inside it is doubled,
    which reads as closing and opening again.
    """
    quotes = np.flatnonzero(text == ord(_QUOTE))
    if quotes.size % 2:
        return None
    around = np.array([delimiter, ord("\n"), ord("\r"), ord(_QUOTE)], np.uint8)
    opening, closing = quotes[0::2], quotes[1::2]
    before = text[opening[opening > 0] - 1]
    after = text[closing[closing < text.size - 1] + 1]
    if not (np.isin(before, around).all() and np.isin(after, around).all()):
        return None
    return int((np.searchsorted(quotes, np.flatnonzero(text == ord("\n"))) % 2).sum())


def _read(text: bytes, delimiter: str, width: int, line_end: str, *, quoted: bool, parallel: bool) -> pa.Table:
    quote = _QUOTE.decode() if quoted else ""
    columns = ", ".join(f"{name}: 'varchar'" for name in cell_names(width))
    query = f"""
        from read_csv(
            $path, auto_detect = false, header = false, columns = {{{columns}}}, null_padding = true,
            delim = $delimiter, quote = '{quote}', escape = '{quote}', new_line = '{line_end}', parallel = {parallel}
        )
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "text.csv")
        file.write_bytes(text)
        with _connect(file) as connection:
            return connection.sql(query, params={"path": str(file), "delimiter": delimiter}).to_arrow_table()


def _connect(file: Path) -> duckdb.DuckDBPyConnection:
    """Return a connection of its own that can read ``file`` and nothing else."""
    connection = duckdb.connect(config={"memory_limit": _MEMORY, "python_enable_replacements": False})
    allowed = str(file).replace("'", "''")
    for setting in (
        "autoinstall_known_extensions = false",
        "autoload_known_extensions = false",
        "temp_directory = ''",
        f"allowed_paths = ['{allowed}']",
        "enable_external_access = false",
        "lock_configuration = true",
    ):
        connection.execute(f"set {setting}")
    return connection
