"""How far customers have come: the stages of a funnel, with the day on which each was first reached."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tests.oracle.in_force import InForce
from tests.oracle.known import Customer

STAGES = {
    "leads": ("lead", "valid", "contact", "invited", "visited", "ordered"),
    "campaign": ("called", "connected", "agreed", "joined", "visited", "ordered"),
}


@dataclass(frozen=True)
class Journey:
    """A customer's way through a funnel: ``steps`` are the days of its six stages, None: not reached."""

    customer: Customer
    funnel: str
    entered_on: date
    steps: tuple[date | None, ...]

    @property
    def assistant(self) -> str | None:
        """Who holds the customer."""
        holder: str | None = self.customer.last("holder")
        return holder

    def reached(self, last: date) -> int:
        """Return how many stages had been got through by a day."""
        return sum(step is not None and step <= last for step in self.steps)

    def is_open(self, last: date, rules: InForce) -> bool:
        """Whether the customer entered less than ``mature_days`` before."""
        return self.entered_on > last - timedelta(rules.number("mature_days", self.customer.store, last))


def journey(customer: Customer, funnel: str) -> Journey | None:
    """Return a customer's way, None: not in the funnel. A later stage implies those before, but not the entry.

    Who had ordered before entering is no new lead, and no customer of the campaign.
    """
    if funnel == "leads":
        entered_on = customer.first("lead")
    else:
        begun = [day for event in STAGES[funnel][:4] for day in customer.days.get(event, ())]
        entered_on = min(begun, default=None)
    ordered_on = customer.first("ordered")
    if entered_on is None or (ordered_on is not None and ordered_on < entered_on):
        return None
    steps: list[date | None] = [entered_on]
    for place in range(1, 6):
        days = [day for stage in STAGES[funnel][place:] for day in _days(customer, stage)]
        steps.append(min(days, default=None))
    return Journey(customer, funnel, entered_on, tuple(steps))


def _days(customer: Customer, stage: str) -> Collection[date]:
    """Return the days that show a customer at a stage. Contact is made once phone and WeChat are both known.

    That a lead has both says it is valid, unless somebody said that it is not and nobody that it is.
    """
    if stage != "contact":
        return customer.days.get(stage, ())
    phone, wechat = customer.first("phone"), customer.first("wechat")
    if phone is None or wechat is None or ("invalid" in customer.days and "valid" not in customer.days):
        return ()
    return (max(phone, wechat),)


def journeys(customers: Collection[Customer], funnel: str) -> Iterator[Journey]:
    """Yield the ways of all who are in the funnel."""
    for customer in customers:
        way = journey(customer, funnel)
        if way:
            yield way
