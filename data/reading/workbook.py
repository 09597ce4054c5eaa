"""Read a workbook in a child process, so that a hostile or broken one can't take the server with it."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

import pyarrow as pa

from data.disk import no_room
from data.reading.grid import MAX_CELLS
from data.reading.marks import Marks, Merge
from data.refusal import Refused

_ROOT: Final = Path(__file__).parents[2]
_TIMEOUT: Final = 60.0
_ODS: Final = b"opendocument.spreadsheet"
_FIRST_ENTRY: Final = 200  # an ods begins with its type, unpacked
# What Python ends with after an exception nobody caught; a limit that is hit ends it otherwise, mostly by a signal.
_UNFORESEEN: Final = 1


def read_sheets(content: bytes, name: str) -> list[tuple[str, pa.Table, Marks]]:
    """Return name, grid and marks of every sheet that isn't empty, in the workbook's order.

    Raises ``Refused`` when the workbook is locked, damaged, or asks for more memory or time than any log needs.
    """
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        # Calamine tells why it can't read an ods only when the file's name says that it is one.
        suffix = ".ods" if _ODS in content[:_FIRST_ENTRY] else ""
        Path(folder, f"workbook{suffix}").write_bytes(content)
        Path(folder, "name").write_text(name, encoding="utf-8", errors="replace")
        command = [sys.executable, "-m", "data.reading.excel", place]
        try:
            ended = subprocess.run(  # noqa: S603 - the command is our own
                command, cwd=_ROOT, timeout=_TIMEOUT, capture_output=True, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise Refused("reading.too_slow", name=name, seconds=round(_TIMEOUT)) from error
        if Path(folder, "refused.json").exists():
            refused = json.loads(Path(folder, "refused.json").read_text(encoding="utf-8"))
            raise Refused(refused["reason"], **refused["details"])
        if ended.returncode == _UNFORESEEN:
            said = RuntimeError(ended.stderr.decode(errors="replace"))
            if no_room(str(said)):
                raise Refused("store.disk_full", folder=folder.parent) from said
            raise Refused("reading.damaged", name=name) from said
        if ended.returncode != 0:
            raise Refused("reading.too_many_cells", name=name, sheet=_sheet_at_work(folder), limit=MAX_CELLS)
        return [_sheet(file) for file in sorted(folder.glob("*.arrow"))]


def _sheet_at_work(folder: Path) -> str:
    """Return the sheet the child was reading when it ended, "?" if it did not get that far."""
    file = Path(folder, "sheet")
    return file.read_text(encoding="utf-8") if file.exists() else "?"


def _sheet(file: Path) -> tuple[str, pa.Table, Marks]:
    with pa.OSFile(str(file)) as source:
        grid = pa.ipc.open_stream(source).read_all()
    said = {key.decode(): value.decode() for key, value in grid.schema.metadata.items()}
    merged = tuple(Merge(*cells) for cells in json.loads(said["merged"]))
    return said["sheet"], grid, Marks(merged, int(said["left"]), said["hidden"] == "1")
