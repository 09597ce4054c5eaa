"""What stands for a customer in a file that carries no contacts: a code that identifies as well as a phone does."""

import re
from typing import Final
from zlib import crc32

WRITTEN: Final = re.compile(r"K([0-9A-F]{16})([0-9A-F]{4})")


def code_of(customer_key: int) -> str:
    """Return the code of a customer: K, the key in hexadecimal, four digits to check it by; never a number."""
    key = f"{customer_key:016X}"
    return f"K{key}{_check(key)}"


def is_code(text: str) -> bool:
    """Whether ``text`` is a code as ``code_of`` writes it, without a slip."""
    found = WRITTEN.fullmatch(text)
    return found is not None and found[2] == _check(found[1])


def key_in(code: str) -> str:
    """Return the SQL of the key in the SQL of a code."""
    return f"('0x' || substr({code}, 2, 16))::ubigint"


def _check(key: str) -> str:
    return f"{crc32(key.encode()) & 0xFFFF:04X}"
