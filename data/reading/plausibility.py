"""Whether text read as GB18030 is rather Big5, Shift-JIS or Windows-1252: almost any bytes decode as several of them.

Each encoding is a model of its own texts: how likely its classes of characters are, shared by the characters in a
class. What makes the bytes likelier by far is the better reading. Each word counts once, however often it stands there.
"""

import re
from collections.abc import Callable, Iterable
from math import log
from typing import Final

_SAMPLE: Final = 65536
_MAX_WORDS: Final = 2000
_MAX_LINE: Final = 120
# A factor of 3 million: two or three rare characters in a sparse file are rare names, not another encoding.
_MIN_LEAD: Final = 15.0
_MIN_PLAUSIBLE: Final = -9.3  # per character; GBK taken for Big5 has half its characters in the rare level
_MIN_WORDS: Final = 3

_WORD: Final = re.compile(rb"(?:[\x80-\xff](?:[0-9][\x80-\xff][0-9]|[\x40-\xff])?)+")
_PAIR: Final = re.compile(rb"[\x80-\xff]{2}")
_ACCENTED: Final = re.compile(rb"[A-Za-z]*(?:[A-Za-z][\xc0-\xff]|[\xc0-\xff][a-z])[A-Za-z]*")
# Beyond GB2312, and yet in names of today.
_IN_NAMES: Final = frozenset("喆堃玥珺祎昇淼翀珮璟瑄玹垚镕赟婳琤珅祺煊旸曈")

_ASCII: Final = -log(60)
_FREE: Final = -25.0  # private use or not assigned: no text has it
_RARE: Final = -14.8


def better_encoding(content: bytes) -> str | None:
    """Return the encoding that fits far better than GB18030 ("big5", "shift_jis", "cp1252"), None if there is none."""
    sample = _sample(content)
    if _is_western(sample):
        return "cp1252"
    words = _words(sample)
    found = {encoding: score for encoding in _MODELS if (score := _score(words, encoding)) is not None}
    best = max(found, key=lambda encoding: found[encoding][0], default="gb18030")
    return best if best != "gb18030" and found[best][0] - found.get("gb18030", (-1e9, 0))[0] > _MIN_LEAD else None


def plausible_encoding(content: bytes) -> str | None:
    """Return the encoding that ``content``, which isn't GB18030, makes a likely text in, None if there is none."""
    sample = _sample(content)
    if _is_western(sample):
        return "cp1252"
    words = _words(sample)
    for encoding in ("big5", "shift_jis"):
        score = _score(words, encoding)
        if score is not None and len(words) >= _MIN_WORDS and score[0] >= score[1] * _MIN_PLAUSIBLE:
            return encoding
    return None


def samples(content: bytes, encodings: Iterable[str]) -> dict[str, str]:
    """Return the first line of ``content`` that isn't plain ASCII as it reads in each of ``encodings``."""
    line = _sample(content).partition(b"\n")[0].rstrip(b"\r")
    return {encoding: line.decode(encoding, errors="replace")[:_MAX_LINE] for encoding in encodings}


def _is_western(sample: bytes) -> bool:
    """Whether all bytes beyond ASCII stand alone, and some of them in words: Chinese has two in a row."""
    return not _PAIR.search(sample) and len(set(_ACCENTED.findall(sample))) >= _MIN_WORDS


def _sample(content: bytes) -> bytes:
    """Return whole lines, beginning with the first that isn't plain ASCII."""
    first = re.search(rb"[\x80-\xff]", content)
    start = content.rfind(b"\n", 0, first.start()) + 1 if first else 0
    sample = content[start : start + _SAMPLE]
    return sample if len(sample) < _SAMPLE else sample[: sample.rfind(b"\n") + 1] or sample


def _words(sample: bytes) -> list[bytes]:
    return list(dict.fromkeys(_WORD.findall(sample)))[:_MAX_WORDS]


def _score(words: Iterable[bytes], encoding: str) -> tuple[float, int] | None:
    """Return the log likelihood of the words and how many characters they have, None if they don't decode."""
    try:
        text = "".join(word.decode("cp932" if encoding == "shift_jis" else encoding) for word in words)
    except UnicodeDecodeError:
        return None
    return sum(_MODELS[encoding](char) for char in text), len(text)


def _gb18030(char: str) -> float:
    code = char.encode("gb18030")
    if len(code) == 1:
        return _ASCII
    lead, trail = code[0], code[1]
    if len(code) > 2 or trail < 0xA1 or lead < 0xA1:
        private = len(code) == 2 and 0xA1 <= lead <= 0xA7
        return _FREE if private else -log(3008 / 0.03) if char in _IN_NAMES else _RARE
    if 0xB0 <= lead <= 0xD7:
        return -log(3755 / 0.93)
    if 0xD8 <= lead <= 0xF7:
        return -log(3008 / 0.03)
    return {0xA1: -7.0, 0xA2: -9.0, 0xA3: -7.0}.get(lead, -14.0 if lead <= 0xA9 else _FREE)


def _big5(char: str) -> float:
    code = char.encode("big5")
    if len(code) == 1:
        return _ASCII
    if 0xA4 <= code[0] <= 0xC6:
        return -log(5401 / 0.96)
    if 0xC9 <= code[0] <= 0xF9:
        return -log(7652 / 0.01)
    return -7.5 if code[0] <= 0xA3 else _FREE


def _shift_jis(char: str) -> float:
    code = char.encode("cp932")
    if len(code) == 1:
        return _ASCII if code.isascii() else -log(63 / 0.02)
    number = code[0] << 8 | code[1]
    if 0x824F <= number <= 0x8396:
        return -log(170 / 0.45)
    if 0x889F <= number <= 0x9872:
        return -log(2965 / 0.4)
    return -7.0 if code[0] == 0x81 else -13.0 if 0x98 <= code[0] <= 0xEA else -12.0 if code[0] < 0x88 else _FREE


_MODELS: Final[dict[str, Callable[[str], float]]] = {"gb18030": _gb18030, "big5": _big5, "shift_jis": _shift_jis}
