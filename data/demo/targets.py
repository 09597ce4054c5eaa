"""What each month was to bring, by store and assistant."""

from datetime import date
from typing import Final

from data.demo.people import GOOD, STORES, WEAK, Assistant
from data.demo.records import Record
from data.demo.rows import Chain

ORDERS_A_MONTH: Final = 28  # about what an assistant brings, so that some stores make it and some don't
VALUE_PER_ORDER: Final = 8_000
LEADS_PER_ORDER: Final = 1  # the campaign brings as many orders again


def target_records(chain: Chain) -> list[Record]:
    """Return the targets of every month: of everybody employed then, and of the stores, which are their sums."""
    months = sorted({chain.day(day).replace(day=1) for day in range(chain.days)})
    return [record for month in months for record in _of_month(chain, month)]


def _of_month(chain: Chain, month: date) -> list[Record]:
    staff = [person for person in chain.people if person.hired_on <= month and (person.left_on or chain.last) >= month]
    own = {person: _orders(person, month) for person in staff}
    stores = {store: sum(orders for person, orders in own.items() if person.store == store) for store in STORES}
    return [
        *(_target(month, store, None, orders) for store, orders in stores.items()),
        *(_target(month, person.store, person.name, orders) for person, orders in own.items()),
    ]


def _orders(person: Assistant, month: date) -> int:
    return ORDERS_A_MONTH + (4 if person.pace == GOOD else -6 if person.pace == WEAK else 0) + month.month % 2


def _target(month: date, store: str, assistant: str | None, orders: int) -> Record:
    return {
        "month": f"{month:%Y-%m}",
        "store": store,
        "assistant": assistant,
        "orders": orders,
        "revenue": orders * VALUE_PER_ORDER,
        "leads": orders * LEADS_PER_ORDER,
    }
