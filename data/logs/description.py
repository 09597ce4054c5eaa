"""What a log looks like: the one description that recognising, cleaning, templates and tables share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Type = Literal["date", "phone", "bool", "grade", "money", "choice", "text", "integer", "seconds"]
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
class Log:
    """One kind of log: its columns, what identifies a row, and what a newer file does to an older one.

    ``key`` names columns; ``customer`` in it stands for the customer's identity, not the name.
    With ``replace_slice`` the key is the slice that a newer file replaces as a whole.
    """

    kind: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    mode: Mode

    def column(self, name: str) -> Column:
        """Return the column called ``name``; ``KeyError`` if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    @property
    def has_customer(self) -> bool:
        """Whether rows are about a customer (phone, WeChat or name)."""
        return any(column.name == "customer" for column in self.columns)
