"""Cells merged downwards among the data: written once, meant for every row."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from data.reading.footing import is_amount
from data.reading.marks import Merge


def fill_merged(body: pa.Table, header: Sequence[str | None], merged: Sequence[Merge]) -> tuple[pa.Table, list[int]]:
    """Return ``body`` with what stands in merged cells also in the rows below the first, and the rows it changed.

    Columns without a header are left as they are where others have one, and so are amounts: one amount for three
    rows is not three.
    """
    wanted: dict[str, list[Merge]] = {}
    for merge in merged if body.num_rows else ():
        if merge.bottom > merge.top and merge.left < body.num_columns - 1 and (header[merge.left] or not any(header)):
            wanted.setdefault(body.column_names[merge.left], []).append(merge)
    numbers = body["row_no"].to_numpy() if wanted else np.array([], np.int32)
    changed: set[int] = set()
    for name, merges in wanted.items():
        cells = body[name].to_pylist()
        for merge in merges:
            first, last = np.searchsorted(numbers, [merge.top, merge.bottom + 1])
            value = cells[first] if first < last and numbers[first] == merge.top else None
            if value is None or is_amount(value):
                continue
            for position in range(first + 1, last):
                cells[position] = value
                changed.add(int(numbers[position]))
        body = body.set_column(body.column_names.index(name), name, pa.array(cells, pa.string()))
    return body, sorted(changed)
