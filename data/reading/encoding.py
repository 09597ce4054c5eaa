"""How a text file is encoded: byte order mark, zero bytes, strict UTF-8, GB18030, in that order.

No statistical guess decides: detectors get short files of mostly digits with a few Chinese words wrong.
What speaks against GB18030 is handed on as a doubt.
"""

import codecs
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa

from data.reading.pasted import cut_short, decode_by_line, looks_pasted
from data.reading.plausibility import better_encoding, plausible_encoding
from data.reading.sniffing import utf16_order
from data.refusal import Refused

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE: Final = 65536
_PASTED: Final = "utf-8, gb18030"


@dataclass(frozen=True)
class Decoded:
    """A text as UTF-8 without a byte order mark.

    ``doubt`` names the encoding that fits better than ``encoding``. ``foreign`` are the numbers of the lines
    that were in another encoding than most.
    """

    encoding: str
    text: bytes
    doubt: str | None = None
    foreign: frozenset[int] = frozenset()


def decode(content: bytes, name: str, encoding: str | None) -> Decoded:
    """Return the text of ``content``, in the ``encoding`` given or the one found.

    Raises ``Refused`` when the bytes aren't text in the ``encoding`` given, or in any of those looked for.
    """
    if encoding is not None:
        try:
            return Decoded(encoding, content.decode(encoding).encode().removeprefix(codecs.BOM_UTF8))
        except (LookupError, UnicodeError) as error:
            raise Refused("reading.wrong_encoding", name=name, encoding=encoding) from error
    found = _find(content)
    if found in ("utf-8", "utf-8-sig"):
        return Decoded(found, content.removeprefix(codecs.BOM_UTF8))
    if found == "gb18030":
        return _chinese(content, name)
    try:
        return Decoded(found, content.decode(found).encode())
    except UnicodeError as error:
        line = content.count(b"\n", 0, getattr(error, "start", 0)) + 1
        raise Refused("reading.unknown_encoding", name=name, line=line) from error


def _find(content: bytes) -> str:
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    if marked == "utf-16":
        return marked
    unmarked = utf16_order(content[:_SAMPLE])
    if unmarked is not None and marked is None:
        return unmarked
    return (marked or "utf-8") if _is_utf8(content) else "gb18030"


def _chinese(content: bytes, name: str) -> Decoded:
    """Decode what isn't UTF-8."""
    cut = cut_short(content)
    if not cut and looks_pasted(content) and (pasted := decode_by_line(content)) is not None:
        return Decoded(_PASTED, pasted[0].encode(), foreign=pasted[1])
    try:
        if cut:
            content.decode()
        return Decoded("gb18030", content.decode("gb18030").encode(), better_encoding(content))
    except UnicodeDecodeError as error:
        if not cut and (other := _other(content)) is not None:
            return other
        # The wrong one of the two stumbles early; the one that got further points at the broken place.
        line = content.count(b"\n", 0, max(error.start, _utf8_length(content))) + 1
        raise Refused("reading.unknown_encoding", name=name, line=line) from error


def _other(content: bytes) -> Decoded | None:
    encoding = plausible_encoding(content)
    if encoding is None:
        return None
    try:
        return Decoded(encoding, content.decode(encoding).encode())
    except UnicodeDecodeError:
        return None


def _utf8_length(content: bytes) -> int:
    """Return how many bytes from the start are UTF-8."""
    try:
        return len(content.decode().encode())
    except UnicodeDecodeError as error:
        return error.start


def _is_utf8(content: bytes) -> bool:
    # Arrow checks the bytes where they lie; decoding would build a string twice their size.
    offsets = pa.py_buffer(np.array([0, len(content)], dtype=np.int32))
    try:
        pa.StringArray.from_buffers(1, offsets, pa.py_buffer(content)).validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True
