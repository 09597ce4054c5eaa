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
HEADERS = {
    "calls": "日期,门店,导购,客户,电话,微信号,通话结果,是否同意进群,是否同意到店",
    "invites": "邀约日期,门店,导购,客户,电话,微信号,同意事项,"
    "是否进群,进群日期,是否到店,到店日期,是否成交,成交日期,成交金额",
    "staff": "门店,导购,岗位,入职日期,离职日期",
    "tasks": "日期,门店,导购,电话任务,进群任务,是否休假",
    "leads": "客资日期,门店,导购,客户,电话,微信号,客资编号,是否有效,是否转微信,客户等级",
    "visits": "进店日期,门店,接待人,客户,电话,微信号,是否成交,成交金额",
    "orders": "成交日期,门店,导购,客户,电话,微信号,订单号,产品,金额",
    "services": "服务日期,门店,导购,客户,电话,服务项目",
    "referrals": "日期,门店,导购,老顾客,老顾客电话,动作,被推荐人,被推荐人电话",
    "group_members": "盘点日期,门店,群名称,昵称,电话,微信号,客户等级",
    "replies": "日期,门店,导购,群发人数,回复人数",
    "targets": "月份,门店,导购,业绩目标",
    "handovers": "交接日期,门店,原导购,接手导购,客户,电话,微信号,状态",
}
# Twice what every day brings.
POOL = (*LOGS, "calls", "invites", "orders", "leads")


def line(kind: str, chance: random.Random) -> str:
    """Return one row in a world so small that rows often meet: 2 stores, 2 assistants, 4 days, 3 phones, 2 ids."""
    day, other_day = (f"2026-11-{chance.choice((18, 19, 20, 21))}" for _ in range(2))
    where = f"{chance.choice(STORES)},{chance.choice(('周丽', '何娟'))}"
    who = ",".join(
        (
            chance.choice(("", "李", "王")),
            chance.choice(("", "", "13800138001", "13800138002", "13800138003", "138****8001")),
            chance.choice(("", "lily", "tom")),
        )
    )
    maybe, maybe_day = chance.choice(("", "是", "否")), chance.choice(("", "", other_day))
    name, phone, _ = who.split(",")
    match kind:
        case "calls":
            return f"{day},{where},{who},{chance.choice(('接通', '空号', ''))},{maybe},{chance.choice(('是', ''))}"
        case "invites":
            outcome = f"{maybe},{maybe_day},,{chance.choice(('', other_day))},,{maybe_day},{chance.choice(('', '80'))}"
            return f"{day},{where},{who},{chance.choice(('', '进群', '到店', '再想想'))},{outcome}"
        case "leads":
            return f"{day},{where},{who},{chance.choice(('', 'K1', 'K2'))},{maybe},{maybe},{chance.choice('AB')}"
        case "visits":
            return f"{day},{where},{who},{maybe},{chance.choice(('', '90'))}"
        case "orders":
            return f"{day},{where},{who},{chance.choice(('', 'D1', 'D2'))},{chance.choice('床柜')},{chance.choice((70, -70))}"
        case "services":
            return f"{day},{where},{name},{phone},{chance.choice(('清洁', ''))}"
        case "referrals":
            return f"{day},{where},{name},{phone},{chance.choice(('拉人', '推荐'))},李,{chance.choice(('', phone))}"
        case "group_members":
            return f"{day},{chance.choice(STORES)},{chance.choice(('1群', '2群'))},{who},{chance.choice('AB')}"
        case "replies":
            return f"{day},{where},9,{chance.choice((3, 4))}"
        case "staff":
            return f"{where},{chance.choice(('导购', '店长', ''))},{chance.choice(('', '2026-01-01'))},{maybe_day}"
        case "targets":
            return f"2026-11,{where if maybe else chance.choice(STORES) + ','},{chance.choice((500, 600))}"
        case "handovers":
            return f"{day},{chance.choice(STORES)},周丽,何娟,{who},{chance.choice(('待接', '已接'))}"
        case _:
            return f"{day},{where},{chance.choice(('', '50'))},{chance.choice(('', '30'))},{maybe}"


def content(number: int) -> str:
    """Return file ``number`` of the pool, always the same."""
    chance = random.Random(number)
    kind = POOL[number % len(POOL)]
    return "\n".join([HEADERS[kind], *(line(kind, chance) for _ in range(chance.randint(1, 6)))]) + "\n"


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[Prepared]]]:
    """Files that are ready to be committed, and the secret under which they are."""
    with Store(tmp_path_factory.mktemp("desk")) as desk:
        files = [prepare(desk, content(n).encode(), f"{n}.csv", received_at=EVENING) for n in range(2 * len(POOL))]
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
    st.one_of(
        st.tuples(st.just("import"), st.integers(0, 2 * len(POOL) - 1)), st.tuples(st.just("undo"), st.integers(0, 7))
    ),
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
