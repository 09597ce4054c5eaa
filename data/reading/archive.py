"""The look into a zip before anything unpacks it: a workbook, and one that stays within bounds."""

import io
import zipfile
from typing import Final

from data.refusal import Refused

MAX_ENTRIES: Final = 5_000
MAX_UNPACKED: Final = 1024 * 1024 * 1024
# Sheets of repeated words pack to 1 %; only what unpacks to much *and* packs better than that is a bomb.
MAX_RATIO: Final = 150
_HARMLESS: Final = 100 * 1024 * 1024

_OTHERS: Final = (("word/", "Word"), ("ppt/", "PowerPoint"), ("Index/", "Numbers"), ("Index.zip", "Numbers"))


def check_archive(content: bytes, name: str) -> None:
    """Raise ``Refused`` unless the zip ``content`` is a workbook that unpacks to a bearable size."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            names = [entry.filename for entry in entries]
            is_ods = "mimetype" in names and b"opendocument.spreadsheet" in archive.open("mimetype").read(100)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
        raise Refused("reading.damaged", name=name) from error
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED:
        raise Refused("reading.unpacks_too_large", name=name)
    if unpacked > _HARMLESS and unpacked > packed * MAX_RATIO:
        raise Refused("reading.unpacks_too_large", name=name)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("reading.password", name=name)
    if is_ods or any(entry.startswith("xl/") for entry in names):
        return
    for start, what in _OTHERS:
        if any(entry.startswith(start) for entry in names):
            raise Refused("reading.other_format", name=name, what=what)
    raise Refused("reading.other_format", name=name, what="ZIP")
