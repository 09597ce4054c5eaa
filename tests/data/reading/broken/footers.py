"""Totals and notes below, between and beside the data, and several tables in one file."""

from typing import Final

from tests.data.reading.broken.expected import HEADER, ROWS, SOUND, Broken

_FIRST, _SECOND = ROWS.splitlines(keepends=True)
_BARE: Final = "日期,导购,电话,通话结果\n"
_ONE, _TWO = "2026-11-21,周丽,13800138001,接通\n", "2026-11-21,王芳,13900139002,未接\n"
_STAFF: Final = "导购,岗位,入职日期,离职日期\n周丽,导购,2025-03-01,\n"


def _beside(left: str, right: str) -> str:
    rows = left.splitlines()
    others = [*right.splitlines(), *["," * right.splitlines()[0].count(",")] * len(rows)]
    return "".join(f"{row},,{other}\n" for row, other in zip(rows, others, strict=False))


FILES: Final = {
    "totals_row_at_the_end.csv": Broken(SOUND + "合计,,,,2,\n"),
    "totals_row_in_the_middle.csv": Broken(HEADER + _FIRST + "小计,,,,1,\n" + _SECOND + "小计,,,,1,\n合计,,,,2,\n"),
    "totals_word_spaced_to_look_wide.csv": Broken(SOUND + "合　计,,,,2,\n"),
    "footnotes_at_the_end.csv": Broken(SOUND + "\n制表人：王芳,,,审核：李静,,\n注：以上为当日数据,,,,,\n"),
    "blank_rows_among_the_data.csv": Broken(HEADER + _FIRST + ",,,,,\n\n , ,,,,\n" + _SECOND),
    "remark_beside_the_table.csv": Broken(f"{HEADER.strip()},,\n{_FIRST.strip()},,周三补录\n{_SECOND.strip()},,\n"),
    "other_log_to_the_right.csv": Broken(_beside(_BARE + _ONE + _TWO, _STAFF), _BARE + _ONE + _TWO + "\n" + _STAFF),
    "small_summary_to_the_right.csv": Broken(
        _beside(_BARE + _ONE + _TWO, "导购,次数\n周丽,1\n"), _BARE + _ONE + _TWO + "\n导购,次数\n周丽,1\n"
    ),
    "other_log_below.csv": Broken(_BARE + _ONE + _TWO + "\n\n" + _STAFF, _BARE + _ONE + _TWO + "\n" + _STAFF),
    "other_log_right_below.csv": Broken(_BARE + _ONE + _TWO + _STAFF, _BARE + _ONE + _TWO + "\n" + _STAFF),
    "longer_log_below.csv": Broken(_BARE + _ONE + "\n" + SOUND, _BARE + _ONE + "\n" + SOUND),
    "block_for_each_store.csv": Broken(
        f"旗舰店 电话记录\n{_BARE}{_ONE}合计,,1,\n\n万达店 电话记录\n{_BARE}{_TWO}", f"{_BARE}{_ONE}\n{_BARE}{_TWO}"
    ),
    "block_for_each_day_with_a_line_of_labels.csv": Broken(
        f"日期：11月21日,,导购：周丽,\n{_BARE}{_ONE}日期：11月22日,,导购：王芳,\n{_BARE}{_TWO}",
        f"{_BARE}{_ONE}\n{_BARE}{_TWO}",
    ),
}
