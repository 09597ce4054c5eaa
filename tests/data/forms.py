"""Forms as shops hand them in, in a line or two."""

from typing import Final

CALLS: Final = "日期,门店,导购,客户,电话,通话结果\n"
GOOD: Final = CALLS + "2026-11-20,旗舰店,周丽,李,13800138001,接通\n2026-11-20,旗舰店,周丽,王,13800138002,未接\n"
FEWER: Final = GOOD.rsplit("2026", 1)[0]
NO_STORE: Final = "日期,导购,电话,通话结果\n2026-11-20,周丽,13800138001,接通\n"
KNOWN_BY: Final = "日期,门店,导购,客户,电话,微信号,是否同意进群\n"


def calls(day: int, count: int) -> str:
    """Return so many calls of one day of November 2026."""
    rows = [f"2026-11-{day},旗舰店,导购{n % 5},客户,138{n % 4000:08},接通\n" for n in range(count)]
    return CALLS + "".join(rows)


def agreed(*people: str, store: str = "旗舰店", assistant: str = "周丽", day: str = "2026-11-21") -> str:
    """Return calls with people who agreed to join: "customer phone wechat" each, "-" for nothing."""
    rows = [",".join((day, store, assistant, *person.replace("-", "").split(" "), "是\n")) for person in people]
    return KNOWN_BY + "".join(rows)
