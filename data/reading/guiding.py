"""Rows that only help who fills the form in: an example, column numbers, units, numbered rows left unfilled."""

import re
from collections.abc import Sequence
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from data.reading.grouping import is_figure
from data.reading.naming import Cells

_SEARCHED: Final = 3
_EXAMPLE: Final = re.compile(r"[（(【\[]?\s*(示例|样例|范例|举例|例)\s*\d{0,2}[)）】\]]?\s*[:：]?")
_EXAMPLE_START: Final = re.compile(r"[（(【\[]?\s*(示例|样例|范例|举例|例如?)\s*[)）】\]:：]")
_UNIT: Final = re.compile(
    r"[（(]?\s*(元|万元|人|个|位|次|秒|分钟?|小时|天|单|件|条|岁|%|％|[年yY]{1,4}[-/.月mM]{0,4}[-/.日dD]{0,4}|"
    r"(单位\s*[:：]\s*)?(元|万元|秒|分钟|次|人)|是\s*[/／]\s*否|必填|选填|文本|数字|日期)\s*[)）]?"
)
_ROW_NUMBER: Final = re.compile(r"\s*(序\s*号?|行号|No\.?|№|#)\s*", re.IGNORECASE)
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_MIN_NUMBERED: Final = 3


def find_guides(rows: Sequence[Cells]) -> dict[str, list[int]]:
    """Return the positions of such rows among the first below a known header, by reason."""
    found: dict[str, list[int]] = {"example": [], "numbering": [], "units": []}
    for position, row in enumerate(rows[:_SEARCHED]):
        filled = [cell.strip() for cell in row if cell]
        if any(_EXAMPLE.fullmatch(cell) for cell in filled) or _EXAMPLE_START.match(filled[0]):
            found["example"].append(position)
        elif _is_numbering(filled):
            found["numbering"].append(position)
        elif all(_UNIT.fullmatch(cell) for cell in filled):
            found["units"].append(position)
        else:
            break
    return found


def find_unfilled(cells: pa.Table, header: Cells) -> list[int]:
    """Return the positions of rows in which nothing but the number of the row was ever filled in."""
    position = next((p for p, cell in enumerate(header) if cell and _ROW_NUMBER.fullmatch(cell)), None)
    if position is None or cells.num_columns == 1:
        return []
    others = pc.coalesce(*(column for p, column in enumerate(cells.columns) if p != position))
    alone = pc.indices_nonzero(pc.is_null(others)).to_pylist()
    return [row for row in alone if is_figure(cells.column(position)[row].as_py())]


def _is_numbering(cells: Sequence[str]) -> bool:
    if len(cells) < _MIN_NUMBERED:
        return False
    plain = [
        str(_CIRCLED.index(cell) + 1) if len(cell) == 1 and cell in _CIRCLED else cell.strip("()（）") for cell in cells
    ]
    return plain == [str(number) for number in range(1, len(cells) + 1)]
