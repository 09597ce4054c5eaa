"""A shop whose evening goes to the group by itself at 20:10."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from data import importing
from data.store import Store
from reports.robot import FILE, Robot

Look = Callable[[datetime], str]
CALLS: Final = "日期,门店,导购,客户,电话,通话结果\n2026-11-21,S,李雷,王,13800138001,接通\n"
DUE: Final = datetime(2026, 11, 21, 20, 10)
MINUTE: Final = timedelta(minutes=1)


def upload(store: Store, at: datetime) -> None:
    """Hand in the only log of the evening."""
    prepared = importing.prepare(store, CALLS.encode(), "calls.csv", received_at=at)
    importing.commit(store, prepared, at=at, user="command_line")


def planned(store: Store, robot: Robot, *lines: str, at: str = '"20:10"') -> None:
    """Write a ``robot.toml`` with the address of ``robot``, the time and further lines."""
    (store.folder / FILE).write_text("\n".join([f'url = "{robot.url}"', f"at = {at}", *lines]), encoding="utf-8")
