"""What the lines above a header state once for all rows: 日期：2026-11-21   导购：王芳."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from data.reading.naming import Cells

# A label is a word, or two characters spaced to look wide (导 购).
_LABEL: Final = r"(?:[^\s\d:：]{2,12}|[^\s\d:：](?:\s+[^\s\d:：])?)"
_PAIR: Final = re.compile(rf"({_LABEL})\s*[:：]\s*(.*?)\s*(?=\s{_LABEL}\s*[:：]|$)")


def find_stated(rows: Sequence[Cells], known_header: Callable[[Sequence[str]], int]) -> dict[str, str]:
    """Return label and value of every cell like 导购：王芳, and of a label cell with the value in the next cell.

    A label without a colon is one only if some log knows it. The first of several values counts.
    """
    stated: dict[str, str] = {}
    for row in rows:
        cells = [(cell or "").strip() for cell in row]
        for position, cell in enumerate(cells):
            pairs = _PAIR.findall(cell)
            following = next((later for later in cells[position + 1 :] if later), "")
            if not pairs and known_header([cell]) and position + 1 < len(cells) and cells[position + 1]:
                pairs = [(cell, cells[position + 1])]
            for label, written in pairs:
                value = written or following
                if value and not known_header([value]) and not _PAIR.match(value):
                    stated.setdefault(label, value)
    return stated
