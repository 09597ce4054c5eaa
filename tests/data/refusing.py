"""What must be refused, and in which words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.refusal import Refused
from data.store import Store
from data.texts import LANGUAGES


def refused_opening(folder: Path) -> Refused:
    """Return why the shop in a folder can't be opened."""
    with pytest.raises(Refused) as caught:
        Store(folder)
    return caught.value


def no_room(work: Callable[[], object]) -> None:
    """Run what finds no room on the disk, and expect it to be refused with a sentence in every language."""
    with pytest.raises(Refused) as caught:
        work()
    assert caught.value.reason == "store.disk_full"
    sentences = [caught.value.sentence(language) for language in LANGUAGES]
    assert all(str(caught.value.details["folder"]) in said and "{" not in said for said in sentences)
