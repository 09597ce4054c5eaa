"""What every test of the reader needs: the headers of the logs, and reading with them."""

from collections.abc import Callable, Sequence

import pytest

from data.logs import LOGS
from data.reading import Reading, Table, read
from data.refusal import Refused

_HEADERS = {
    spelling for log in LOGS.values() for column in log.columns for spelling in (column.header, *column.aliases)
}


def _known_header(cells: Sequence[str]) -> int:
    return sum(cell.strip() in _HEADERS for cell in cells)


@pytest.fixture(scope="session")
def known_header() -> Callable[[Sequence[str]], int]:
    """How many of the cells are headers of some log."""
    return _known_header


@pytest.fixture(scope="session")
def read_file() -> Callable[..., Reading]:
    """Read bytes as a file called 记录.csv."""

    def reading(content: bytes, name: str = "记录.csv", *, encoding: str | None = None) -> Reading:
        return read(content, name, _known_header, encoding=encoding)

    return reading


@pytest.fixture(scope="session")
def read_table(read_file: Callable[..., Reading]) -> Callable[..., Table]:
    """Read text (as UTF-8) or bytes that hold one table."""

    def table(content: str | bytes) -> Table:
        (only,) = read_file(content.encode() if isinstance(content, str) else content).tables
        return only

    return table


@pytest.fixture(scope="session")
def refusal(read_file: Callable[..., Reading]) -> Callable[..., Refused]:
    """Read bytes that must be refused, check both sentences, return the refusal."""

    def refused(content: bytes, name: str = "记录.csv", *, encoding: str | None = None) -> Refused:
        with pytest.raises(Refused) as caught:
            read_file(content, name, encoding=encoding)
        for language in ("zh", "en"):
            assert name in caught.value.sentence(language)
        return caught.value

    return refused


@pytest.fixture(scope="session")
def cells() -> Callable[[Table], list[tuple[str | None, ...]]]:
    """The cells of a table, row by row, without the row numbers."""

    def rows(table: Table) -> list[tuple[str | None, ...]]:
        return [tuple(row.values()) for row in table.rows.drop_columns("row_no").to_pylist()]

    return rows
