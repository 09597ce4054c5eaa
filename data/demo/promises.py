"""What the demo chain promised on its last two evenings: most of them round numbers, some of them not kept."""

from datetime import date, datetime, time, timedelta
from typing import Final

import numpy as np

from data.demo.people import Assistant, assistants
from data.promises import Promise, promise
from data.store import Store

MEETING: Final = time(20, 5)
SENTENCES: Final = ("先打 A 类", "到期的 B 类打完再下班", "约好的客户提前一小时发定位")
SHY: Final = 4  # of so many assistants one promises nothing


def evenings(last: date) -> list[datetime]:
    """Return the moments at which the chain promises: at the meetings before its last two days."""
    return [datetime.combine(last - timedelta(days=back), MEETING) for back in (2, 1)]


def promise_all(store: Store, at: datetime, last: date, seed: int, by: str) -> None:
    """Let whoever is at work the day after ``at`` promise for it; the same for the same ``seed``."""
    people, day = assistants(last, seed), at.date() + timedelta(days=1)
    rng = np.random.default_rng([seed, 20, day.toordinal()])
    said = {person: _promise(person, rng) for person in people}
    for name in store.all_stores():
        here = {
            person.name: words
            for person, words in said.items()
            if person.store == name and words and person.employed(day) and not person.on_leave(day, last)
        }
        promise(store, here, for_store=name, day=day, at=at, by=by)


def _promise(person: Assistant, rng: np.random.Generator) -> Promise | None:
    hope, sentence = float(rng.normal(1.0, 0.1)), int(rng.integers(4 * len(SENTENCES)))
    shy, extra = int(rng.integers(SHY)) == 0, int(rng.integers(3))
    if shy:
        return None
    return Promise(
        calls=5 * round(person.pace.calls * hope / 5),
        invites=5 * round(person.pace.invites * hope / 5),
        visits=extra or None,
        sentence=SENTENCES[sentence] if sentence < len(SENTENCES) else None,
    )
