"""Sending the demo shop's files through the importer, as if they had come in evening by evening."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from data import importing
from data.asked import first_row
from data.demo.promises import evenings, promise_all
from data.demo.story import SEED, files
from data.disk import room_in
from data.refusal import Refused
from data.rules import set_rule
from data.store import Store

USER: Final = "demo"
EVENING_OVER = time(20, 10)
FOUR_WEEKS: Final = timedelta(days=27)  # with the last day: the period that a page shows first


def load(store: Store, at: datetime, days: int = 90) -> Iterator[tuple[int, int, str]]:
    """Load ``days`` days (30 or more) of the demo shop into an empty store; yield (number, total, file name) a file.

    The last day is today once the meeting is over, else yesterday. The files are kept in the store's demo folder.
    A baseline month is set and promises are made on the last evenings, as a shop would. Raises ``Refused`` when the
    store holds anything, for invented and real figures are never mixed, and when the disk is full.
    """
    with store.reading() as cursor:
        if first_row(cursor, "select count(*) from raw.batches")[0]:
            raise Refused("demo.not_empty", folder=store.folder)
    folder = store.folder / "demo"
    with room_in(folder):
        folder.mkdir(exist_ok=True)
    last = at.date() - timedelta(days=at.time() < EVENING_OVER)
    sent = list(files(last, days=days))
    begun_at = sent[0].received_at
    set_rule(store, "baseline_month", _baseline(last), valid_from=begun_at.date(), at=begun_at, by=USER)
    ahead = evenings(last)
    for number, file in enumerate(sent, 1):
        while ahead and file.received_at > ahead[0]:
            promise_all(store, ahead.pop(0), last, SEED, USER)
        with room_in(folder):
            (folder / file.name).write_bytes(file.content)
        prepared = importing.prepare(store, file.content, file.name, received_at=file.received_at)
        try:
            importing.commit(store, prepared, at=file.received_at, user=USER, may_shrink=True, may_refuse=True)
        except Refused as problem:
            if problem.reason != "importing.already_in":  # one file comes twice, as it does in life
                raise
        yield number, len(sent), file.name


def _baseline(last: date) -> str:
    """Return the last month that is over before the four weeks up to ``last``, for the costs of these to be held to."""
    return f"{(last - FOUR_WEEKS).replace(day=1) - timedelta(days=1):%Y-%m}"
