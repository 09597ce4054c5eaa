"""The same rows under another number of import answer alike, also what is asked of a day or a period."""

import random
from datetime import date, datetime

from data.importing import commit, prepare, undo
from data.logs import LOGS
from data.store import Store
from tests.data.books import book_of
from tests.data.small_world import STORES, log

EVENING = datetime(2026, 11, 21, 19, 0)
ASKED = {"first_day": date(2026, 11, 19), "last_day": date(2026, 11, 21), "of_day": date(2026, 11, 21)}
ASKED |= {"wanted": None, "reading": "cohort"}
OF_ITS_OWN = {"flows_between"}  # order lines, under numbers that name the batch
MEMBERS = """盘点日期,门店,群名称,邀请人,昵称,电话,渠道,等级,垃圾原因,是否清理,进群日期,退群日期
2026-11-19,旗舰店,1群,周丽,李,13800138001,扫码,A,,,2026-11-12,
2026-11-21,旗舰店,1群,周丽,李,13800138001,扫码,A,,,,
2026-11-21,旗舰店,1群,何娟,李,13800138001,朋友介绍,,广告,,2026-11-13,
2026-11-21,旗舰店,2群,何娟,王,13800138002,,B,,是,2026-11-19,2026-11-20
"""


def _answers(store: Store) -> dict[str, list[str]]:
    """Return the rows of every table macro that can be asked of days, without the batches they come from."""
    with store.cursor(STORES) as cursor:
        macros = cursor.execute(
            "select distinct function_name, parameters from duckdb_functions() "
            "where function_type = 'table_macro' and schema_name = 'main' and not internal"
        ).fetchall()
        found = {}
        for name, parameters in macros:
            if ASKED.keys() >= set(parameters) and name not in OF_ITS_OWN:
                places = ", ".join(f"${place}" for place in range(1, len(parameters) + 1))
                said = cursor.execute(f"from {name}({places})", [ASKED[parameter] for parameter in parameters])
                kept = [place for place, column in enumerate(said.description) if column[0] != "batch_id"]
                found[name] = sorted(str([row[place] for place in kept]) for row in said.fetchall())
        return found


def test_rows_brought_again_answer_alike(shop: Store) -> None:
    chance = random.Random(20261121)
    sheets = {kind: "\n".join(map(",".join, log(kind, chance, 12))) for kind in LOGS} | {"group_members": MEMBERS}
    prepared = prepare(shop, book_of(sheets), "全.xlsx", received_at=EVENING)
    first = commit(shop, prepared, at=EVENING, user="测试")
    before = _answers(shop)
    undo(shop, first.batch_id, at=EVENING, user="测试")
    commit(shop, prepared, at=EVENING, user="测试")
    assert _answers(shop) == before
    groups = ("members_on", "last_counts", "joins_by", "stays_between", "group_invites", "intent_costs")
    assert all(before[name] for name in groups)
