"""All files of the demo in the order they were received."""

from collections.abc import Iterator
from datetime import date
from typing import Final

import numpy as np

from data.demo.mishaps import with_mishaps, with_slips
from data.demo.posting import posted
from data.demo.routine import routine
from data.demo.rows import chain
from data.demo.sending import DemoFile

SEED: Final = 7


def files(last: date, seed: int = SEED, days: int = 90) -> Iterator[DemoFile]:
    """Yield the files of the ``days`` days (30 or more) that end with ``last``, in the order they were received.

    The same arguments give the same bytes.
    """
    shop = chain(last, days, seed)
    usual = with_mishaps(shop, routine(shop, np.random.default_rng([seed, 4])))
    sent = [*usual, *with_slips(shop, posted(shop, seed))]
    for sending in sorted(sent, key=lambda sending: sending.received_at):
        yield sending.file()
