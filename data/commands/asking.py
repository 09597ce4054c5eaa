"""Having something done by whoever holds the store: this process, or the dashboard that runs."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from data import home
from data.inbox import Answer, Brought, Request, carry_out, hand_over, watched
from data.refusal import Refused
from data.store import Store
from data.terminal import language

USER: Final = "command_line"

Holder = Callable[[Request, Brought | None], Answer]


@contextmanager
def holder() -> Iterator[Holder]:
    """Yield the function that does what is asked of the shop's store.

    Raises ``Refused`` when the store can't be opened and no dashboard watches its inbox.
    """
    folder = home.home()
    store = _opened(folder)
    if not store:
        yield partial(hand_over, folder)
        return
    with store:
        yield partial(carry_out, store)


def _opened(folder: Path) -> Store | None:
    try:
        return Store(folder)
    except Refused as problem:
        if problem.reason == "store.in_use" and watched(folder):
            return None
        raise


def show(answer: Answer) -> int:
    """Print an answer in the terminal's language, problems on stderr, and return the exit code it stands for."""
    for line in answer.lines[language()]:
        print(line.text, file=sys.stderr if line.problem else sys.stdout)
    return int(bool(answer.refused))
