"""Calls and invites as shops hand them in, in a line each, and when they are put right."""

from datetime import datetime
from typing import Final

NEXT_DAY: Final = datetime(2026, 11, 22, 9, 0)
CALLS: Final = "日期,门店,导购,客户,电话,微信号,通话结果,同意进群\n"
INVITES: Final = (
    "邀约日期,门店,导购,客户,电话,微信号,同意事项,是否进群,进群日期,是否到店,到店日期,是否成交,成交日期,成交金额,备注\n"
)


def calls(*lines: str) -> str:
    """Return a form of calls."""
    return CALLS + "".join(f"{line}\n" for line in lines)


def invites(*lines: str) -> str:
    """Return a form of invites."""
    return INVITES + "".join(f"{line}\n" for line in lines)


THREE: Final = calls(
    "2026-11-21,旗舰店,周丽,李,13800138001,,接通,是",
    "2026-11-21,旗舰店,周丽,王,13800138002,,未接,",
    "2026-11-21,旗舰店,何娟,赵,13800138003,,接通,",
)
