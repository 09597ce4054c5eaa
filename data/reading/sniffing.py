"""What a file really is, by its first bytes: names lie (`.xls` that is text, `.csv` that is a workbook)."""

import codecs
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
_CONTROLS: Final = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1a\x1b") + b"\x7f"
_SAMPLE: Final = 65536
_MAX_CONTROLS: Final = 0.02
_MIN_ZEROS: Final = 20  # one in so many: commas, digits and line ends have a zero byte, Chinese characters none


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
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return
    for magic, what in _OTHERS.items():
        if sample.startswith(magic):
            raise Refused("reading.other_format", name=name, what=what)
    if sample.lstrip().lower().startswith(_MARKUP):
        raise Refused("reading.web_page", name=name)
    if utf16_order(sample) is None and not _is_text(sample):
        raise Refused("reading.binary", name=name)


def utf16_order(sample: bytes) -> str | None:
    """Return "utf-16-le" or "utf-16-be" when the zero bytes of ``sample`` lie as in UTF-16 without a mark."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    order = "utf-16-be" if even > odd else "utf-16-le"
    if max(even, odd) * _MIN_ZEROS < len(sample) or min(even, odd) * _MIN_ZEROS > max(even, odd):
        return None
    return order if _is_text(sample.decode(order, errors="replace").encode()) else None


def _is_text(sample: bytes) -> bool:
    return len(sample) - len(sample.translate(None, _CONTROLS)) <= _MAX_CONTROLS * len(sample)


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.1f}"
