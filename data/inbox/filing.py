"""Where a file goes when it is done with, and the answer that lies beside it."""

import os
from pathlib import Path
from typing import Final

from data.inbox.asked import write_whole
from data.inbox.dropped import DONE, REFUSED
from data.inbox.request import Answer, Request
from data.texts import LANGUAGES, say

ALREADY: Final = "importing.already_in"
NEEDS_YES: Final = ("importing.shrinks", "importing.many_refused")
LONGEST: Final = 200  # bytes of a name; with a number and an ending it must stay under 255


def file_away(inbox: Path, file: Path, request: Request, answer: Answer) -> None:
    """Move ``file`` to the done or refused files of the inbox, over none of them, with ``NAME.txt`` beside it."""
    taken = not answer.refused or answer.refused == ALREADY
    folder = inbox / (DONE if taken else REFUSED) / request.folder
    folder.mkdir(parents=True, exist_ok=True)
    target = _free(folder / _shortened(file.name))
    said = "\n".join(answer.text(language) + _advice(answer, language, taken=taken) for language in LANGUAGES)
    # The mark at the start tells old editors that it is UTF-8.
    write_whole(_beside(target), f"\ufeff{said.encode('utf-8', 'replace').decode()}")
    file.rename(target)


def _advice(answer: Answer, language: str, *, taken: bool) -> str:
    if taken:
        return ""
    advice = say("inbox.needs_yes", language) if answer.refused in NEEDS_YES else say("inbox.again", language)
    return f"{advice}\n"


def _free(file: Path) -> Path:
    number, free = 1, file
    while os.path.lexists(free) or os.path.lexists(_beside(free)):
        number += 1
        free = file.with_stem(f"{file.stem}-{number}")
    return free


def _beside(file: Path) -> Path:
    return file.with_name(f"{file.name}.txt")


def _shortened(name: str) -> str:
    stem, ending = os.path.splitext(name)  # noqa: PTH122 - a name may be all ending, which Path can't shorten
    while len(os.fsencode(stem + ending)) > LONGEST and stem:
        stem = stem[:-1]
    return stem + ending
