"""Letters in charts: escaped, measured in em, cut and wrapped, because plotly does none of that."""

import html
import unicodedata
from collections.abc import Mapping
from typing import Final

from charts.columns import Number
from charts.palette import Palette

FAMILY: Final = '"Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif'
SIZE: Final = 14
NAME_SIZE: Final = 16
LINE: Final = 20  # px from one line of letters to the next
GLYPHS: Final[Mapping[str, str]] = {"passed": "✓", "close": "●", "below": "✕", "missing": "?"}
SEPARATOR: Final = " · "
NAME_EM: Final = 12.0  # longest name line; the full name stays in the hover


def plain(text: str) -> str:
    """Escape ``text``: plotly reads tags in names as markup."""
    return html.escape(text, quote=False)


def coloured(text: str, colour: str) -> str:
    """Return already escaped ``text`` in ``colour``."""
    return f'<span style="color:{colour}">{text}</span>'


def halo(palette: Palette) -> str:
    """Return the shadow that keeps letters legible where a line runs below them."""
    return ", ".join([f"0 0 3px {palette.paper}"] * 3)


def figure_text(value: Number) -> str:
    """Return a number in whole units, "–" when there is none."""
    return "–" if value is None else f"{value:,.0f}"


def width_em(text: str) -> float:
    """Return the width of ``text`` in em: a Chinese character is 1, a Latin one about 0.55."""
    return sum(1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.55 for letter in text)


def cut(text: str, limit_em: float) -> str:
    """Return ``text``, shortened with an ellipsis when it is wider than ``limit_em``."""
    if width_em(text) <= limit_em:
        return text
    kept = text
    while kept and width_em(kept) > limit_em - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def wrapped(sentence: str, limit_em: float) -> list[str]:
    """Return ``sentence`` in lines of at most ``limit_em``, broken only at its separators " · "."""
    lines: list[str] = []
    for part in sentence.split(SEPARATOR):
        if lines and width_em(lines[-1] + SEPARATOR + part) <= limit_em:
            lines[-1] += SEPARATOR + part
        else:
            lines.append(part)
    return lines


def name(label: str, palette: Palette, between: str = "<br>") -> str:
    """Return a label with its first line bold and the others (a store) muted behind ``between``."""
    first, *others = [plain(cut(line, NAME_EM)) for line in label.split("\n")]
    return between.join([f"<b>{first}</b>", *(coloured(line, palette.muted) for line in others)])


def said(state: str, sentence: str, palette: Palette, limit_em: float = float("inf")) -> str:
    """Return the glyph of ``state`` and ``sentence`` in the state's colour, wrapped at ``limit_em``; "" without one."""
    if not sentence:
        return ""
    text = "<br>".join(plain(line) for line in wrapped(sentence, limit_em))
    return coloured(f"{GLYPHS.get(state, '')} {text}".strip(), palette.text(state))


def hover(label: str, *lines: str) -> str:
    """Return a hover text: the full label bold, then the lines that are not empty."""
    full = plain(label.replace("\n", SEPARATOR))
    return "<br>".join([f"<b>{full}</b>", *(plain(line) for line in lines if line)])
