"""What every test of the store stands on: an open shop, files brought to it, and what it answers."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from data import identity
from data.__main__ import main
from data.importing import Committed, Prepared, commit, prepare
from data.inbox import Watcher
from data.store import Store
from tests.data.forms import GOOD, agreed
from tests.data.inbox_seen import Drop
from tests.data.stored import Rows, dump

EVENING = datetime(2026, 11, 21, 19, 0)  # a Saturday
# Their rows speak of batches or of the moment the store was made, not of what was imported.
OF_ITS_OWN = {"uploads", "refused_rows", "repairs", "rules", "sources", "figure_versions", "versions"}
OF_ITS_OWN |= {"order_lines"}  # the orders, under numbers that name the batch


@pytest.fixture
def shop(home: Path) -> Iterator[Store]:
    """Open the test's own shop, empty."""
    with Store(home) as store:
        yield store


@pytest.fixture
def prepared(shop: Store) -> Callable[..., Prepared]:
    """Read a file up to its preview, by default on the evening of 21 November 2026."""

    def preparing(content: str | bytes, name: str = "表.csv", *, at: datetime = EVENING, **said: str) -> Prepared:
        return prepare(shop, content.encode() if isinstance(content, str) else content, name, received_at=at, **said)

    return preparing


@pytest.fixture
def bring(shop: Store, prepared: Callable[..., Prepared]) -> Callable[..., Committed]:
    """Prepare a file and commit it, however many of its few rows are refused."""

    def bringing(
        content: str | bytes, name: str = "表.csv", *, at: datetime = EVENING, may_shrink: bool = False, **said: str
    ) -> Committed:
        file = prepared(content, name, at=at, **said)
        return commit(shop, file, at=at, user="测试", may_shrink=may_shrink, may_refuse=True)

    return bringing


@pytest.fixture
def figures(shop: Store) -> Callable[..., list[dict[str, Any]]]:
    """Ask for the rows of a view that some stores may see, sorted; by default of the flagship store."""

    def asking(view: str, stores: Sequence[str] = ("旗舰店",), columns: str = "*") -> list[dict[str, Any]]:
        with shop.cursor(stores) as cursor:
            answer = cursor.execute(f"select {columns} from {view} order by all")
            names = [column[0] for column in answer.description]
            return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    return asking


@pytest.fixture
def everything(shop: Store) -> Callable[[], dict[str, Rows]]:
    """Dump all tables of the shop, so that two moments can be compared."""
    return lambda: dump(shop)


@pytest.fixture(scope="session")
def answers() -> Callable[[Store, Sequence[str]], dict[str, Rows]]:
    """Ask a store for the rows of all public views, without the batches they come from."""

    def asking(store: Store, stores: Sequence[str]) -> dict[str, Rows]:
        with store.cursor(stores) as cursor:
            views = cursor.execute(
                "select table_name, list(column_name order by column_index) from duckdb_columns() "
                "where schema_name = 'main' and not internal and column_name <> 'batch_id' and table_name in "
                "(select view_name from duckdb_views() where schema_name = 'main' and not internal) group by table_name"
            ).fetchall()
            return {
                view: cursor.execute(f"select {', '.join(columns)} from {view} order by all").fetchall()
                for view, columns in views
                if view not in OF_ITS_OWN
            }

    return asking


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file that is brought to the shop, and return its path."""

    def writing(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return writing


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, str]]:
    """Run a command in a terminal that names no language; return exit code, stdout and stderr."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def running(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return running


@pytest.fixture
def inbox(home: Path) -> Path:
    """Return the shop's inbox, empty."""
    folder = home / "inbox"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def watcher(shop: Store, inbox: Path) -> Watcher:
    """Return who looks into the inbox when told to."""
    return Watcher(shop)


@pytest.fixture
def drop(inbox: Path) -> Drop:
    """Put a file into the inbox and return its path."""

    def dropping(name: str, content: str | bytes = GOOD) -> Path:
        file = inbox / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    return dropping


@pytest.fixture
def call(bring: Callable[..., Committed]) -> Callable[..., Committed]:
    """Bring one assistant's day of calls with people: "customer phone wechat" each, "-" for nothing."""
    return lambda *people, **said: bring(agreed(*people, **said), kind="calls")


@pytest.fixture
def offered(shop: Store) -> Callable[[], list[tuple[set[str], str]]]:
    """Who is offered as one customer in the flagship store, and why."""
    return lambda: [
        ({offer.one.customer, offer.other.customer}, offer.reason) for offer in identity.offers(shop, ["旗舰店"])
    ]
