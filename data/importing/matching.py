"""The columns of one log in one table, found step by step, from what is surest to what is likely."""

from datetime import date

from data.importing.contents import Known, different, told_by_content
from data.importing.correcting import By, Correction
from data.importing.dates import CLOCK
from data.importing.kinds import headers_of, slips_of
from data.importing.spelling import known_words, plain, spellings
from data.logs import Log
from data.reading.table import Table
from data.refusal import Refused


class Matching:
    """What is found so far: each step takes only what was said and the steps before left open.

    ``columns`` maps columns to positions, ``by`` says how each was found, ``clocks`` are the positions of times of
    day apart from their dates, ``stated`` the columns that a line above the header gives.
    """

    def __init__(self, table: Table, log: Log, said: Correction) -> None:
        self.table, self.log = table, log
        self.columns: dict[str, int] = {}
        self.by: dict[str, By] = {}
        self.clocks: dict[str, int] = {}
        self.stated: dict[str, str] = {}
        self.problem: Refused | None = None
        self._words = spellings(log.kind)
        self._absent = {name for name, place in said.columns.items() if place is None}
        self._store_said = said.store_name is not None
        for name, place in said.columns.items():
            if place is not None and place < len(table.header):
                own = self._words.get(plain(table.header[place])) == name
                self._take(name, place, "alias" if own else said.by)
        self._said = self._absent | set(self.columns)

    @property
    def taken(self) -> set[int]:
        """The positions that feed a column."""
        return {*self.columns.values(), *self.clocks.values()}

    def take_headers(self) -> None:
        """Take the columns by their headers. Of two for one column a filled one counts, or they are day and time."""
        before = self.taken
        for place, name in headers_of(self.log, self.table.header).items():
            if name in self._said or place in before:
                continue
            if name not in self.columns:
                self._take(name, place, "alias")
            elif self._filled(place):
                self._take_second(name, place)

    def take_slips(self) -> None:
        """Take the columns whose headers are misspelt."""
        closed = [*self.columns, *self._absent]
        for place, name in slips_of(self.log, self.table.header, self.taken, closed).items():
            self._take(name, place, "fuzzy")

    def take_stated(self) -> None:
        """Take the columns every row needs that a line above the header gives for all of them."""
        for label, text in self.table.stated.items():
            name = self._words.get(plain(label))
            if name is None or not self.log.column(name).required or not self._open(name):
                continue
            if name != "store" or not self._store_said:
                self.stated[name], self.by[name] = text, "stated"

    def take_contents(self, known: Known, received: date) -> None:
        """Take the columns that the cells below an unknown header can only be."""
        missing = [column.name for column in self.log.columns if self._open(column.name)]
        texts = {
            place: different(self.table.rows, place)
            for place, cell in enumerate(self.table.header)
            if place not in self.taken and plain(cell) not in known_words()
        }
        for name, place in told_by_content(self.log, missing, texts, known, received).items():
            self._take(name, place, "content")

    def missing(self) -> Refused | None:
        """Return the refusal of a table that lacks a column which every row needs."""
        needed = [column for column in self.log.columns if column.required and column.name != "store"]
        lacking = [column.header for column in needed if column.name not in self.columns | self.stated]
        if not lacking:
            return None
        if not any(self.table.header):
            return Refused("recognising.no_header")
        return Refused("recognising.missing_column", log=self.log.title, columns="、".join(lacking))

    def _take(self, name: str, place: int, by: By) -> None:
        self.columns[name], self.by[name] = place, by

    def _open(self, name: str) -> bool:
        return name not in self.columns and name not in self._absent and name not in self.stated

    def _filled(self, place: int) -> bool:
        rows = self.table.rows
        return bool(rows.column(place).null_count < rows.num_rows)

    def _take_second(self, name: str, place: int) -> None:
        first = self.columns[name]
        if not self._filled(first):
            self.columns[name] = place
            return
        told = [self._tells_time(found) for found in (first, place)]
        if name not in self.clocks and self.log.column(name).type == "date" and told[0] != told[1]:
            self.columns[name], self.clocks[name] = (place, first) if told[0] else (first, place)
            return
        both = "、".join(self.table.header[found].strip() for found in (first, place))
        self.problem = Refused("recognising.two_headers", headers=both, column=self.log.column(name).header)

    def _tells_time(self, place: int) -> bool:
        return all(CLOCK.fullmatch(text.upper()) for text in different(self.table.rows, place))
