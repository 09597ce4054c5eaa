"""What the lines above a header state once for all rows."""

import pytest

from data.reading.stating import find_stated


@pytest.mark.parametrize(
    ("row", "stated"),
    [
        (["日期：2026-11-21   导购：王芳"], {"日期": "2026-11-21", "导购": "王芳"}),
        (["日 期: 11月21日", None, "导 购：王芳"], {"日 期": "11月21日", "导 购": "王芳"}),
        (["旗舰店 导购：王芳"], {"导购": "王芳"}),
        (["填表时间：18:05"], {"填表时间": "18:05"}),
        (["日期：", None, "2026-11-21"], {"日期": "2026-11-21"}),
        (["门店", "旗舰店", "日期", "11月21日"], {"门店": "旗舰店", "日期": "11月21日"}),
        (["客户情况", None, "电话情况", "旗舰店"], {}),
        (["日期：", "导购：", None], {}),
        (["日期", "导购"], {}),
        (["2026-11-21 18:05"], {}),
    ],
)
def test_labels_are_found_with_their_values(known_header, row, stated):
    assert find_stated([row], known_header) == stated


def test_first_of_several_values_counts(known_header):
    assert find_stated([["导购：王芳"], ["导购：周丽"]], known_header) == {"导购": "王芳"}
