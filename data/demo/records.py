"""The rows of the logs beside calls and invites: one dictionary of plain values a row."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

import numpy as np

from data.demo.people import Assistant
from data.demo.rows import Cell, Chain, Rows
from data.logs.description import Log

Record = dict[str, Cell]


def stream(seed: int, name: str) -> np.random.Generator:
    """Return the random numbers of the part of the story called ``name``; no other part draws from them."""
    return np.random.default_rng([seed, *name.encode()])


def contact(chain: Chain, customer: int, *, phone: bool = True, wechat: bool = False) -> Record:
    """Return a customer's name and the contacts that are known."""
    customers = chain.customers
    return {
        "customer": customers.name(customer),
        "phone": customers.phone(customer) if phone else None,
        "wechat": customers.wechat(customer) if wechat else None,
    }


def place(person: Assistant) -> Record:
    """Return the store and the assistant a row belongs to."""
    return {"store": person.store, "assistant": person.name}


def moment(chain: Chain, day: int, second: int) -> datetime:
    """Return the minute ``second`` seconds into a day counted from 0; days before the first are negative."""
    return datetime.combine(chain.day(day), time()) + timedelta(seconds=second // 60 * 60)


def employed(chain: Chain, store: str, day: int) -> list[Assistant]:
    """Return who works at ``store`` on a day; before the first day, those of the first day."""
    return [person for person in chain.people if person.store == store and person.employed(chain.day(max(day, 0)))]


def sheet(log: Log, records: Iterable[Record]) -> Rows:
    """Return the columns of ``records`` that hold anything, in the order of the log's template."""
    listed = list(records)
    columns = {column.name: [record.get(column.name) for record in listed] for column in log.columns}
    return {name: values for name, values in columns.items() if any(value is not None for value in values)}


def received_by(chain: Chain, assistant: int, day: int) -> int:
    """Return who has ``assistant``'s customer on a day: ``assistant``, or a colleague once he or she has left."""
    person = chain.people[assistant]
    staff = employed(chain, person.store, day)
    return assistant if person in staff else staff[0].number
