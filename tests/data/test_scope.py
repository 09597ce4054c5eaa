"""Whoever asks reaches the stores of their scope and nothing outside the shop's folder."""

import random
from concurrent.futures import ThreadPoolExecutor

import duckdb
import pytest

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


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_csv('/etc/hostname')",
        "select * from read_text('/etc/hostname')",
        "from '/etc/hostname'",
        "copy (select 1) to '/tmp/xihui-test.csv'",
        "attach '/tmp/xihui-test.duckdb'",
        "install httpfs",
        "load httpfs",
        "select * from read_csv('http://localhost/x.csv')",
        "set enable_external_access = true",
        "set memory_limit = '100GB'",
        "reset lock_configuration",
        "select * from os",
    ],
)
def test_sql_reaches_nothing_outside_the_folder(shop, sql):
    with shop.cursor(["旗舰店"]) as cursor, pytest.raises(duckdb.Error):
        cursor.execute(sql)


def test_cursors_of_eight_threads_see_only_the_stores_of_their_scope(shop, bring):
    stores = [f"{number}号店" for number in range(8)]
    rows = [f"2026-11-{day},{store},导购{store},接通" for store in stores for day in range(1, 21)]
    bring("日期,门店,导购,通话结果\n" + "\n".join(rows) + "\n", kind="calls")

    def look(number: int) -> list[set[str]]:
        chance, seen = random.Random(number), []
        for _ in range(25):
            scope = chance.sample(stores, chance.randint(0, 3))
            with shop.cursor(scope) as cursor:
                for view in ("calls", "daily", "stores"):
                    found = {store for (store,) in cursor.execute(f"select store from {view}").fetchall()}
                    assert found == set(scope)
                    seen.append(found)
        return seen

    with ThreadPoolExecutor(8) as threads:
        assert sum(len(seen) for seen in threads.map(look, range(8))) == 8 * 25 * 3


def test_all_stores_are_those_with_live_rows(shop, bring):
    assert shop.all_stores() == ()
    bring("日期,门店,导购,电话任务\n2026-11-21,万象店,何娟,50\n2026-11-21,旗舰店,周丽,50\n")
    assert shop.all_stores() == ("万象店", "旗舰店")
