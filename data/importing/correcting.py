"""The operator's word over what a file seems to say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

By = Literal["alias", "fuzzy", "content", "stated", "operator", "remembered"]
DateOrder = Literal["day_first", "month_first"]


@dataclass(frozen=True)
class Correction:
    """What somebody says of one table; None and columns not named: as the file says.

    ``columns`` maps columns of the log to positions in the header, None: the table doesn't have the column.
    ``encoding`` is that of the whole file. ``by`` is "remembered" where it was said of an earlier file.
    """

    kind: str | None = None
    columns: Mapping[str, int | None] = field(default_factory=dict)
    encoding: str | None = None
    store_name: str | None = None
    date_order: DateOrder | None = None
    by: By = "operator"

    def over(self, earlier: "Correction") -> "Correction":
        """Return this word where it says something, else the ``earlier`` one. Columns go with their kind."""
        fed = set(self.columns.values()) - {None}
        kept = {} if self.kind not in (None, earlier.kind) else earlier.columns
        columns = {name: place for name, place in kept.items() if place not in fed} | dict(self.columns)
        return Correction(
            self.kind or earlier.kind,
            columns,
            self.encoding or earlier.encoding,
            self.store_name or earlier.store_name,
            self.date_order or earlier.date_order,
            self.by if self.columns else earlier.by,
        )


NOTHING_SAID = Correction()
