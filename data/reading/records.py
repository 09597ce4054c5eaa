"""Cut a text into records of cells, each quote read the way that leaves the most sense in the lines around it."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from data.reading.dialect import RECORD_END, Dialect
from data.refusal import Refused

_MIN_DIGITS: Final = 4  # a first cell with as many is a date, a phone, an id; with fewer it takes a whole line to tell
_MAX_LINE: Final = 2_000
_MAX_QUOTES: Final = 40


class Records:
    """The records of ``text``, with the numbers of those in which something was mended, by reason.

    ``width`` is how many cells a regular record has (0: not known). ``marks`` maps reasons to lines, as line feeds
    count them; the records that hold them are noted.
    Iterating raises ``Refused`` where an open quote leaves neither its line nor the next one regular.
    """

    def __init__(
        self, text: str, dialect: Dialect, name: str, width: int = 0, marks: Mapping[str, frozenset[int]] | None = None
    ) -> None:
        self.mended: dict[str, list[int]] = {}
        self._text = text
        self._dialect = dialect
        self._name = name
        self._width = width
        self._marks = marks or {}
        self._quoted = re.compile(dialect.quoted, re.DOTALL)
        # Quotes inside that nobody doubled: the cell ends with the line's last quote that can end it.
        self._loose = re.compile(rf" *{dialect.quote}([^\r\n]*?){dialect.closing} *(?={dialect.separator}|[\r\n]|\Z)")
        self._separator = re.compile(dialect.separator)
        self._stop = re.compile(rf"{dialect.separator}|[\r\n]|\Z")

    def __iter__(self) -> Iterator[list[str]]:
        text, quote, position, row, line = self._text, self._dialect.quote, 0, 1, 1
        while position < len(text):
            end, following = self._line(position)
            if text.find(quote, position, end) < 0:
                cells = self._dialect.split(text[position:end])
            else:
                cells, end, following = self._with_quotes(position, end, row)
            if self._marks:
                line = self._note_marks(row, line, text.count("\n", position, following))
            yield cells
            position, row = following, row + 1

    def note(self, reason: str, row: int) -> None:
        """Remember that ``row`` was mended."""
        self.mended.setdefault(reason, []).append(row)

    def _line(self, position: int) -> tuple[int, int]:
        """Return where the line at ``position`` ends and the next one begins."""
        found = RECORD_END.search(self._text, position)
        return found.span() if found else (len(self._text), len(self._text))

    def _note_marks(self, row: int, line: int, feeds: int) -> int:
        for reason, lines in self._marks.items():
            if not lines.isdisjoint(range(line, line + max(1, feeds))):
                self.note(reason, row)
        return line + feeds

    def _with_quotes(self, position: int, line_end: int, row: int) -> tuple[list[str], int, int]:
        cells, end, odd = self._parse(position, len(self._text), self._quoted)
        if end > line_end:
            alone, alone_end, alone_odd = self._parse(position, line_end, self._quoted)
            if self._swallows(cells) or (len(cells) > self._width == len(alone)):
                cells, end, odd = alone, alone_end, alone_odd
        if odd and end <= line_end and self._is_short(position, line_end):
            loose, loose_end, still_odd = self._parse(position, line_end, self._loose)
            if not still_odd and len(loose) == (self._width or len(cells)):
                cells, end, odd = loose, loose_end, "stray_quote"
        following = self._line(end)[1]
        if odd:
            if self._text.count(self._dialect.quote, position, end) % 2:
                self._check_sense(cells, following, row)
            self.note(odd, row)
        return cells, end, following

    def _is_short(self, position: int, line_end: int) -> bool:
        """Whether the line is short enough to look for the end of each of its quotes as far as it goes."""
        few = self._text.count(self._dialect.quote, position, line_end) <= _MAX_QUOTES
        return few and line_end - position <= _MAX_LINE

    def _parse(self, position: int, limit: int, quoted: re.Pattern[str]) -> tuple[list[str], int, str]:
        """Return the cells of the record at ``position``, its end and what is odd about its quotes."""
        text, dialect, cells, odd = self._text, self._dialect, [], ""
        if dialect.aligned:
            while position < limit and text[position] in " \t":
                position += 1
        while True:
            if found := quoted.match(text, position, limit):
                cells.append(dialect.unquote(found[1]))
                position = found.end()
            else:
                stop = self._stop.search(text, position, limit)
                end = stop.start() if stop else limit
                cell = text[position:end]
                if cell.startswith(dialect.quote):
                    odd = "stray_quote" if dialect.closing in cell[1:] and odd != "open_quote" else "open_quote"
                cells.append(dialect.unquote(cell) if dialect.escaped else cell)
                position = end
            separator = self._separator.match(text, position, limit)
            if not separator:
                break
            position = separator.end()
        if dialect.aligned and not cells[-1]:
            cells.pop()
        return cells, position, odd

    def _swallows(self, cells: list[str]) -> bool:
        """Whether a cell of several lines holds what are records of their own: lines that begin as its own does."""
        shape = _shape(cells[0])
        for cell in cells[1:]:
            _, *lines = RECORD_END.split(cell)
            beginnings = [self._dialect.split(line) for line in lines if line]
            if (
                beginnings
                and (len(beginnings) > 1 or shape.count("0") >= _MIN_DIGITS)
                and "0" in shape
                and all(len(line) > 1 and _shape(line[0]) == shape for line in beginnings)
            ):
                return True
        return False

    def _check_sense(self, cells: list[str], following: int, row: int) -> None:
        end = self._line(following)[0]
        below = self._text[following:end]
        if self._width and below and self._width not in (len(cells), len(self._dialect.split(below))):
            raise Refused("reading.open_quote", name=self._name, row=row)


def _shape(cell: str) -> str:
    return re.sub(r"\d", "0", cell.strip())
