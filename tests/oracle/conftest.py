"""The shops that the oracle knows, in a store: built once a run however many workers there are."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import Final

import pytest

from data import rules
from data.importing import commit, prepare, undo
from data.store import Store
from tests.oracle.comparing import Shops
from tests.oracle.files import Chain
from tests.oracle.people import SECRET
from tests.oracle.rows import LAST
from tests.oracle.shops import chain
from tests.oracle.world import Whole

SEED: Final = 4
EVENING: Final = datetime.combine(LAST, time(21))


@pytest.fixture(scope="session")
def imported_chain() -> Chain:
    return chain(SEED)


@pytest.fixture(scope="session")
def whole(imported_chain: Chain) -> Whole:
    return Whole(imported_chain)


@pytest.fixture(scope="session")
def shops(imported_chain: Chain, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shops]:
    common = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        common = common.parent
    built, building = common / "oracle", common / "oracle-building"
    with (common / "oracle.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built.exists():
            shutil.rmtree(building, ignore_errors=True)
            _build(imported_chain, building)
            building.rename(built)
    with Store(shutil.copytree(built, tmp_path_factory.mktemp("oracle") / "home")) as store:
        yield Shops(store)


def _build(chain: Chain, folder: Path) -> None:
    folder.mkdir()
    (folder / "secret.key").write_text(SECRET, encoding="ascii")
    with Store(folder) as store:
        taken_back = []
        for number, file in enumerate(chain.files):
            prepared = prepare(store, file.content(), f"{number}.csv", received_at=EVENING, kind=file.kind)
            done = commit(store, prepared, at=EVENING, user="测试", may_shrink=True)
            assert (done.rows, done.refused) == (len(file.rows), 0)
            if file.undone:
                taken_back.append(done.batch_id)
        for batch in taken_back:
            undo(store, batch, at=EVENING, user="测试")
        for rule in chain.rules:
            at = datetime.combine(rule.valid_from, time())
            rules.set_rule(
                store, rule.name, rule.value, for_store=rule.store, valid_from=rule.valid_from, at=at, by="测试"
            )
