"""What people come to do: hand in a log and take it back, change the language, learn why a file is refused."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from data.texts import LANGUAGES, say

STORE: Final = "旗舰店"
WHO: Final = "赵文博"  # the demo shop's evening is without his logs
# As a shop writes it: GBK, a title above the header, a total below the rows. Three calls.
CALLS: Final = f"""{STORE}{WHO}电话邀约记录表（20261125）,,,,,
日期,门店,导购,客户姓名,电话,通话结果
2026/11/25 10:05,{STORE},{WHO},李女士,13800138001,接通
2026/11/25 10:09,{STORE},{WHO},王先生,13800138002,接通
2026/11/25 10:12,{STORE},{WHO},张女士,13800138003,无人接听
合计,,,3,,
"""
INVITES: Final = f"""日期,门店,导购,客户姓名,电话,同意事项
2026/11/25,{STORE},{WHO},李女士,13800138001,进群
"""
MISSPELT_WHO: Final = "赵文搏"
MISSPELT: Final = f"""日期,门店,导购,客户姓名,电话,通话结果
2026/11/25 10:05,{STORE},{MISSPELT_WHO},李女士,13800138001,接通
2026/11/25 10:09,{STORE},{MISSPELT_WHO},王先生,13800138002,接通
2026/11/25 10:12,{STORE},{MISSPELT_WHO},张女士,1.38E+10,无人接听
"""
LONG: Final = 100_000  # rows

ROW: Final = 35  # px, of a table; its first row holds the headings


def long_log() -> str:
    """Return last year's calls, with cells that take some reading."""
    header = "日期,门店,导购,客户姓名,电话,通话结果\n"
    return header + "".join(
        f"2025年{1 + row % 12}月{1 + row % 28}日,{STORE},{WHO},客户 {row},139-{row // 10:04}-{row % 9973:04},接通\n"
        for row in range(LONG)
    )


def shown_as(said: str) -> re.Pattern[str]:
    """Return a pattern of ``said`` that lets the page keep names from being read as links."""
    return re.compile("\u2060?".join(map(re.escape, said)))


def attach(shown: Page, files: dict[str, bytes]) -> None:
    shown.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        [{"name": name, "mimeType": "text/csv", "buffer": content} for name, content in files.items()]
    )


def go_to(shown: Page, page: str, language: str = "zh") -> None:
    name = say(f"frame.pages.{page}.name", language)
    shown.get_by_test_id("stSidebar").get_by_role("link", name=name, exact=True).click()
    expect(shown.locator("h1")).to_contain_text(name)


def expect_evening(shown: Page, readiness: str, calls: str) -> None:
    expect(shown.get_by_test_id("stMain").get_by_text(re.compile(readiness)).first).to_be_visible()
    board = shown.locator(".st-key-wide_quota_board .main-svg text", has_text=re.compile(f"^\\s*{calls}\\s*$"))
    expect(board).to_be_visible()


def test_a_log_handed_in_late_changes_the_evening_and_taken_back_changes_it_back(
    viewer: Callable[..., Any], serve: Callable[..., Any], demo_home: Path
) -> None:
    server = serve(demo_home).wait()
    shown = viewer().open(f"{server.url}/?stores={STORE}&to=2026-11-25")
    missing, late = say("meeting.missing", "zh", name=WHO), say("meeting.late", "zh", name=WHO, at=r"\d\d:\d\d")
    expect_evening(shown, missing, "– / 50")

    go_to(shown, "uploads")
    attach(shown, {"今天电话.csv": CALLS.encode("gbk"), "今天邀约.csv": INVITES.encode("gbk")})
    expect(shown.get_by_text(say("uploads.left_out", "zh", rows=1))).to_be_visible()
    shown.get_by_role("button", name=say("uploads.commit", "zh", files=2, rows=4)).click()
    expect(shown.get_by_text(shown_as(say("uploads.done", "zh", file="今天电话.csv", rows=3)))).to_be_visible()
    go_to(shown, "meeting")
    expect_evening(shown, late, "3 / 50")

    go_to(shown, "uploads")
    second = {"x": ROW / 2, "y": 2.5 * ROW}  # the invites came last and stand first
    shown.locator("[data-testid=stDataFrame] .dvn-scroller").click(position=second)
    expect(shown.get_by_test_id("stMain").locator("strong", has_text=shown_as("今天电话.csv"))).to_be_visible()
    shown.get_by_role("button", name=say("uploads.undo", "zh")).click()
    shown.get_by_role("button", name=say("uploads.undo_now", "zh")).click()
    expect(shown.get_by_test_id("stToast")).to_contain_text(re.compile(say("uploads.undone", "zh", batch=r"\d+")))
    go_to(shown, "meeting")
    expect_evening(shown, missing, "– / 50")
    server.stop()


