"""What assistants promise at the meeting: rows that are only ever added, of which the last said counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from data.asked import first_row
from data.refusal import Refused

if TYPE_CHECKING:
    from data.store import Store

MOST: Final = 1000


@dataclass(frozen=True)
class Promise:
    """What one assistant promises for one day; ``None`` is nothing said, and nothing at all takes a promise back."""

    calls: int | None = None
    invites: int | None = None
    visits: int | None = None
    orders: int | None = None
    sentence: str | None = None


def promise(
    store: "Store", promised: Mapping[str, Promise], *, for_store: str, day: date, at: datetime, by: str
) -> None:
    """Let each assistant of ``for_store`` promise this for ``day``, in place of what was said for that day before.

    ``promised`` is by assistant, and kept all together or not at all. Raises ``Refused`` when the store is unknown, a
    number is below 0 or above ``MOST``, or ``day`` is before ``at``.
    """
    if for_store not in store.all_stores():
        raise Refused("rules.no_store", store=for_store)
    if day < at.date():
        raise Refused("promises.in_the_past", day=day, today=at.date())
    for said in promised.values():
        for number in _numbers(said):
            if number is not None and not 0 <= number <= MOST:
                raise Refused("rules.not_a_whole_number", value=str(number), low=0, high=MOST)
    with store.write(f"promise {day}") as connection:
        for assistant, said in promised.items():
            (last,) = first_row(
                connection,
                "select max(set_at) from raw.promises where store = $1 and assistant = $2 and day = $3",
                [for_store, assistant, day],
            )
            # Of two promises within one second the later must stay the later.
            moment = at if last is None else max(at, last + timedelta(microseconds=1))
            sentence = (said.sentence or "").strip() or None
            connection.execute(
                "insert into raw.promises values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                [for_store, assistant, day, *_numbers(said), sentence, moment, by, store.data_version() + 1],
            )


def _numbers(said: Promise) -> tuple[int | None, ...]:
    return said.calls, said.invites, said.visits, said.orders
