"""Work on files in a thread of its own, so that the page stays usable, and how far it has got."""

import logging
import threading
from collections.abc import Callable, Sequence
from typing import Final, Generic, TypeVar

import streamlit as st

from data.importing import STEPS, Step, Tell
from data.refusal import Refused
from pages.shared.texts import plain, t

Item = TypeVar("Item")
Result = TypeVar("Result")

AT_ONCE: Final = 0.5  # seconds: what takes no longer needs no progress
LOOK_EVERY: Final = 0.7  # seconds
READING: Final = STEPS[:2]
COMMITTING: Final = STEPS[2:]


class Job(Generic[Item, Result]):
    """``work`` on one file after the other; what can't be done is a ``Refused`` among the ``results``.

    ``items`` have the file's name first. The thread outlives the session that started it, and knows nothing of it:
    ``work`` draws nothing.
    """

    def __init__(self, items: Sequence[tuple[str, Item]], work: Callable[[Item, Tell], Result]) -> None:
        self.items, self.results = items, list[Result | Refused]()
        self.step: Step | None = None
        self._thread = threading.Thread(target=self._run, args=(work,), name="upload")
        self._thread.start()

    @property
    def done(self) -> bool:
        """Whether there are all results."""
        return not self._thread.is_alive()

    def wait(self, seconds: float | None = None) -> None:
        """Wait for all results, or so many seconds."""
        self._thread.join(seconds)

    def _run(self, work: Callable[[Item, Tell], Result]) -> None:
        for name, item in self.items:
            self.step = None
            try:
                self.results.append(work(item, self._tell))
            except Refused as problem:
                self.results.append(problem)
            except Exception:
                logging.getLogger(__name__).exception("The work on an upload broke.")
                self.results.append(Refused("uploads.broke", file=name))

    def _tell(self, step: Step) -> None:
        self.step = step


@st.fragment(run_every=LOOK_EVERY)
def follow(job: Job[Item, Result], steps: Sequence[Step], note: str = "") -> None:
    """Draw how far ``job`` has got, which takes these ``steps`` a file, and let the page go on when it is done."""
    if job.done:
        st.rerun()
    of, step = len(job.items), job.step or steps[0]
    number = min(len(job.results), of - 1)
    place = t("uploads.working.place", number=number + 1, of=of) if of > 1 else ""
    share = (number + (steps.index(step) + 0.5) / len(steps)) / of
    st.progress(share, t(f"uploads.working.{step}", place=place, file=plain(job.items[number][0])))
    if note:
        st.caption(note)
