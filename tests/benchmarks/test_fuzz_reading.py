"""Whatever bytes come, reading returns or refuses: no other error, no long wait, no memory beyond bounds."""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.importing.recognising import known_header
from data.reading import read
from data.refusal import Refused
from data.texts import LANGUAGES
from tests.benchmarks.files import calls_csv, calls_xlsx

SECONDS = 10
GIGABYTE = 1e9
PER_UNIT = 1 if sys.platform == "darwin" else 1024
ROWS = 40
INSERTED = [b",", b";", b"\t", b'"', b'""', b"'", b"\\", b"\n", b"\r", b"\r\n", b"\0", b"\x1a", b"\xff", b"\xd6", b" "]
PROFILE = settings(deadline=None, suppress_health_check=list(HealthCheck), database=None)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return one sound log in each format and encoding."""
    folder: Path = tmp_path_factory.mktemp("sound")
    calls_csv(folder / "calls.csv", ROWS)
    calls_xlsx(folder / "calls.xlsx", ROWS)
    text = (folder / "calls.csv").read_text(encoding="utf-8")
    quoted = "".join(",".join(f'"{cell}"' for cell in line.split(",")) + "\r\n" for line in text.splitlines())
    return {
        "utf8": text.encode(),
        "gbk": text.encode("gbk"),
        "utf16": text.encode("utf-16"),
        "quoted": quoted.encode(),
        "xlsx": (folder / "calls.xlsx").read_bytes(),
    }


def mutated(draw: Callable[..., int], content: bytes, changes: int) -> bytes:
    """Return ``content`` with bits flipped, bytes inserted and pieces cut out or repeated."""
    changed = bytearray(content)
    for _ in range(changes):
        place = draw(st.integers(0, max(0, len(changed) - 1)))
        match draw(st.integers(0, 3)):
            case 0 if changed:
                changed[place] ^= 1 << draw(st.integers(0, 7))
            case 1:
                changed[place:place] = draw(st.sampled_from(INSERTED))
            case 2:
                del changed[place : place + draw(st.integers(1, 300))]
            case 3:
                changed[place:place] = changed[place : place + 100]
    return bytes(changed)


def survive(content: bytes, name: str) -> None:
    started = time.monotonic()
    try:
        read(content, name, known_header)
    except Refused as refused:
        for language in LANGUAGES:
            refused.sentence(language)
    assert time.monotonic() - started < SECONDS, len(content)


@settings(PROFILE, max_examples=300)
@given(content=st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    survive(content, "any.csv")


@settings(PROFILE, max_examples=300)
@given(text=st.text(st.sampled_from("a1中，,;|\t'\"\\“” \n\r\0\x1a=-"), max_size=200))
def test_any_marks(text: str) -> None:
    survive(text.encode(), "any.csv")


@settings(PROFILE, max_examples=300)
@given(data=st.data(), kind=st.sampled_from(["utf8", "gbk", "utf16", "quoted"]), changes=st.integers(1, 12))
def test_damaged_text(sound: dict[str, bytes], data: st.DataObject, kind: str, changes: int) -> None:
    survive(mutated(data.draw, sound[kind], changes), "damaged.csv")


@settings(PROFILE, max_examples=60)
@given(data=st.data(), changes=st.integers(1, 6))
def test_damaged_workbook(sound: dict[str, bytes], data: st.DataObject, changes: int) -> None:
    survive(mutated(data.draw, sound["xlsx"], changes), "damaged.xlsx")
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * PER_UNIT < GIGABYTE


@pytest.mark.parametrize(
    "piece", [',"a""b', ',"""x', '"\n', "'", '\\"', "“,", " \t", "\r\r\n", "1,234,", '"a,b"\n', "\0a,"]
)
def test_one_piece_again_and_again(piece: str) -> None:
    survive((piece * 200_000).encode(), "again.csv")
