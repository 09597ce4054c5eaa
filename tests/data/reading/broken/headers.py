"""Titles, headers of several rows, no header, and rows below the header that are no data yet."""

from typing import Final

from tests.data.reading.broken.expected import HEADER, ROWS, SOUND, Broken

_FIRST, _SECOND = ROWS.splitlines(keepends=True)

FILES: Final = {
    "title_above_the_header.csv": Broken("电话邀约记录表\n" + SOUND),
    "titles_with_date_and_assistant.csv": Broken("电话邀约记录表,,\n日期：2026-11-21,,导购：周丽\n\n" + SOUND),
    "title_of_labels_beside_values.csv": Broken("门店,旗舰店,日期,2026-11-21\n" + SOUND),
    "instructions_above_the_header.csv": Broken("填表说明：每天六点前交\n注：电话必填\n" + SOUND),
    "blank_lines_above_the_header.csv": Broken("\n,,,,,\n\n" + SOUND),
    "two_row_header.csv": Broken("日期,门店,导购,客户情况,,\n,,,客户姓名,电话,备注\n" + ROWS),
    "two_row_header_with_the_same_words.csv": Broken(
        "日期,门店,导购,电话,进群,,到店,\n,,,,是否,日期,是否,日期\n2026-11-21,旗舰店,周丽,13800138001,是,2026-11-22,否,\n",
        "日期,门店,导购,电话,是否进群,进群日期,是否到店,到店日期\n2026-11-21,旗舰店,周丽,13800138001,是,2026-11-22,否,\n",
    ),
    "three_row_header.csv": Broken("基本情况,,,客户,,\n日期,人员,,客户姓名,联系,\n,门店,导购,,电话,备注\n" + ROWS),
    "group_titles_above_a_full_header.csv": Broken("基本情况,,,客户情况,,\n" + SOUND),
    "no_header.csv": Broken(ROWS, ",,,,,\n" + ROWS),
    "no_header_but_words_of_one_in_the_data.csv": Broken(
        "2026-11-21,旗舰店,周丽,13800138001,电话,进群\n", ",,,,,\n2026-11-21,旗舰店,周丽,13800138001,电话,进群\n"
    ),
    "header_only_below_the_first_rows.csv": Broken(
        _FIRST + HEADER + _SECOND, ",,,,,\n" + _FIRST + "\n" + HEADER + _SECOND
    ),
    "header_without_rows.csv": Broken(HEADER, HEADER),
    "header_with_an_empty_cell.csv": Broken(SOUND.replace("客户姓名", ""), SOUND.replace("客户姓名", "")),
    "header_on_every_page.csv": Broken(HEADER + _FIRST + HEADER + _SECOND),
    "title_and_header_on_every_page.csv": Broken(f"电话记录 第1页\n{HEADER}{_FIRST}电话记录 第2页\n{HEADER}{_SECOND}"),
    "two_row_header_on_every_page.csv": Broken(
        2 * "日期,门店,导购,客户情况,,\n,,,客户姓名,电话,备注\n"
        + ROWS
        + "日期,门店,导购,客户情况,,\n,,,客户姓名,电话,备注\n"
    ),
    "column_numbers_below_the_header.csv": Broken(HEADER + "1,2,3,4,5,6\n" + ROWS),
    "units_below_the_header.csv": Broken(HEADER + "（年/月/日）,,,,,选填\n" + ROWS),
    "example_below_the_header.csv": Broken(HEADER + "2026-11-01,示例,张三,李四,13800138000,示例\n" + ROWS),
    "column_of_row_numbers.csv": Broken(f"序号,{HEADER}1,{_FIRST}2,{_SECOND}", f"序号,{HEADER}1,{_FIRST}2,{_SECOND}"),
    "numbered_rows_left_unfilled.csv": Broken(
        f"序号,{HEADER}1,{_FIRST}2,{_SECOND}3,,,,,,\n4,,,,,,\n", f"序号,{HEADER}1,{_FIRST}2,{_SECOND}"
    ),
    "empty_columns_between_the_others.csv": Broken(SOUND.replace(",", ",,")),
}
