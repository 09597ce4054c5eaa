"""A Chinese page speaks Chinese and an English one English: only names are left as they are."""

import re
from collections.abc import Callable
from typing import Any, Final

import pytest
from streamlit.testing.v1 import AppTest

from data.demo.customers import _GIVEN, _PRODUCTS, _SURNAMES
from data.demo.groups import _CHANNELS
from data.demo.people import NAMES, STORES
from data.demo.sources import SOURCES
from data.demo.visits import _REASONS
from data.texts import LANGUAGES

Open = Callable[..., AppTest]
Hear = Callable[[AppTest], Any]

WORD: Final = re.compile(r"[A-Za-z]{2,}")
CHINESE: Final = re.compile(r"[\u3400-\u9fff]+")
# Not words: icons, colours and tags of Markdown and of charts.
MARKUP: Final = re.compile(r":material/\w+:|:[a-z]+(-[a-z]+)*(?=\[)|</?[a-z]+[^>]*>|\[[^\]]*\]\(.*?\)")
CONTACT: Final = re.compile(r"\S+\*\*\*\S+")
ESCAPES: Final = str.maketrans("", "", "\\\u2060")  # around what a name is made of
FILE: Final = re.compile(r"\S+\.(csv|xlsx)\b")
# Names of programs, encodings and units that a Chinese shop writes the same way, and the way to the other language.
IN_CHINESE: Final = {"Xihui", "English", "WPS", "Excel", "PDF", "MB", "utf", "gb", "big"}
# The product's name, and the way to the other language.
IN_ENGLISH: Final = {"夕会", "中文"}
GROUPS: Final = {f"{number}群" for number in range(1, 10)}  # after the store's name
PEOPLE: Final = {name for names in NAMES.values() for name in names.split()}
CUSTOMERS: Final = {f"{surname}{given}" for surname in _SURNAMES for given in _GIVEN}
WRITTEN: Final = {
    *_CHANNELS,
    *_PRODUCTS,
    *(source.name for source in SOURCES),
    *_REASONS,
    "再考虑",
}  # by the shop into its logs, and shown as they are
NAMED: Final = re.compile(
    "|".join(sorted({*PEOPLE, *CUSTOMERS, *STORES, *GROUPS, *WRITTEN, *IN_ENGLISH}, key=len, reverse=True))
)


def foreign(heard: Any, language: str) -> set[str]:
    """Return what is not said in ``language``, names apart."""
    text = "\n".join(line for line in heard.everything.splitlines() if line not in heard.names)
    bare = CONTACT.sub("", FILE.sub("", MARKUP.sub("", text).translate(ESCAPES)))
    return set(WORD.findall(bare)) - IN_CHINESE if language == "zh" else set(CHINESE.findall(NAMED.sub("", bare)))


@pytest.mark.usefixtures("demo_home")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_keeps_to_its_language(
    app: Open, said: Hear, scripts: dict[str, str], page: str, language: str
) -> None:
    assert not foreign(said(app(scripts[page], lang=language)), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_keeps_to_its_language_before_there_is_data(
    app: Open, said: Hear, scripts: dict[str, str], page: str, language: str
) -> None:
    assert not foreign(said(app(scripts[page], lang=language)), language)
