"""Who is who: whom a row is about, and which contacts are one customer."""

import re
from hashlib import sha256

from tests.oracle.files import File
from tests.oracle.rows import Row

SECRET = "0" * 64
Contact = tuple[str, ...]


def is_valid(phone: str | None) -> bool:
    """Whether a phone identifies somebody: a mainland mobile."""
    return re.fullmatch(r"1[3-9]\d{9}", phone or "") is not None


def contact(row: Row, person: str = "customer") -> Contact | None:
    """Return who somebody is: a valid phone, else a WeChat id, else store and name."""
    phone, wechat = ("phone", "wechat") if person == "customer" else (f"{person}_phone", "")
    if is_valid(row.get(phone)):
        return "phone", row[phone]
    if row.get(wechat):
        return "wechat", row[wechat]
    return ("name", f"{row['store']}|{row[person]}") if row[person] else None


def key(of: Contact) -> int:
    """Return the number that stands for a contact: 64 bits of its hash under the shop's secret."""
    return int(sha256(f"{SECRET}:{':'.join(of)}".encode()).hexdigest()[:16], 16)


class People:
    """The customers of a chain: contacts in one row are one of them, known by the smallest number among them."""

    def __init__(self, files: list[File]) -> None:
        self.ties: dict[Contact, set[Contact]] = {}
        self._groups: dict[Contact, set[Contact]] = {}
        self._of: dict[int, set[Contact]] = {}
        for file in files:
            for row in file.rows:
                if is_valid(row.get("phone")) and row.get("wechat"):
                    one, other = ("phone", row["phone"]), ("wechat", row["wechat"])
                    self.ties.setdefault(one, set()).add(other)
                    self.ties.setdefault(other, set()).add(one)
        for start in self.ties:
            if start not in self._groups:
                self._gather(start)

    def who(self, of: Contact | None) -> int | None:
        """Return the number of the customer behind a contact; None: nobody known."""
        if of is None:
            return None
        group = self._groups.get(of, {of})
        number = min(map(key, group))
        self._of[number] = group
        return number

    def contacts(self, customer: int) -> set[Contact]:
        """Return the contacts of a customer whom a row is about."""
        return self._of[customer]

    def ties_of(self, customer: int) -> int:
        """Return how many pairs of a customer's contacts stand in a row together."""
        return sum(len(self.ties.get(of, ())) for of in self._of[customer]) // 2

    def _gather(self, start: Contact) -> None:
        group, left = {start}, [start]
        while left:
            new = self.ties[left.pop()] - group
            group |= new
            left += new
        self._groups |= dict.fromkeys(group, group)
