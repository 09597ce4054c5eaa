"""Whatever is imported and undone in whatever order: the store is what its live imports make, in order."""

import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data import rollups
from data.importing import Prepared, commit, prepare, undo
from data.logs import LOGS
from data.refusal import Refused
from data.store import Store

EVENING = datetime(2026, 11, 21, 19, 0)
STORES = ("旗舰店", "万象店")
DAYS = tuple(f"2026-11-{day}" for day in (18, 19, 20, 21))
MAYBE = ("", "是", "否")
PHONES = ("", "", "13800138001", "13800138002", "13800138003", "138****8001")
PEOPLE = ("周丽", "何娟")
# A world so small that rows often meet: 2 stores, 2 assistants, 4 days, 3 phones, 2 WeChat ids.
WHERE = {"日期": DAYS, "门店": STORES, "导购": PEOPLE}
WHO = {"客户": ("", "李", "王"), "电话": PHONES, "微信号": ("", "lily", "tom")}
LINES = {
    "calls": WHERE | WHO | {"通话结果": ("接通", "空号", ""), "是否同意进群": MAYBE, "是否同意到店": ("是", "")},
    "invites": WHERE
    | WHO
    | {"同意事项": ("", "进群", "到店", "再想想"), "是否进群": MAYBE, "进群日期": ("", *DAYS), "到店日期": ("", *DAYS)}
    | {"成交日期": ("", *DAYS), "成交金额": ("", "80")},
    "leads": WHERE | WHO | {"客资编号": ("", "K1", "K2"), "是否有效": MAYBE, "是否转微信": MAYBE, "客户等级": "AB"},
    "visits": {"进店日期": DAYS, "门店": STORES, "接待人": PEOPLE} | WHO | {"是否成交": MAYBE, "成交金额": ("", "90")},
    "orders": WHERE | WHO | {"订单号": ("", "D1", "D2"), "产品": "床柜", "金额": ("70", "-70")},
    "services": WHERE | {"客户": ("李", ""), "电话": PHONES, "服务项目": ("清洁", "")},
    "referrals": WHERE
    | {
        "老顾客": ("李", ""),
        "老顾客电话": PHONES,
        "动作": ("拉人", "推荐"),
        "被推荐人": ("李", "王"),
        "被推荐人电话": PHONES,
    },
    "group_members": {"盘点日期": DAYS, "门店": STORES, "群名称": ("1群", "2群")} | WHO | {"客户等级": "AB"},
    "replies": WHERE | {"群发人数": ("9",), "回复人数": ("3", "4")},
    "staff": {"门店": STORES, "导购": PEOPLE, "岗位": ("导购", "店长", ""), "入职日期": ("", "2026-01-01")}
    | {"离职日期": ("", *DAYS)},
    "tasks": WHERE | {"电话任务": ("", "50"), "进群任务": ("", "30"), "是否休假": MAYBE},
    "targets": {"月份": ("2026-11",), "门店": STORES, "导购": ("", *PEOPLE), "业绩目标": ("500", "600")},
    "handovers": {"交接日期": DAYS, "门店": STORES, "原导购": PEOPLE, "接手导购": PEOPLE}
    | WHO
    | {"状态": ("待接", "已接")},
}
# Twice what every day brings.
POOL = (*LOGS, "calls", "invites", "orders", "leads")
FILES = 2 * len(POOL)


def content(number: int) -> str:
    """Return file ``number`` of the pool, always the same."""
    chance = random.Random(number)
    kind = POOL[number % len(POOL)]
    cells = LINES[kind]
    lines = [[chance.choice(found) for found in cells.values()] for _ in range(chance.randint(1, 6))]
    return "\n".join(",".join(line) for line in [list(cells), *lines]) + "\n"


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[Prepared]]]:
    """Files that are ready to be committed, and the secret under which they are."""
    with Store(tmp_path_factory.mktemp("desk")) as desk:
        files = [prepare(desk, content(n).encode(), f"{n}.csv", received_at=EVENING) for n in range(FILES)]
        yield desk.secret, files


@contextmanager
def empty_shop(secret: str) -> Iterator[Store]:
    folder = Path(tempfile.mkdtemp())
    (folder / "secret.key").write_text(secret, encoding="ascii")
    try:
        with Store(folder) as shop:
            yield shop
    finally:
        shutil.rmtree(folder)


def bring(shop: Store, file: Prepared, at: datetime) -> int:
    return commit(shop, replace(file, received_at=at), at=at, user="测试", may_shrink=True).batch_id


def kept(shop: Store) -> dict[str, list[tuple[object, ...]]]:
    with shop.reading() as cursor:
        return {table: cursor.execute(f"from raw.{table} order by all").fetchall() for table in rollups.KEPT}


STEPS = st.lists(
    st.one_of(st.tuples(st.just("import"), st.integers(0, FILES - 1)), st.tuples(st.just("undo"), st.integers(0, 7))),
    min_size=2,
    max_size=8,
)


@given(steps=STEPS)
@example(steps=[("import", n) for n in range(len(POOL))])
@settings(max_examples=30, deadline=None, print_blob=True)
def test_store_is_what_its_live_imports_make_in_order(pool, answers, steps):
    secret, files = pool
    live: dict[int, tuple[int, datetime]] = {}
    with empty_shop(secret) as shop, empty_shop(secret) as fresh:
        for minute, (step, number) in enumerate(steps):
            at = EVENING + timedelta(minutes=minute)
            if step == "undo":
                if live:
                    batch_id = sorted(live)[number % len(live)]
                    undo(shop, batch_id, at=at, user="测试")
                    del live[batch_id]
            elif number in (found for found, _ in live.values()):
                before = answers(shop, STORES), shop.data_version()
                with pytest.raises(Refused):
                    bring(shop, files[number], at)
                assert (answers(shop, STORES), shop.data_version()) == before
            else:
                live[bring(shop, files[number], at)] = (number, at)
        for number, at in live.values():
            bring(fresh, files[number], at)
        found = answers(shop, STORES)
        assert "handed_in" in found
        assert found == answers(fresh, STORES)
        incremental = kept(shop)
        with shop.write("rebuild") as connection:
            rollups.rebuild(connection)
        assert kept(shop) == incremental
        assert answers(shop, STORES) == found
