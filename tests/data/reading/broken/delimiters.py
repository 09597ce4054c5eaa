"""Other delimiters, other record ends, and records with too few or too many cells."""

from typing import Final

from tests.data.reading.broken.expected import HEADER, ROWS, SOUND, Broken

_FIRST, _SECOND = ROWS.splitlines()

FILES: Final = {
    "semicolons.csv": Broken(SOUND.replace(",", ";")),
    "tabs.csv": Broken(SOUND.replace(",", "\t")),
    "pipes.csv": Broken(SOUND.replace(",", "|")),
    "spaces.txt": Broken(SOUND.replace(",", " ")),
    "several_spaces_in_columns.txt": Broken(SOUND.replace(",", "    ")),
    "full_width_commas.csv": Broken(SOUND.replace(",", "，")),
    "line_that_names_the_delimiter.csv": Broken("sep=;\n" + SOUND.replace(",", ";")),
    "semicolons_with_commas_in_the_notes.csv": Broken(
        SOUND.replace(",", ";").replace("下周再来", "说,下周,再来"), SOUND.replace("下周再来", "说，下周，再来")
    ),
    "tabs_in_a_file_with_commas_in_the_title.csv": Broken("一店,二店,三店\n" + SOUND.replace(",", "\t")),
    "returns_only.csv": Broken(SOUND.replace("\n", "\r")),
    "mixed_record_ends.csv": Broken(f"{HEADER.strip()}\r\n{_FIRST}\r{_SECOND}\n"),
    "returns_twice_before_line_feeds.csv": Broken(SOUND.replace("\n", "\r\r\n")),
    "no_record_end_at_the_end.csv": Broken(SOUND.strip()),
    "blank_line_between_all_records.csv": Broken(SOUND.replace("\n", "\n\n")),
    "lines_of_delimiters_at_the_end.csv": Broken(SOUND + ",,,,,\n" * 20),
    "delimiter_at_the_end_of_every_record.csv": Broken(SOUND.replace("\n", ",\n")),
    "delimiter_at_the_end_of_the_rows_only.csv": Broken(HEADER + ROWS.replace("\n", ",\n")),
    "delimiters_at_the_start_of_every_record.csv": Broken("".join(f",,{line}\n" for line in SOUND.splitlines())),
    "row_without_its_last_cell.csv": Broken(SOUND.replace(",下周再来", ""), SOUND.replace("下周再来", "")),
    "row_of_one_cell.csv": Broken(HEADER + "2026-11-21\n" + _SECOND, HEADER + "2026-11-21,,,,,\n" + _SECOND + "\n"),
    "comma_within_the_note_at_the_end.csv": Broken(
        SOUND.replace("下周再来", "说,下周再来"), SOUND.replace("下周再来", "说，下周再来")
    ),
}
