"""The texts: complete in both languages, used, and Chinese where Chinese is promised."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from data.texts import LANGUAGES, catalogue, say

ROOT = Path(__file__).parents[1]
CALLS = {"say", "t", "Refused"}
# English on a Chinese page: names, kinds of files, and what is typed on a command line.
NAMES = {
    "CSV",
    "Chrome",
    "Chromium",
    "English",
    "Excel",
    "GBK",
    "Google",
    "MB",
    "PDF",
    "UTF",
    "WPS",
    "XIHUI_HOME",
    "Xihui",
    "at",
    "csv",
    "en",
    "https",
    "language",
    "secret",
    "stores",
    "url",
    "xls",
    "xlsx",
    "zh",
}
TYPED = re.compile(r"python -m [a-z]+(?: [a-z-]+| \{\w+\}| [A-Z]+)*|--[a-z]+")
PLACEHOLDER = re.compile(r"\{[^}]*\}")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def asked_for() -> Iterator[tuple[str, str]]:
    """Yield every key asked for in the code, with where. Of an f-string only what stands before the first brace."""
    folders = ("charts", "data", "pages", "queries", "reports")
    for file in (ROOT / "dashboard.py", *(path for name in folders for path in sorted((ROOT / name).rglob("*.py")))):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CALLS and node.args:
                yield from ((key, f"{file.name}:{node.lineno}") for key in keys(node.args[0]))


def keys(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        first = node.values[0]
        if isinstance(first, ast.Constant):
            yield f"{first.value}*"
    elif isinstance(node, ast.IfExp):
        yield from keys(node.body)
        yield from keys(node.orelse)


def known(key: str, texts: dict[str, str]) -> set[str]:
    return {name for name in texts if name.startswith(key[:-1])} if key.endswith("*") else {key} & texts.keys()


def test_both_languages_say_the_same_things() -> None:
    chinese, english = (catalogue(language) for language in LANGUAGES)
    assert chinese.keys() == english.keys()


def test_both_languages_have_the_same_placeholders() -> None:
    chinese, english = (catalogue(language) for language in LANGUAGES)
    assert {key for key in chinese if placeholders(chinese[key]) != placeholders(english[key])} == set()


def test_every_key_in_the_code_has_a_text() -> None:
    texts = catalogue("zh")
    assert {(key, where) for key, where in asked_for() if not known(key, texts)} == set()


def test_no_text_is_left_over() -> None:
    texts = catalogue("zh")
    used = {name for key, _ in asked_for() for name in known(key, texts)}
    assert texts.keys() - used == set()


def test_chinese_texts_are_chinese() -> None:
    stray = {
        key: words
        for key, text in catalogue("zh").items()
        if (words := set(re.findall(r"[A-Za-z_]{2,}", PLACEHOLDER.sub("", TYPED.sub("", text)))) - NAMES)
    }
    assert stray == {}


def test_chinese_sentences_have_chinese_punctuation() -> None:
    half_width = re.compile(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!(][\u4e00-\u9fff]|[\u4e00-\u9fff]\.(?!\w)")
    assert {key: text for key, text in catalogue("zh").items() if half_width.search(text)} == {}


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("nowhere.nothing", "zh")


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 call short"), ("1", "1 call short"), (0, "0 calls short"), ("1,001", "1,001 calls short")],
)
def test_english_has_the_form_of_a_word_that_goes_with_its_number(count: object, words: str) -> None:
    assert say("gaps.short_calls", "en", count=count) == words
