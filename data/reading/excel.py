"""The child process that reads one workbook: ``python -m data.reading.excel FOLDER``.

It reads ``FOLDER/workbook`` (``workbook.ods``), whose name stands in ``FOLDER/name``, and leaves one Arrow stream
per sheet, or ``refused.json``. ``FOLDER/sheet`` names the sheet being read, for when a limit ends the process.
"""

import contextlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyarrow as pa
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from data.reading.cells import cell_text
from data.reading.grid import MAX_CELLS, fill_grid
from data.refusal import Refused

if sys.platform != "win32":
    import resource

_MEMORY: Final = 3 * 1024**3
_CELL_LIMIT: Final = "Cell limit exceeded"  # how calamine words its own limit for ods
_OUT_OF_MEMORY: Final = 3
# Beyond the patience of the parent: ends the child also when the parent is gone.
_CPU_SECONDS: Final = 70


def convert(folder: Path, name: str) -> None:
    """Write every sheet of ``folder``/workbook that isn't empty as ``folder``/N.arrow, or raise ``Refused``."""
    try:
        with CalamineWorkbook.from_path(str(next(folder.glob("workbook*")))) as workbook:
            for number, sheet in enumerate(workbook.sheets_metadata):
                if sheet.typ is not SheetTypeEnum.WorkSheet:
                    continue
                Path(folder, "sheet").write_text(sheet.name, encoding="utf-8")
                source = workbook.get_sheet_by_index(number)
                grid = fill_grid(_rows(source, name), f"{name} [{sheet.name}]")
                if grid.num_rows:
                    _write(grid.replace_schema_metadata(_marks(source, sheet)), Path(folder, f"{number:04}.arrow"))
    except PasswordError as error:
        raise Refused("reading.password", name=name) from error
    except CalamineError as error:
        reason = "too_many_cells" if _CELL_LIMIT in str(error) else "damaged"
        raise Refused(f"reading.{reason}", name=name, sheet="?", limit=MAX_CELLS) from error


def _rows(sheet: CalamineSheet, name: str) -> Iterator[list[str | None]]:
    if sheet.height * sheet.width > MAX_CELLS:
        raise Refused("reading.too_many_cells", name=name, sheet=sheet.name, limit=MAX_CELLS)
    for row in sheet.iter_rows():
        yield [cell if isinstance(cell, str) else cell_text(cell) for cell in row]


def _marks(source: CalamineSheet, sheet: SheetMetadata) -> dict[str, str]:
    """Return what ``data.reading.marks`` holds of a sheet, and its name. Calamine counts rows and columns from 0."""
    left = source.start[1] if source.start else 0
    merged = [
        (top + 1, first - left, bottom + 1, last - left)
        for (top, first), (bottom, last) in source.merged_cell_ranges or ()
        if first >= left
    ]
    hidden = sheet.visible is not SheetVisibleEnum.Visible
    return {"sheet": sheet.name, "merged": json.dumps(sorted(merged)), "left": str(left), "hidden": str(int(hidden))}


def _write(grid: pa.Table, file: Path) -> None:
    with pa.OSFile(str(file), "wb") as sink, pa.ipc.new_stream(sink, grid.schema) as stream:
        stream.write_table(grid)


def _limit() -> None:
    # Windows has no such limits; there the parent's timeout and the check of the cell count remain.
    if sys.platform != "win32":
        limits = {resource.RLIMIT_CORE: 0, resource.RLIMIT_CPU: _CPU_SECONDS, resource.RLIMIT_AS: _MEMORY}
        for kind, most in limits.items():
            # Refused where a lower limit already stands.
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(kind, (most, most))


def main(folder: Path) -> None:
    """Convert the workbook in ``folder``; a refusal is left there as ``refused.json``."""
    name = Path(folder, "name").read_text(encoding="utf-8")
    try:
        convert(folder, name)
    except Refused as refused:
        answer = json.dumps({"reason": refused.reason, "details": refused.details})
        Path(folder, "refused.json").write_text(answer, encoding="utf-8")
    except MemoryError:
        sys.exit(_OUT_OF_MEMORY)


if __name__ == "__main__":
    _limit()
    main(Path(sys.argv[1]))
