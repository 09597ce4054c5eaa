"""Lists of names and numbers as people write them."""

from collections.abc import Iterable

from data.texts import say


def listed(things: Iterable[object], language: str) -> str:
    """Return ``things`` one after the other: 周丽、徐娜, or 周丽, 徐娜."""
    return say("lists.comma", language).join(map(str, things))
