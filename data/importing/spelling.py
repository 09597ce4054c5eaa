"""The words of headers: what of them doesn't matter, which are known, and which are known ones misspelt."""

import re
import unicodedata
from collections.abc import Collection
from functools import cache
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from data.importing.folding import INVISIBLE
from data.logs import LOGS, Log

ALIKE: Final = 75  # percent: of three letters, one that differs makes another word; of four, it may be a slip
SHORTEST: Final = 3  # letters
NAMING: Final = ("名字", "姓名", "名称")  # what may be added without another meaning: 导购员名字


def plain(header: str) -> str:
    """Return a header without what doesn't matter: case, white space, full-width forms, ``*`` and bracketed hints."""
    text = unicodedata.normalize("NFKC", INVISIBLE.sub("", header)).lower()
    return re.sub(r"\(.*?\)|\[.*?\]|【.*?】|[\s*:：。、]", "", text)


@cache
def spellings(kind: str) -> dict[str, str]:
    """Return the headers of one kind of log as ``{plain spelling: column name}``."""
    return {
        plain(spelling): column.name
        for column in LOGS[kind].columns
        for spelling in (column.header, column.name, *column.aliases)
    }


@cache
def known_words() -> frozenset[str]:
    """Return the headers of all logs: where one means nothing in a log, it means something else."""
    return frozenset(word for kind in LOGS for word in spellings(kind))


def misspelt(words: Collection[str], log: Log, taken: Collection[str]) -> dict[str, str]:
    """Return which of the plain ``words`` are misspelt headers of columns of ``log`` that are not ``taken``.

    The result maps words to column names. A word that lies as near to another column is none, nor are two words
    for one column.
    """
    found: dict[str, tuple[float, str]] = {}
    for word in words:
        scores: dict[str, float] = {}
        for spelling, name in spellings(log.kind).items():
            if name not in taken and _misspells(word, spelling):
                scores[name] = max(scores.get(name, 0), fuzz.ratio(word, spelling))
        best = sorted(scores.items(), key=lambda scored: -scored[1])[:2]
        if best and (len(best) == 1 or best[0][1] > best[1][1]):
            found[word] = (best[0][1], best[0][0])
    names = [name for _, name in found.values()]
    return {word: name for word, (_, name) in found.items() if names.count(name) == 1}


def _misspells(word: str, spelling: str) -> bool:
    """Whether ``word`` is ``spelling`` with a slip: a letter added, left out or replaced that makes no known word.

    进店日期 is no misspelt 到店日期, because 进店 is a word; 客户姓明 is a misspelt 客户姓名.
    """
    if word in known_words() or min(len(word), len(spelling)) < SHORTEST or fuzz.ratio(word, spelling) < ALIKE:
        return False
    if word.removeprefix(spelling) in NAMING:
        return True
    if Levenshtein.distance(spelling, word) > 1:
        return False
    place = next(edit.dest_start for edit in Levenshtein.opcodes(spelling, word) if edit.tag != "equal")
    return not {word[place - 1 : place + 1], word[place : place + 2]} & _pairs()


@cache
def _pairs() -> frozenset[str]:
    return frozenset(word[place : place + 2] for word in known_words() for place in range(len(word) - 1))
