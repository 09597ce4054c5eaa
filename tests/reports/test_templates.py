"""Templates: what they hold is what the reader knows, and nothing more."""

from io import BytesIO

import openpyxl
import pytest

from data.logs import LOGS, Log
from reports.templates import template


@pytest.mark.parametrize("log", LOGS.values(), ids=LOGS.keys())
def test_a_template_has_the_headings_and_no_rows(log: Log) -> None:
    page = openpyxl.load_workbook(BytesIO(template(log))).active
    assert page is not None
    assert page.title == log.title
    assert [cell.value for cell in page[1]] == [column.header for column in log.columns]
    assert page.max_row == 1


@pytest.mark.parametrize("log", LOGS.values(), ids=LOGS.keys())
def test_a_template_offers_every_choice_and_insists_on_none(log: Log) -> None:
    page = openpyxl.load_workbook(BytesIO(template(log))).active
    assert page is not None
    offered = {str(rule.formula1).strip('"') for rule in page.data_validations.dataValidation if rule.type == "list"}
    assert offered == {
        ",".join(words[0] for words in column.choices.values()) for column in log.columns if column.choices
    }
    assert not any(rule.showErrorMessage for rule in page.data_validations.dataValidation)
