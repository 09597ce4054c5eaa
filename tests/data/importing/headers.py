"""Tables that are a header and one row, and which log and columns they are taken for."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from data.importing.contents import Known
from data.importing.correcting import Correction
from data.importing.recognising import Recognised, recognise
from data.reading import Table
from data.refusal import Refused


def recognised(
    *header: str, kind: str | None = None, hints: Sequence[str] = (), filled: Sequence[bool] | None = None
) -> Recognised:
    """Return what a header is taken for; ``filled`` says which of its columns hold something, else all do."""
    cells = [["x" if full else None] for full in filled or [True] * len(header)]
    names = [f"c{place}" for place in range(len(header))]
    rows = pa.table([*(pa.array(cell, "string") for cell in cells), pa.array([2], "int32")], names=[*names, "row_no"])
    return recognise(Table("", header, 1, (), rows, {}), hints, Correction(kind), Known(), date(2026, 11, 21))


def columns(*header: str, **said: Any) -> Mapping[str, int]:
    """Return the place of every column, or raise what the table is refused for."""
    found = recognised(*header, **said)
    if found.problem:
        raise found.problem
    return found.columns


def refused(*header: str, **said: Any) -> Refused:
    """Return what a header is refused for, in complete sentences."""
    with pytest.raises(Refused) as caught:
        columns(*header, **said)
    assert "{" not in caught.value.sentence("zh") + caught.value.sentence("en")
    return caught.value
