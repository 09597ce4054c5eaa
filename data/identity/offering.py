"""Customers of one store that look like one person: offered for merging, never merged in silence."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from data.store import Scope, Store

FOLDER: Final = Path(__file__).parent
REASONS: Final = ("nearly_same_phone", "same_name", "similar_name")
TITLE: Final = (
    "(女士|先生|小姐|太太|阿姨|叔叔|奶奶|爷爷|大姐|大哥|美女|帅哥|老师|师傅|老板娘?|老总|经理|主任|医生|[姐哥总工嫂])$"
)
UNLIKE: Final = 0.4  # one letter of three
CROWD: Final = 20  # a name that more of one holder's customers bear says nothing
DAYS: Final = 30  # apart by more, one customer would have been met in between
FEW: Final = 3  # among more of one surname in a day, two similar names are chance


@dataclass(frozen=True)
class Known:
    """A customer of a store as far as it may be seen: ``contacts`` are masked."""

    customer_key: int
    customer: str
    contacts: tuple[str, ...]
    holder: str | None
    last_touch_on: date | None


@dataclass(frozen=True)
class Offer:
    """Two customers of a store that may be one. ``reason`` is one of ``REASONS``."""

    store: str
    one: Known
    other: Known
    reason: str


def offers(store: Store, scope: Scope) -> list[Offer]:
    """Return the pairs of customers in ``scope`` that look like one person and that nobody has decided about.

    The likeliest first, and among them those who were met last.
    """
    limits = {"title": TITLE, "unlike": UNLIKE, "crowd": CROWD, "days": DAYS, "few": FEW, "stores": list(scope)}
    with store.reading() as connection:
        connection.execute("begin")  # all steps see one moment

        def keep(table: str, name: str) -> None:
            sql = _sql(name)
            used = {limit: value for limit, value in limits.items() if f"${limit}" in sql}
            connection.execute(f"{table} {sql}", used)

        keep("create temp table people as", "people")
        connection.execute(
            "create temp table found (store varchar, one_key ubigint, other_key ubigint, reason varchar)"
        )
        for reason in REASONS:
            keep("insert into found", reason)
        rows = connection.execute(_sql("offers")).fetchall()
    return [Offer(row[0], _known(*row[2:7]), _known(*row[7:]), row[1]) for row in rows]


def _known(key: int, customer: str, contacts: list[str], holder: str | None, last_touch_on: date | None) -> Known:
    return Known(key, customer, tuple(contacts), holder, last_touch_on)


def _sql(name: str) -> str:
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
