"""A customer's code: what stands for whom in a file without contacts."""

import pytest

from data.customer_codes import code_of, is_code

KEYS = (0, 1, 0x1234567890123456, 2**64 - 1)


@pytest.mark.parametrize("key", KEYS)
def test_a_code_is_known_again(key: int) -> None:
    code = code_of(key)
    assert is_code(code)
    assert int(code[1:17], 16) == key
    assert code.startswith("K")  # a spreadsheet would round a number of so many digits


def test_every_customer_has_a_code_of_its_own() -> None:
    assert len({code_of(key) for key in KEYS}) == len(KEYS)


@pytest.mark.parametrize("place", range(21))
def test_one_slip_makes_it_no_code(place: int) -> None:
    code = code_of(KEYS[2])
    slip = "7" if code[place] != "7" else "8"
    assert not is_code(code[:place] + slip + code[place + 1 :])


@pytest.mark.parametrize("text", ["", "K", "13800138000", code_of(5).lower(), code_of(5) + "0"])
def test_other_words_are_none(text: str) -> None:
    assert not is_code(text)
