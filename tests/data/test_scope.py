"""Whoever asks reaches the stores of their scope and nothing outside the shop's folder."""

from tests.data.importing.forms import calls, invites


def test_cursor_without_stores_sees_nothing_and_with_stores_only_theirs(shop, bring, figures):
    content = calls(
        "2026-11-21,旗舰店,周丽,李,13800138001,,,是",
        "2026-11-21,万象店,何娟,李,13800138001,,,",
        "坏,万象店,何娟,李,,,,",
    )
    bring(content)
    bring(invites("2026-11-21,万象店,何娟,李,13800138001,,进群,,,,,,,,"))
    bring("门店,导购,岗位,入职日期\n旗舰店,周丽,导购,2025-03-01\n万象店,何娟,导购,2025-03-01\n")
    bring("日期,门店,导购,电话任务\n2026-11-21,旗舰店,周丽,50\n2026-11-21,万象店,何娟,50\n")
    views = ("calls", "invites", "staff", "tasks", "daily", "handed_in", "stores")
    for view in views:
        assert figures(view, ()) == []
        assert {row["store"] for row in figures(view)} <= {"旗舰店"}
        assert "万象店" in {row["store"] for row in figures(view, ("旗舰店", "万象店"))}
    assert figures("uploads", ()) == figures("refused_rows", ()) == figures("refused_rows") == []
    assert len(figures("refused_rows", ("旗舰店", "万象店"))) == 1
    with shop.reading() as cursor:
        assert cursor.execute("select count(*) from calls").fetchall() == [(0,)]
