"""Every sentence a person reads, by key: one TOML file per topic and language.

``zh/reading.toml`` holds the keys ``reading.*``, and so on. Chinese is the first language.
A nested table adds a level: ``[calls]`` in ``kinds.toml`` gives ``kinds.calls.…``.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("zh", "en")


@cache
def catalogue(language: str) -> dict[str, str]:
    """Return all texts of one language as flat ``{"topic.key": "text"}``."""
    texts: dict[str, str] = {}
    for file in sorted((Path(__file__).parent / language).glob("*.toml")):
        _flatten(file.stem, tomllib.loads(file.read_text(encoding="utf-8")), texts)
    return texts


def say(key: str, language: str, **values: object) -> str:
    """Return the text ``key`` with ``values`` filled in.

    Raises ``KeyError`` when the key is unknown or a placeholder has no value.
    """
    return catalogue(language)[key].format(**values)


def _flatten(prefix: str, table: dict[str, object], into: dict[str, str]) -> None:
    for key, value in table.items():
        if isinstance(value, dict):
            _flatten(f"{prefix}.{key}", value, into)
        else:
            into[f"{prefix}.{key}"] = str(value)
