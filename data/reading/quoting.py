"""Which quote a text uses, whether a backslash stands before one inside, and lines that are quoted as a whole."""

import re
from typing import Final

_WRAPPED: Final = re.compile(r'^"((?:[^"\r\n]|"")*)"[ \t]*(?=\r|$)', re.MULTILINE)


def find_quote(sample: str, separator: str) -> str:
    """Return the quote that cells of ``sample`` have around them: ' or “ where its first line and half of all do."""
    lines = [line for line in re.split(r"[\r\n]+", sample) if line.strip()]
    for quote, closing in (("'", "'"), ("“", "”")):
        if quote not in sample:
            continue
        around = re.compile(rf"(?:^|{separator}) *{quote}[^{closing}]*{closing} *(?=$|{separator})")
        quoted = [line for line in lines if around.search(line)]
        if quoted and quoted[0] == lines[0] and 2 * len(quoted) > len(lines):
            return quote
    return '"'


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
