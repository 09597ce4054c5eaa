"""What becomes of the customers of the one who left."""

from typing import Final

import numpy as np

from data.demo.book import Book
from data.demo.codes import Columns
from data.demo.people import LEFT_DAYS_AGO, Assistant

HANDED_OVER: Final = 0.95  # of the open customers of grade A and B
LATER_BY: Final = 6  # days until the second list
STATES: Final = ("done", "waiting", "refused")
STATE_SHARES: Final = (0.85, 0.11, 0.04)


def handed_over_on(days: int) -> int:
    """Return the day after the last one of the leaver."""
    return days - LEFT_DAYS_AGO


def passed_on(book: Book, receivers: list[Assistant], days: int, rng: np.random.Generator) -> Columns:
    """Return the list of the leaver's strong customers: place in the book, whose each is to be, how far it got."""
    own = book.strong(handed_over_on(days))
    listed = rng.permutation(own)[: round(HANDED_OVER * len(own))]
    numbers = np.array([person.number for person in receivers])
    return {
        "place": listed,
        "customer": book.customer[listed],
        "receiver": numbers[np.arange(len(listed)) % len(numbers)],
        "state": rng.choice(len(STATES), len(listed), p=STATE_SHARES),
    }
