"""The page of what changed between two data versions."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from data import importing
from data.rules import set_rule
from data.store import Store

Open = Callable[..., AppTest]
PAGE = "records/changes.py"
LATE = datetime(2026, 11, 21, 21, 10)
CORRECTED = """日期,门店,导购,客户姓名,电话,通话结果
2026-11-21 18:05,旗舰店,周丽,王先生,13800138002,接通
2026-11-21 18:25,旗舰店,周丽,钱先生,13800138005,接通
2026-11-21 18:35,旗舰店,周丽,孙先生,13800138006,接通
"""


@pytest.fixture
def clock(set_clock: Callable[[datetime], None]) -> Callable[[datetime], None]:
    """Return the shop's clock, which stands at the time of the first file."""
    set_clock(datetime(2026, 11, 21, 19, 52))
    return set_clock


@pytest.fixture
def corrected(clock: Callable[[datetime], None], shop: Store) -> Store:
    """Return the shop after 周丽's calls came once more, at 21:10, after the meeting: three instead of one."""
    clock(LATE)
    prepared = importing.prepare(shop, CORRECTED.encode(), "补.csv", received_at=LATE)
    importing.commit(shop, prepared, at=LATE, user="uploads_page")
    return shop


def sentences(shown: AppTest) -> list[str]:
    assert not shown.exception
    return [line.value.replace("\u2060", "").replace("\\", "") for line in shown.main.markdown]


@pytest.mark.usefixtures("corrected")
def test_a_late_file_is_named_with_what_it_changed(app: Open) -> None:
    shown = app(PAGE, stores="旗舰店")
    assert "**周丽 11月21日 周六** 电话 1 → 3：21:10 导入《补.csv》（上传页）" in sentences(shown)
    assert shown.main.subheader[0].value == "1 位导购的 1 个数字变了，来自 1 次变动。"
    table = shown.main.dataframe[0].value
    assert table[["导购", "数字", "之前", "之后", "差"]].to_numpy().tolist() == [["周丽", "电话", 1, 3, 2]]


def test_the_meeting_is_where_the_comparison_starts(
    app: Open, corrected: Store, clock: Callable[[datetime], None]
) -> None:
    # At the meeting 周丽 had 1 call; at 21:10 there were 3, and an undo at 22:00 brought 1 again.
    clock(LATE + timedelta(minutes=50))
    importing.undo(corrected, 2, at=LATE, user="uploads_page")
    shown = app(PAGE, stores="旗舰店")
    assert shown.main.subheader[0].value == "这两个时点之间，所选门店和日期的数字没有变。"
    versions = shown.main.dataframe[0].value["做了什么"].tolist()
    assert versions == ["撤销《补.csv》", "导入《补.csv》"]
    before = str(corrected.data_version() - 1)
    assert "电话 3 → 1" in "".join(sentences(app(PAGE, stores="旗舰店", before=before)))


def test_where_only_a_rule_changed_it_says_so(app: Open, corrected: Store, clock: Callable[[datetime], None]) -> None:
    version = corrected.data_version()
    set_rule(corrected, "call_quota", "40", valid_from=date(2026, 11, 21), at=LATE, by="rules_page")
    shown = app(PAGE, stores="旗舰店", before=str(version))
    assert "只改了规则" in shown.main.subheader[0].value


@pytest.mark.usefixtures("corrected")
def test_other_days_are_counted_but_not_shown(app: Open) -> None:
    shown = app(PAGE, stores="旗舰店", **{"from": "2026-11-01", "to": "2026-11-20"})
    assert shown.main.subheader[0].value == "这两个时点之间，所选门店和日期的数字没有变。"
    assert any("另有 1 个数字变了" in caption.value for caption in shown.caption)


@pytest.mark.usefixtures("shop")
def test_one_version_is_nothing_to_compare(app: Open) -> None:
    assert "还没有什么可以比较" in app(PAGE).info[0].value
