"""Every sentence a person reads, by key: one TOML file per topic and language.

``zh/reading.toml`` holds the keys ``reading.*``, and so on. Chinese is the first language.
A nested table adds a level: ``[calls]`` in ``kinds.toml`` gives ``kinds.calls.…``.
"""

import tomllib
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Final

LANGUAGES: Final = ("zh", "en")


class _Counting(Formatter):
    """As ``str.format``, which knows one form of a word only: English has two."""

    def format_field(self, value: object, format_spec: str) -> str:
        one, known, several = format_spec.partition("|")
        if not known:
            return str(super().format_field(value, format_spec))
        return one if str(value) == "1" else several


_COUNTING: Final = _Counting()


@cache
def catalogue(language: str) -> dict[str, str]:
    """Return all texts of one language as flat ``{"topic.key": "text"}``."""
    texts: dict[str, str] = {}
    for file in sorted((Path(__file__).parent / language).glob("*.toml")):
        _flatten(file.stem, tomllib.loads(file.read_text(encoding="utf-8")), texts)
    return texts


def say(key: str, language: str, **values: object) -> str:
    """Return the text ``key`` with ``values`` filled in; ``{rows:row|rows}`` is the word that goes with ``rows``.

    Raises ``KeyError`` when the key is unknown or a placeholder has no value.
    """
    text = catalogue(language)[key]
    return _COUNTING.format(text, **values) if "|" in text else text.format(**values)


def _flatten(prefix: str, table: dict[str, object], into: dict[str, str]) -> None:
    for key, value in table.items():
        if isinstance(value, dict):
            _flatten(f"{prefix}.{key}", value, into)
        else:
            into[f"{prefix}.{key}"] = str(value)
