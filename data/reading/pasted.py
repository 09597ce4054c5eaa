"""Two exports pasted into one file: some lines UTF-8, the others GB18030."""

import codecs
import re
from collections.abc import Iterator
from typing import Final

_WINDOWS: Final = 32
_WINDOW: Final = 4096
# Chinese and full-width characters. GBK text practically never makes a line of nothing but these.
_CHINESE: Final = re.compile(rb"[\xe3-\xef][\x80-\xbf]{2}")


def looks_pasted(content: bytes) -> bool:
    """Whether lines at the beginning, the end and places between speak for both encodings."""
    kinds = {_kind(line) for line in _some_lines(content)}
    return {"utf-8", "gb18030"} <= kinds


def decode_by_line(content: bytes) -> tuple[str, frozenset[int]] | None:
    """Return the text and the numbers of the lines in the rarer encoding.

    None if a line is in neither, or all are in one.
    """
    lines: list[str] = []
    numbers: dict[str, list[int]] = {"utf-8": [], "gb18030": []}
    for number, line in enumerate(content.split(b"\n"), start=1):
        kind = _kind(line)
        if kind is None:
            return None
        if kind != "ascii":
            numbers[kind].append(number)
        lines.append(line.removeprefix(codecs.BOM_UTF8).decode(kind))
    rarer = min(numbers.values(), key=len)
    return ("\n".join(lines), frozenset(rarer)) if rarer else None


def cut_short(content: bytes) -> bool:
    """Whether ``content`` is Chinese UTF-8 whose last character is incomplete."""
    try:
        content.decode()
    except UnicodeDecodeError as error:
        whole = error.reason == "unexpected end of data"
        return whole and _CHINESE.search(content, 0, error.start) is not None
    return False


def _some_lines(content: bytes) -> Iterator[bytes]:
    step = max(_WINDOW, (len(content) - _WINDOW) // (_WINDOWS - 1))
    for start in [*range(0, len(content), step), max(0, len(content) - _WINDOW)]:
        lines = content[start : start + _WINDOW].split(b"\n")
        # The lines a window cuts are in no encoding.
        yield from lines[bool(start) : None if start + _WINDOW >= len(content) else -1]


def _kind(line: bytes) -> str | None:
    if line.isascii():
        return "ascii"
    for encoding in ("utf-8", "gb18030"):
        try:
            line.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030" or _CHINESE.search(line):
            return encoding
    return None
