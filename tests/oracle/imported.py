"""Which rows stand after all imports, and whom each is about: computed from the rows that were imported, in order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.oracle.files import SLICES, Chain, File
from tests.oracle.people import Contact, People, contact, is_valid
from tests.oracle.rows import Row

PEOPLE = {"referrals": ("referrer", "referred")}
NAMELESS = ("replies", "staff", "targets", "calendar")  # are about no customer
# What besides the person tells rows of an upserted log apart.
KEYS: dict[str, tuple[str, ...]] = {
    "invites": ("date",),
    "leads": ("date",),
    "visits": ("date",),
    "services": ("date", "service"),
    "referrals": ("date", "action"),
    "replies": ("assistant", "date"),
    "handovers": ("date", "from_assistant", "to_assistant"),
    "staff": ("assistant", "hired_on"),
    "targets": ("assistant", "month"),
    "calendar": ("date",),
}


@dataclass
class Standing:
    """One row as it stands: ``cells`` are the last ones said, ``said`` is when: by import, then by line.

    ``customers`` are whom it is about by the names of the people, None: nobody known.
    """

    kind: str
    cells: Row
    said: tuple[int, int]
    customers: dict[str, int | None]
    has_phone: bool

    @property
    def customer(self) -> int | None:
        return next(iter(self.customers.values()), None)


def standing(chain: Chain, people: People) -> list[Standing]:
    """Return all rows that stand, each log's in the order in which they were last said."""
    files = [(number, file) for number, file in enumerate(chain.files) if not file.undone]
    who = people.who
    found: list[Standing] = []
    for kind in dict.fromkeys(file.kind for _, file in files):
        rows = [(number, file) for number, file in files if file.kind == kind]
        fold = _last_slices if kind in SLICES else _folded
        for said, cells in fold(rows, who):
            persons = () if kind in NAMELESS else PEOPLE.get(kind, ("customer",))
            customers = {person: who(contact(cells, person)) for person in persons}
            found.append(Standing(kind, cells, said, customers, is_valid(cells.get("phone"))))
    return found


def _last_slices(files: list[tuple[int, File]], _: Any) -> Iterator[tuple[tuple[int, int], Row]]:
    """Yield the rows of the last file that has any of a slice, for every slice."""
    last: dict[tuple[Any, ...], int] = {}
    for number, file in files:
        last |= dict.fromkeys((tuple(row[name] for name in SLICES[file.kind]) for row in file.rows), number)
    for number, file in files:
        for line, row in enumerate(file.rows):
            if last[tuple(row[name] for name in SLICES[file.kind])] == number:
                yield (number, line), row


def _folded(
    files: list[tuple[int, File]], who: Callable[[Contact | None], int | None]
) -> Iterator[tuple[tuple[int, int], Row]]:
    """Yield one row for all that say the same thing: in every cell what was said last; nothing wipes nothing.

    A phone that identifies nobody does not take the place of one that does.
    """
    found: dict[Any, tuple[tuple[int, int], Row]] = {}
    for number, file in files:
        seen: dict[Any, int] = {}
        for line, row in enumerate(file.rows):
            cells = _settled(row, seen) if file.kind == "orders" else row
            same = _identity(file.kind, cells, seen, who)
            before = found[same][1] if same in found else dict.fromkeys(cells)
            merged = {name: before[name] if value is None else value for name, value in cells.items()}
            if is_valid(before.get("phone")) and not is_valid(cells.get("phone")):
                merged["phone"] = before["phone"]
            found[same] = (number, line), merged
    yield from found.values()


def _identity(
    kind: str, cells: Row, seen: dict[Any, int], who: Callable[[Contact | None], int | None]
) -> tuple[Any, ...]:
    """Return what rows that say the same thing have in common: a number, else who, when and what, else all cells.

    Rows of one file with all the same cells are as many as there are.
    """
    store = cells["store"]
    if kind == "leads" and cells["lead_id"]:
        return store, "number", cells["lead_id"]
    if kind == "orders" and cells["order_id"]:
        return store, "number", cells["order_id"], cells["line"]
    about = [who(contact(cells, person)) for person in PEOPLE.get(kind, ("customer",) * (kind not in NAMELESS))]
    own = tuple(cells[name] for name in KEYS.get(kind, ()))
    if kind in NAMELESS or (kind != "orders" and any(person is not None for person in about)):
        return store, *about, *own
    alike = tuple(cells.items())
    seen[alike] = seen.get(alike, 0) + 1
    return store, alike, seen[alike]


def _settled(row: Row, seen: dict[Any, int]) -> Row:
    """Return an order's row with its line, kind and sign: what is negative or says so is a refund.

    Lines without a number are told apart by product, and of one product by their order in the file.
    """
    refund = row["amount"] < 0 or row["kind"] == "refund"
    line = row["line"] if row["order_id"] else None
    if row["order_id"] and line is None:
        of = ("line", row["store"], row["order_id"], row["product"], refund)
        seen[of] = seen.get(of, 0) + 1
        line = " ".join(part for part in (row["product"], "退" if refund else None, str(seen[of])) if part)
    kind = "refund" if refund else row["kind"] or "sale"
    return row | {"line": line, "kind": kind, "amount": -abs(row["amount"]) if refund else row["amount"]}
