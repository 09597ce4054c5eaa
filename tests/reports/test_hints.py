"""Evidence of a hint in both languages."""

import pandas as pd
import pytest

from reports.hints import evidence


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "重复号码 50%（20/40，超过 20% 就提醒）"), ("en", "repeated numbers 50% (20/40; a hint from over 20%)")],
)
def test_the_evidence_is_counted_and_says_from_where_on(language: str, words: str) -> None:
    # Half of 40 calls are 20.
    row = pd.Series({"hint": "repeated_numbers", "value": 0.5, "threshold": 0.2, "n": 40})
    assert evidence(row, language) == words
