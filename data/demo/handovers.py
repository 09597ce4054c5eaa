"""The lists by which the customers of the one who left are handed over."""

from data.demo.leaving import LATER_BY, STATES, handed_over_on
from data.demo.records import Record, contact
from data.demo.rows import Chain


def handover_records(chain: Chain) -> dict[int, list[Record]]:
    """Return the list as it was made, everybody waiting, and as it stood a week later, by day; some are on neither."""
    day = handed_over_on(chain.days)
    leaver = next(person for person in chain.people if person.role == "leaver")
    listed = chain.activity.passed_on
    first = [
        {
            "date": chain.day(day),
            "store": leaver.store,
            "from_assistant": leaver.name,
            "to_assistant": chain.people[receiver].name,
            **contact(chain, customer),
            "status": STATES[1],
        }
        for customer, receiver in zip(listed["customer"].tolist(), listed["receiver"].tolist(), strict=True)
    ]
    later = [record | {"status": STATES[state]} for record, state in zip(first, listed["state"].tolist(), strict=True)]
    return {day: first, day + LATER_BY: later}
