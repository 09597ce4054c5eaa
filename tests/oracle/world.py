"""All that is known of the shops in a scope, computed by the oracle: what its questions are answered from."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tests.oracle.files import Chain
from tests.oracle.imported import Standing, standing
from tests.oracle.in_force import InForce
from tests.oracle.journeys import Journey, journeys
from tests.oracle.known import Customer, customers
from tests.oracle.people import People


@dataclass
class World:
    """The rows, customers and rules of some stores."""

    stores: tuple[str, ...]
    rows: list[Standing]
    customers: dict[tuple[str, int], Customer]
    rules: InForce
    people: People

    def of(self, kind: str, first: date = date.min, last: date = date.max) -> list[Standing]:
        """Return the rows of a log from one day to another."""
        return [row for row in self.rows if row.kind == kind and first <= row.cells["date"] <= last]

    def ways(self, funnel: str, assistant: str | None) -> Iterator[Journey]:
        """Yield the ways through a funnel of the customers whom the assistant holds; None: of all."""
        for way in journeys(self.customers.values(), funnel):
            if assistant is None or way.assistant == assistant:
                yield way

    def entered(self, funnel: str, first: date, last: date, assistant: str | None) -> list[Journey]:
        """Return those of them that began between two days."""
        return [way for way in self.ways(funnel, assistant) if first <= way.entered_on <= last]

    def open(self, day: date) -> list[Customer]:
        """Return the customers who were known on a day and had not ordered."""
        return [one for one in self.customers.values() if one.has("met", day) and not one.has("ordered", day)]

    def started(self, day: date) -> list[tuple[Customer, date]]:
        """Return who was open as many days before as the rule ``order_days`` says, and that day."""
        found = []
        for one in self.customers.values():
            start = day - timedelta(self.rules.number("order_days", one.store, day))
            if one.has("met", start) and not one.has("ordered", start):
                found.append((one, start))
        return found


class Whole:
    """The world of all stores, of which scopes are cut."""

    def __init__(self, chain: Chain) -> None:
        self.stores = tuple(chain.stores)
        self.rules = InForce(chain.rules)
        self.people = People([file for file in chain.files if not file.undone])
        self.rows: dict[str, list[Standing]] = {store: [] for store in chain.stores}
        for row in standing(chain, self.people):
            self.rows[row.cells["store"]].append(row)
        self.customers = {store: customers(rows) for store, rows in self.rows.items()}

    def seen(self, scope: Collection[str]) -> World:
        """Return what may be seen of these stores."""
        rows = [row for store in scope for row in self.rows[store]]
        known = {place: one for store in scope for place, one in self.customers[store].items()}
        return World(tuple(scope), rows, known, self.rules, self.people)
