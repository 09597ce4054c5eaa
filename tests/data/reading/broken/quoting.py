"""Quotation marks where they don't belong, or of another kind."""

from typing import Final

from tests.data.reading.broken.expected import HEADER, ROWS, SOUND, Broken

_FIRST, _SECOND = ROWS.splitlines()
_QUOTED: Final = "".join(",".join(f'"{cell}"' for cell in line.split(",")) + "\n" for line in SOUND.splitlines())


def _noted(first: str, second: str = "嫌贵") -> str:
    return SOUND.replace("下周再来", first).replace("嫌贵", second)


FILES: Final = {
    "every_cell_quoted.csv": Broken(_QUOTED),
    "every_cell_in_single_quotes.csv": Broken(_QUOTED.replace('"', "'")),
    "space_before_the_quotes.csv": Broken(_QUOTED.replace(',"', ', "')),
    "inch_sign_within_a_cell.csv": Broken(_noted('要55"的'), _noted('要55"的')),
    "quotes_within_a_cell.csv": Broken(_noted('说"好"的'), _noted('说"好"的')),
    "quotes_not_doubled_in_a_quoted_cell.csv": Broken(_noted('"说"好"的"'), _noted('说"好"的')),
    "quotes_escaped_with_a_backslash.csv": Broken(_noted('"说\\"好\\",再来"'), _noted('说"好"，再来')),
    "backslash_at_the_end_of_a_cell.csv": Broken(_noted("再来\\"), _noted("再来\\")),
    "text_after_a_closing_quote.csv": Broken(_noted('"下周"再来'), _noted('"下周"再来')),
    "comma_in_a_quoted_cell.csv": Broken(_noted('"说,下周再来"'), _noted("说，下周再来")),
    "line_feed_in_a_quoted_cell.csv": Broken(_noted('"下周\n再来"'), _noted("下周⏎再来")),
    "quote_that_is_never_closed.csv": Broken(_noted('"下周再来'), _noted('"下周再来')),
    "quote_that_is_never_closed_in_the_last_row.csv": Broken(_noted("下周再来", '"嫌贵'), _noted("下周再来", '"嫌贵')),
    "quote_that_is_never_closed_in_the_header.csv": Broken(
        SOUND.replace("备注", '"备注'), SOUND.replace("备注", '"备注')
    ),
    "whole_records_quoted.csv": Broken("".join(f'"{line}"\n' for line in SOUND.splitlines())),
    "apostrophe_before_the_phones.csv": Broken(SOUND.replace(",1", ",'1"), SOUND.replace(",1", ",'1")),
    "formula_around_the_phones.csv": Broken(
        HEADER + f"{_FIRST.replace('13800138001', chr(61) + chr(34) + '13800138001' + chr(34))}\n{_SECOND}\n",
        SOUND.replace("13800138001", '="13800138001"'),
    ),
}
