"""A broken file and what a careful person reads in it."""

from dataclasses import dataclass
from typing import Final

from data.reading import Reading

HEADER: Final = "日期,门店,导购,客户姓名,电话,备注\n"
ROWS: Final = "2026-11-21,旗舰店,周丽,李女士,13800138001,下周再来\n2026-11-22,旗舰店,王芳,陈先生,13900139002,嫌贵\n"
SOUND: Final = HEADER + ROWS


@dataclass(frozen=True)
class Broken:
    """``content`` as bytes, or as text in UTF-8, with what it must be read as, or the ``reason`` it is refused for.

    ``tables``: header and rows with commas between the cells, an empty line between two tables, ⏎ for a line feed in
    a cell and ， for a comma.
    """

    content: bytes | str
    tables: str = SOUND
    reason: str = ""

    @property
    def bytes(self) -> bytes:
        """The file."""
        return self.content.encode() if isinstance(self.content, str) else self.content


def written(reading: Reading) -> str:
    """Return the tables of ``reading`` as ``Broken.tables`` has them."""
    tables = []
    for table in reading.tables:
        rows = [table.header, *(tuple(row.values())[:-1] for row in table.rows.to_pylist())]
        tables.append("".join(",".join(map(_cell, row)) + "\n" for row in rows))
    return "\n".join(tables)


def _cell(cell: str | None) -> str:
    return (cell or "").strip().replace("\n", "⏎").replace(",", "，")
