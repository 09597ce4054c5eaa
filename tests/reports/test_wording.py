"""Tables in words: which numbers are counts, which are means, and which are only names."""

from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest

from reports.wording import sheet

FIGURES = {
    "whole numbers": (pd.Series([1200, 3]), "#,##0"),
    "whole numbers with one missing": (pd.Series([1200.0, None]), "#,##0"),
    "nullable": (pd.array([1200, None], "Int32"), "#,##0"),
    "a mean": (pd.Series([12.345, 3]), "#,##0.0#"),
    "nothing known": (pd.array([None, None], "Int32"), "#,##0"),
    "Arrow's decimals": (
        pd.array([Decimal(1200), Decimal(3)], pd.ArrowDtype(pa.decimal128(18, 2))),  # which know no remainder
        "#,##0",
    ),
}


@pytest.mark.parametrize("name", FIGURES)
def test_a_number_has_its_thousands_and_places_only_where_it_is_no_count(name: str) -> None:
    column, code = FIGURES[name]
    assert sheet("x", pd.DataFrame({"usual": column}), "zh").formats == {"平时同一天": code}


def test_a_number_that_is_a_name_has_no_thousands() -> None:
    assert sheet("x", pd.DataFrame({"batch_id": [1200], "row_no": [1200]}), "en").formats == {"Number": "", "Row": ""}
