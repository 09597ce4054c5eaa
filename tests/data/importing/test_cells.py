"""What holds for every cell, whatever it says."""

import string

from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.importing.cells import Cell
from data.importing.folding import folded
from tests.data.importing.reading_cells import READERS

# Letters that forms and the readers' patterns are made of, so that generated cells nearly fit.
LETTERS = (
    string.digits
    + "０９１３８५-—–/.:,·'()（）+*×xXeEnNaA ABCDabcdＡ类级客户是否有无已未不没"
    + "同意拒绝√✓✗yY¥￥元万微信号上时分秒个次合计休假\u3000\u00a0\u200b\ufe0f\t\n"
)
CELLS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=14),
    st.text(min_size=1, max_size=10),
    st.from_regex(r"(\+86|0086)?[ -]?1[3-9][0-9]{1}[ -]?[0-9]{4}[ .-]?[0-9]{4}(\.0)?", fullmatch=True),
    st.from_regex(r"[(¥-]?[0-9,]{1,14}(\.[0-9]{0,3})?[万元)]?", fullmatch=True),
    st.from_regex(r"[0-9]{0,12}[:时分秒]?[0-9]{0,3}[:分秒]?[0-9]{0,3}[秒]?", fullmatch=True).filter(bool),
)


@given(text=CELLS)
@example("9" * 5000)
@example("9" * 5000 + "时")
@settings(max_examples=300, deadline=None)
def test_no_cell_makes_a_reader_fail_and_a_value_read_again_is_itself(text):
    plain = folded(text)
    assert folded(plain) == plain
    for name, reader in READERS.items():
        cell = reader(plain) if plain else Cell()
        if cell.value is not None:
            again = reader(cell.value)
            assert (again.value, again.problem, again.repaired) == (cell.value, None, False), name
