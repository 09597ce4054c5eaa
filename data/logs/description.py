"""What a log looks like: the one description that recognising, cleaning, templates and tables share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Type = Literal["date", "month", "phone", "bool", "grade", "money", "choice", "text", "integer", "number", "seconds"]
Mode = Literal["replace_slice", "upsert"]


@dataclass(frozen=True)
class Column:
    """One column of a log.

    ``header`` is the Chinese header of the template, ``aliases`` are what real files say.
    ``choices`` maps a stored word to its spellings, for ``choice`` columns only.
    ``future_days`` is how far after the upload day a date may lie.
    """

    name: str
    type: Type
    header: str
    aliases: tuple[str, ...] = ()
    required: bool = False
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    future_days: int = 1
    example: str = ""


@dataclass(frozen=True)
class Person:
    """Somebody a row is about: the columns with the name and the contacts, and the fact that keeps who it is.

    ``code`` is the column with a customer's code, which goes before all contacts.
    """

    name: str
    phone: str
    wechat: str | None
    key: str
    code: str | None = None


@dataclass(frozen=True)
class Log:
    """One kind of log: its columns, what identifies a row, and what a newer file does to an older one.

    ``key`` names columns; a person's name in it stands for who it is, ``row`` for all cells of the row.
    With ``replace_slice`` the key is the slice that a newer file replaces as a whole.
    ``number`` names the columns that identify a row by themselves, where the first of them is filled.
    ``whose`` is the column that says whose rows these are. A ``plan`` says what shall be, not what was.
    ``settled`` maps a column to the SQL that settles it from the row's other columns.
    """

    kind: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    mode: Mode
    people: tuple[Person, ...] = ()
    number: tuple[str, ...] = ()
    whose: str = "assistant"
    plan: bool = False
    settled: Mapping[str, str] = field(default_factory=dict)

    def column(self, name: str) -> Column:
        """Return the column called ``name``; ``KeyError`` if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    @property
    def dated(self) -> bool:
        """Whether every row belongs to a day (a month: to its first)."""
        return any(column.name == "date" or column.type == "month" for column in self.columns)

    @property
    def handed_in(self) -> bool:
        """Whether the rows are what an assistant did on a day."""
        return self.dated and self.whose == "assistant" and self.column("assistant").required and not self.plan
