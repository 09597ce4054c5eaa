"""How many customers answer when an assistant writes to all of them."""

from typing import Final

import numpy as np

from data.demo.people import STORES
from data.demo.profiles import PROFILES
from data.demo.records import Record, employed, place, stream
from data.demo.rows import Chain

EVERY: Final = 14  # days


def reply_records(chain: Chain, seed: int) -> list[Record]:
    """Return one broadcast a fortnight of everybody at work."""
    rng = stream(seed, "replies")
    records = []
    for day in range(chain.days - 5, 0, -EVERY):
        for store in STORES:
            for person in employed(chain, store, day):
                if person.on_leave(chain.day(day), chain.last):
                    continue
                sent = int(rng.integers(120, 260))
                share = np.clip(rng.normal(PROFILES[store].replies * (0.6 + 0.4 * person.pace.skill), 0.03), 0.05, 0.98)
                replied = int(rng.binomial(sent, share))
                records.append({"date": chain.day(day), **place(person), "sent": sent, "replied": replied})
    return records
