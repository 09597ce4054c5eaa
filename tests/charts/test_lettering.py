import pytest

from charts.lettering import coloured, cut, figure_text, hover, name, plain, said, width_em, wrapped
from charts.palette import LIGHT

MARKUP = '<a href="http://x">A&B</a>'


def test_names_never_become_markup() -> None:
    escaped = '&lt;a href="http://x"&gt;A&amp;B&lt;/a&gt;'
    assert plain(MARKUP) == escaped
    assert hover(MARKUP) == f"<b>{escaped}</b>"
    assert escaped in said("passed", MARKUP, LIGHT)
    assert name("<i>x</i>", LIGHT) == "<b>&lt;i&gt;x&lt;/i&gt;</b>"


def test_a_chinese_character_is_one_em_wide() -> None:
    assert width_em("周丽") == 2
    assert width_em("Li") == pytest.approx(1.1)


def test_cut_leaves_what_fits_and_marks_what_does_not() -> None:
    assert cut("欧阳娜娜", 4) == "欧阳娜娜"
    assert cut("浦东新区金桥店", 4) == "浦东新…"


def test_wrapped_breaks_only_between_parts_and_loses_nothing() -> None:
    sentence = "差 12 个电话 · 还差 9 个进群 · 连续 3 天不达标"
    assert wrapped(sentence, 8) == ["差 12 个电话", "还差 9 个进群", "连续 3 天不达标"]
    assert wrapped(sentence, 100) == [sentence]
    assert wrapped("已达标，连续 4 天", 2) == ["已达标，连续 4 天"]


def test_the_store_stands_muted_behind_the_name() -> None:
    store = coloured("旗舰店", LIGHT.muted)
    assert name("周丽\n旗舰店", LIGHT) == f"<b>周丽</b><br>{store}"
    assert name("周丽\n旗舰店", LIGHT, " ") == f"<b>周丽</b> {store}"


def test_hover_says_the_full_label_and_skips_empty_lines() -> None:
    assert hover("Christopher Montgomery-Smith\n旗舰店", "", "52") == (
        "<b>Christopher Montgomery-Smith · 旗舰店</b><br>52"
    )


def test_a_state_is_said_with_its_glyph_and_not_at_all_without_a_sentence() -> None:
    assert said("below", "差 12 个电话", LIGHT) == coloured("✕ 差 12 个电话", LIGHT.below_text)
    assert said("below", "", LIGHT) == ""


def test_figures_are_whole_and_missing_is_not_zero() -> None:
    assert [figure_text(value) for value in (0.0, 52.0, 1234.0, None)] == ["0", "52", "1,234", "–"]
