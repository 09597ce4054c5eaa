"""What a file really is, by its first bytes: names lie (`.xls` that is text, `.csv` that is a workbook)."""

import codecs
import re
from typing import Final

from data.reading.archive import check_archive
from data.refusal import Refused

MAX_BYTES: Final = 50 * 1024 * 1024

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS: Final = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"RIFF": "WebP",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "GZIP",
    b"PK\x05\x06": "ZIP",
    b"{\\rtf": "RTF",
    b"SQLite format 3": "SQLite",
    b"PAR1": "Parquet",
}
_MARKUP: Final = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<meta", b"<head", b"<style")
_CONTROLS: Final = bytes(byte for byte in range(1, 32) if byte not in b"\t\n\v\f\r\x1a\x1b") + b"\x7f"
_SAMPLE: Final = 65536
_MAX_CONTROLS: Final = 0.02
_MAX_ZEROS: Final = 0.1
_MIN_ZEROS: Final = 20  # one in so many: commas, digits and line ends have a zero byte, Chinese characters none
_CHINESE_TEXT: Final = re.compile("[\t\n\r -~\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’…—·¥×√]")
_LINE_END: Final = re.compile("[\u3002\u4e00-\u9fff\uff00-\uffef,;\t0-9A-Za-z]\r?\n")


def is_workbook(content: bytes, name: str) -> bool:
    """Whether ``content`` is a workbook (xlsx, xlsm, xlsb, xls, ods) rather than a text file.

    Raises ``Refused`` when it is neither, too large, empty or a workbook behind a password.
    """
    if len(content) > MAX_BYTES:
        raise Refused("reading.too_large", name=name, size=_megabytes(len(content)), limit=_megabytes(MAX_BYTES))
    if not content.strip():
        raise Refused("reading.empty_file", name=name)
    if content.startswith(_ZIP):
        check_archive(content, name)
        return True
    if content.startswith(_OLE):
        _check_ole(content, name)
        return True
    _check_text(content, name)
    return False


def _check_ole(content: bytes, name: str) -> None:
    """Refuse an old Office file that is locked or isn't a workbook, by the names of its streams."""

    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if has("EncryptedPackage"):
        raise Refused("reading.password", name=name)
    if has("WordDocument"):
        raise Refused("reading.other_format", name=name, what="Word")
    if has("PowerPoint Document"):
        raise Refused("reading.other_format", name=name, what="PowerPoint")


def _check_text(content: bytes, name: str) -> None:
    """Refuse bytes that no text file starts with, or too many of which are no text."""
    sample = content[:_SAMPLE].removeprefix(codecs.BOM_UTF8)
    bare = sample.rstrip(b"\0\x1a")
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return
    for magic, what in _OTHERS.items():
        if sample.startswith(magic):
            raise Refused("reading.other_format", name=name, what=what)
    if sample.lstrip().lower().startswith(_MARKUP):
        raise Refused("reading.web_page", name=name)
    if utf16_order(sample) is None and not (bare and _is_text(bare)):
        raise Refused("reading.binary", name=name)


def utf16_order(sample: bytes) -> str | None:
    """Return "utf-16-le" or "utf-16-be" when ``sample`` is text in UTF-16 without a mark.

    Its zero bytes lie on one side; where they are few or lie on both, it has to be lines of Chinese.
    """
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if not even + odd:
        return None
    first, second = ("utf-16-be", "utf-16-le") if even > odd else ("utf-16-le", "utf-16-be")
    if max(even, odd) * _MIN_ZEROS >= len(sample) and min(even, odd) * _MIN_ZEROS <= max(even, odd):
        return first if _is_text(sample.decode(first, errors="replace").encode()) else None
    return next((order for order in (first, second) if _is_chinese(sample.decode(order, errors="replace"))), None)


def _is_chinese(text: str) -> bool:
    """Whether ``text`` is lines of Chinese. Some of its characters have a zero byte, on the other side than ASCII."""
    return len(_CHINESE_TEXT.sub("", text)) <= _MAX_CONTROLS * len(text) and _LINE_END.search(text) is not None


def _is_text(sample: bytes) -> bool:
    # Zero bytes are what a power failure leaves behind, and are dropped; other controls are no text.
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls <= _MAX_CONTROLS * len(sample) and sample.count(0) <= _MAX_ZEROS * len(sample)


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.1f}"
