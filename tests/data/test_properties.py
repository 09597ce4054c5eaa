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
from tests.data.small_world import STORES, log

EVENING = datetime(2026, 11, 21, 19, 0)
# Twice what every day brings.
POOL = (*LOGS, "calls", "invites", "orders", "leads")
FILES = 2 * len(POOL)


def content(number: int) -> str:
    """Return file ``number`` of the pool, always the same."""
    chance = random.Random(number)
    return "\n".join(",".join(line) for line in log(POOL[number % len(POOL)], chance, chance.randint(1, 6))) + "\n"


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
