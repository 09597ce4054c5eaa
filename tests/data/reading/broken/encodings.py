"""Text in other encodings, and text whose encoding is broken somewhere."""

import codecs
from typing import Final

from tests.data.reading.broken.expected import HEADER, ROWS, SOUND, Broken

_LINES: Final = SOUND.splitlines(keepends=True)

FILES: Final = {
    "gbk.csv": Broken(SOUND.encode("gbk")),
    "gb18030_with_a_rare_character.csv": Broken(
        SOUND.replace("陈先生", "㛃先生").encode("gb18030"), SOUND.replace("陈先生", "㛃先生")
    ),
    "utf8_with_a_mark.csv": Broken(codecs.BOM_UTF8 + SOUND.encode()),
    "utf8_with_a_mark_twice.csv": Broken(codecs.BOM_UTF8 * 2 + SOUND.encode()),
    "utf16_with_a_mark.csv": Broken(SOUND.encode("utf-16")),
    "utf16_big_endian_with_a_mark.csv": Broken(codecs.BOM_UTF16_BE + SOUND.encode("utf-16-be")),
    "utf16_without_a_mark.csv": Broken(SOUND.encode("utf-16-le")),
    "utf16_big_endian_without_a_mark.csv": Broken(SOUND.encode("utf-16-be")),
    "utf16_with_an_odd_byte_at_the_end.csv": Broken(SOUND.encode("utf-16") + b"\n", reason="reading.unknown_encoding"),
    "gbk_pasted_into_utf8.csv": Broken(_LINES[0].encode() + _LINES[1].encode() + _LINES[2].encode("gbk")),
    "gbk_cut_within_a_character.csv": Broken(SOUND.strip().encode("gbk")[:-1], reason="reading.unknown_encoding"),
    "zero_bytes_at_the_end.csv": Broken(SOUND.encode() + b"\0" * 3),
    "zero_bytes_among_the_cells.csv": Broken(SOUND.replace("旗舰店", "旗舰店\0")),
    "no_break_spaces_around_the_cells.csv": Broken(HEADER + ROWS.replace(",", "\xa0,\xa0")),
    "end_of_file_mark_of_dos.csv": Broken(SOUND + "\x1a"),
}
