"""What of a cell's text does not matter."""

import re
from typing import Final

WHITE: Final = re.compile(r"\s+")
INVISIBLE: Final = re.compile(r"[\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+")
MARKED: Final = re.compile(r"^'(?=[=+\-@0-9])")
HAN: Final = r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
BETWEEN_HAN: Final = re.compile(f"(?<={HAN}) (?={HAN})")
ASCII: Final = {0x3000: " "} | {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}


def folded(text: str) -> str:
    """Return ``text`` without invisible characters, full-width ASCII made half-width and white space collapsed.

    A leading apostrophe before a digit or a formula's first sign marks text and is no part of it.
    "" when nothing is left.
    """
    return MARKED.sub("", WHITE.sub(" ", INVISIBLE.sub("", text).translate(ASCII)).strip())


def named(text: str) -> str:
    """Return the name of a shop or a colleague, folded, without the spaces that widen it: 张 三 is 张三."""
    return BETWEEN_HAN.sub("", folded(text))
