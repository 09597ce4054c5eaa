"""Templates: what they hold is what the reader knows, and nothing more; sent back they bring what was filled in."""

from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from data.importing import commit, prepare
from data.logs import LOGS, Log
from data.logs.explaining import about, note
from data.refusal import Refused
from data.store import Store
from reports.paper_form import BOTTOM, HEIGHT, SIDES, WIDTH
from reports.templates import template

EVENING = datetime(2026, 11, 21, 19, 0)
INCH = 96, 72  # pixels of width, points of height
A4_LANDSCAPE = 11.69, 8.27  # inches
every_log = pytest.mark.parametrize("log", LOGS.values(), ids=LOGS.keys())


def opened(log: Log) -> Any:
    return openpyxl.load_workbook(BytesIO(template(log)))


@pytest.fixture
def shop(home: Path) -> Iterator[Store]:
    """An empty shop."""
    with Store(home) as store:
        yield store


@pytest.fixture
def send_back(shop: Store) -> Callable[[Any], int]:
    """Import a workbook and return how many rows came in."""

    def sending(book: Any) -> int:
        content = BytesIO()
        book.save(content)
        found = prepare(shop, content.getvalue(), "上报.xlsx", received_at=EVENING)
        return commit(shop, found, at=EVENING, user="测试").rows

    return sending


@every_log
def test_template_has_the_headings_and_one_row_marked_as_an_example(log: Log) -> None:
    page, form = opened(log).worksheets
    assert (page.title, form.title) == (log.title, "手填表")
    assert [cell.value for cell in page[1]] == [column.header for column in log.columns]
    first, *others = (cell.value for cell in page[2])
    assert first == f"示例：{log.columns[0].example}"
    assert others == [column.example or None for column in log.columns[1:]]
    assert all(cell.font.strike for cell in page[2] if cell.value)
    assert (page.max_row, page.freeze_panes) == (2, "A2")


@every_log
def test_template_offers_every_choice_and_insists_on_none(log: Log) -> None:
    (page, _) = opened(log).worksheets
    rules = page.data_validations.dataValidation
    offered = {str(rule.sqref).split(":")[0]: str(rule.formula1).strip('"') for rule in rules}
    fixed = {"bool": "是,否", "grade": "A,B,C,D"}
    expected = {
        page.cell(2, number).coordinate: ",".join(words[0] for words in column.choices.values()) or fixed[column.type]
        for number, column in enumerate(log.columns, 1)
        if column.choices or column.type in fixed
    }
    assert offered == expected
    assert not any(rule.showErrorMessage for rule in rules)


@every_log
def test_every_heading_explains_itself(log: Log) -> None:
    (page, _) = opened(log).worksheets
    for cell, column in zip(page[1], log.columns, strict=True):
        text = cell.comment.text
        assert text == note(log, column, "zh")
        assert about(log, column, "zh") in text
        assert ("必填" in text) == column.required
        assert all(words[0] in text for words in column.choices.values())
        assert column.example in text


@every_log
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_column_has_a_meaning_of_one_sentence(log: Log, language: str) -> None:
    for column in log.columns:
        meaning = about(log, column, language)
        assert meaning.endswith(("。", "."))
        assert meaning.count("。" if language == "zh" else ". ") <= 1


@every_log
def test_phones_and_texts_stay_what_was_typed(log: Log) -> None:
    (page, _) = opened(log).worksheets
    formats = {"phone": "@", "text": "@", "seconds": "@", "money": "#,##0.00", "month": "yyyy-mm"}
    for number, column in enumerate(log.columns, 1):
        found = page.column_dimensions[openpyxl.utils.get_column_letter(number)].number_format
        if column.type == "date":
            assert found.startswith("yyyy-mm-dd")
        elif column.type in formats:
            assert found == formats[column.type]


@every_log
def test_template_sent_back_unchanged_brings_nothing(log: Log, send_back: Callable[[Any], int], shop: Store) -> None:
    with pytest.raises(Refused):
        send_back(opened(log))
    assert shop.all_stores() == ()
    assert shop.data_version() == 0


@every_log
def test_template_filled_in_brings_its_rows_and_no_example_or_form(
    log: Log, send_back: Callable[[Any], int], shop: Store
) -> None:
    book = opened(log)
    page = book.worksheets[0]
    for number, column in enumerate(log.columns, 1):
        page.cell(3, number).value = column.example or None
        page.cell(4, number).value = "万象店" if column.name == "store" else column.example or None
    assert send_back(book) == 2
    assert shop.all_stores() == ("万象店", "旗舰店")


@every_log
def test_form_is_one_ruled_page_of_a4_with_room_to_write(log: Log) -> None:
    (_, form) = opened(log).worksheets
    assert (form.page_setup.paperSize, form.page_setup.orientation) == (9, "landscape")
    assert (form.sheet_properties.pageSetUpPr.fitToPage, form.page_setup.fitToHeight) == (
        True,
        0,
    )
    assert form.print_title_rows == "$1:$4"
    assert form["A1"].value == f"{log.title}（手填）"
    assert form["A2"].value.split() == ["门店：", "导购：" if log.kind == "calls" else "填表人：", "日期："]
    heights = [form.row_dimensions[row].height for row in range(1, form.max_row + 1)]
    assert HEIGHT - 24 < sum(heights) <= HEIGHT <= (A4_LANDSCAPE[1] - SIDES - BOTTOM) * INCH[1]
    assert (A4_LANDSCAPE[0] - 2 * SIDES) * INCH[0] >= WIDTH
    assert {cell.value for row in form.iter_rows(min_row=5) for cell in row} == {None}
    assert {cell.border.bottom.style for row in form.iter_rows(min_row=4) for cell in row} == {"thin"}
    needed = {column.header for column in log.columns if column.required} - {"门店"}
    said = {str(cell.value) for cell in form[4]}
    assert needed - {"日期", "导购"} <= {header.removesuffix("*") for header in said if header.endswith("*")}
