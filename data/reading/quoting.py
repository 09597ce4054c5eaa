"""Which quote a text uses, whether a backslash stands before one inside, and lines that are quoted as a whole."""

import re
from typing import Final

_WRAPPED: Final = re.compile(r'^"((?:[^"\r\n]++|"")*+)"[ \t]*(?=\r|$)', re.MULTILINE)


def find_quote(sample: str, separator: str) -> str:
    """Return the quote that cells of ``sample`` have around them: ' or “.

    The first line must have it, around each of its cells, or half of all lines too (a quoted cell may span lines).
    """
    lines = [line for line in re.split(r"[\r\n]+", sample) if line.strip()]
    for quote, closing in (("'", "'"), ("“", "”")):
        if quote not in sample:
            continue
        quoted = [line for line in lines if _has_quoted(re.split(separator, line), quote, closing)]
        if (
            quoted
            and quoted[0] == lines[0]
            and (2 * len(quoted) > len(lines) or _all_quoted(re.split(separator, lines[0]), quote))
        ):
            return quote
    return '"'


def _has_quoted(cells: list[str], quote: str, closing: str) -> bool:
    """Whether as many of ``cells``, cut also where a quoted delimiter stands, begin with a quote as end with one."""
    opened = sum(cell.lstrip().startswith(quote) for cell in cells)
    return 0 < opened == sum(cell.rstrip().endswith(closing) for cell in cells)


def _all_quoted(cells: list[str], quote: str) -> bool:
    return len(cells) > 1 and all(cell.lstrip().startswith(quote) for cell in cells)


def is_escaped(text: str, separator: str, quote: str) -> bool:
    """Whether a quoted cell of ``text`` has a backslash before a quote that can't be its end."""
    if quote == "“" or f"\\{quote}" not in text:
        return False
    inside = rf"(?:\A|{separator}|[\r\n]) *{quote}[^{quote}\r\n]*+(?<=\\){quote}(?!{separator}|[\r\n{quote}]|\Z)"
    return re.search(inside, text) is not None


def is_wrapped(sample: str) -> bool:
    """Whether every line of ``sample`` is one quoted cell that may hold a record."""
    lines = [line for line in sample.splitlines() if line.strip()]
    return len(lines) > 1 and all(_WRAPPED.fullmatch(line) for line in lines)


def unwrap(text: str) -> str:
    """Return ``text`` without the quotes around whole lines."""
    return _WRAPPED.sub(lambda line: line[1].replace('""', '"'), text)
