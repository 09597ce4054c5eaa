"""A shop that tests share as long as they only look at it."""

from dataclasses import dataclass
from pathlib import Path

from pages.shared.answers import Kept


@dataclass
class Shelved:
    """A shop that stays open from one test to the next, with what was answered about it."""

    home: Path
    shops: Kept
    answers: Kept
    version: int = 0


def close(shops: Kept) -> None:
    for shop in shops.forget():
        shop.close()
