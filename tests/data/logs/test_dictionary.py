"""The data dictionary in docs/ says what the descriptions say."""

from pathlib import Path

from data.logs import LOGS
from data.logs.dictionary import dictionary

DOCUMENT = Path(__file__).parents[3] / "docs" / "logs.md"


def test_the_document_is_the_dictionary():
    assert DOCUMENT.read_text(encoding="utf-8") == dictionary()


def test_every_column_and_alias_is_in_it():
    text = dictionary()
    for log in LOGS.values():
        assert f"## {log.kind}: {log.title}" in text
        for column in log.columns:
            assert f"| {column.name} | {', '.join((column.header, *column.aliases))} |" in text