def test_a_misspelt_name_and_a_refused_row_are_settled_before_a_log_goes_in(
    viewer: Callable[..., Any], serve: Callable[..., Any], demo_home: Path
) -> None:
    server = serve(demo_home).wait()
    window = viewer()
    shown = window.open(f"{server.url}/uploads?stores={STORE}&to=2026-11-25")
    attach(shown, {"电话.csv": MISSPELT.encode()})
    main = shown.get_by_test_id("stMain")
    label = say("uploads.names.assistant", "zh", name=MISSPELT_WHO, store=STORE, rows=2)
    main.get_by_role("combobox", name=label).click()
    shown.get_by_role("option", name=WHO, exact=True).click()
    window.settled()
    button = shown.get_by_role("button", name=say("uploads.commit", "zh", files=1, rows=2))
    expect(main.get_by_text(say("uploads.many_refused", "zh", rows=1, share="33%"))).to_be_visible()
    expect(button).to_be_disabled()
    main.get_by_text(say("uploads.may_refuse", "zh")).click()
    button.click()
    expect(
        main.get_by_text(shown_as(say("uploads.done_but", "zh", file="电话.csv", rows=2, refused=1)))
    ).to_be_visible()
    go_to(shown, "meeting")
    expect_evening(shown, say("meeting.missing", "zh", name=WHO), "2 / 50")  # the invites are still to come
    server.stop()


def test_other_pages_can_be_read_while_a_long_log_goes_in(
    viewer: Callable[..., Any], serve: Callable[..., Any], demo_home: Path
) -> None:
    server = serve(demo_home).wait()
    shown = viewer().open(f"{server.url}/uploads?stores={STORE}")
    main = shown.get_by_test_id("stMain")
    attach(shown, {"去年.csv": long_log().encode()})
    expect(main.get_by_test_id("stProgress")).to_contain_text("去年")
    shown.get_by_role("button", name=say("uploads.commit", "zh", files=1, rows=f"{LONG:,}")).click()
    expect(main.get_by_test_id("stProgress")).to_contain_text("去年")
    go_to(shown, "quotas")
    go_to(shown, "uploads")
    expect(main.get_by_text(shown_as(say("uploads.done", "zh", file="去年.csv", rows=f"{LONG:,}")))).to_be_visible()
    expect(main.get_by_test_id("stProgress")).to_have_count(0)
    server.stop()


def test_the_language_chosen_stays_in_the_address(viewer: Callable[..., Any], demo_server: Any) -> None:
    shown = viewer().open(f"{demo_server.url}/?stores={STORE}")
    shown.get_by_role("button", name=say("frame.other_language", "zh")).click()
    expect(shown).to_have_url(re.compile(r"[?&]lang=en"))
    go_to(shown, "quotas", "en")
    expect(shown).to_have_url(re.compile(r"/quotas\?.*lang=en"))
    shown.reload()
    expect(shown.locator("h1")).to_contain_text(say("frame.pages.quotas.name", "en"))
    shown.get_by_role("button", name=say("frame.other_language", "en")).click()
    expect(shown.locator("h1")).to_contain_text(say("frame.pages.quotas.name", "zh"))
    expect(shown).not_to_have_url(re.compile("lang="))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refused_file_says_why_in_the_language_of_who_brought_it(
    viewer: Callable[..., Any], demo_server: Any, language: str
) -> None:
    shown = viewer().open(f"{demo_server.url}/uploads?lang={language}")
    attach(shown, {"今天.csv": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"})
    said = say("reading.other_format", language, name="今天.csv", what="PDF")
    expect(shown.get_by_test_id("stAlert")).to_contain_text(shown_as(said))
    expect(shown.get_by_test_id("stMain").get_by_role("button", name=re.compile("^(导入|Import) "))).to_have_count(0)
