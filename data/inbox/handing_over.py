"""Asking the process that holds the store, by way of its inbox, and waiting for the answer."""

import time
from pathlib import Path
from typing import Final

from data.inbox.asked import Asked
from data.inbox.request import Answer, Brought, Request
from data.inbox.watching import INBOX, watched
from data.refusal import Refused

LOOK_EVERY: Final = 0.1  # seconds
PATIENCE: Final = 600  # seconds


def hand_over(folder: Path, request: Request, brought: Brought | None) -> Answer:
    """Have ``request`` done by whoever watches the inbox of the shop in ``folder`` and return the answer.

    Raises ``Refused`` when the watcher stops before it answers, or takes too long.
    """
    inbox = folder.resolve() / INBOX
    try:
        asked = Asked.new(inbox)
        asked.ask(request)
        lies = asked.bring(brought.name, brought.content) if brought else None
    except OSError as problem:
        raise Refused("commands.not_written", file=problem.filename or inbox, problem=problem.strerror) from problem
    waited = time.monotonic()
    while True:
        stopped, late = not watched(folder), time.monotonic() - waited > PATIENCE
        if answer := asked.answered():  # asked last, so that one given on the way out counts
            asked.forget()
            return answer
        if stopped or late:
            raise _unanswered(asked, lies, inbox, stopped=stopped)
        time.sleep(LOOK_EVERY)


def _unanswered(asked: Asked, lies: Path | None, inbox: Path, *, stopped: bool) -> Refused:
    if not (lies and lies.exists()):  # nobody should find tomorrow that yesterday's wish is granted
        asked.forget()
        return Refused("inbox.unanswered")
    if stopped:
        return Refused("inbox.stopped", file=lies)
    return Refused("inbox.slow", file=lies, folder=inbox, minutes=PATIENCE // 60)
