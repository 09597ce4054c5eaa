"""The data dictionary: every log and column in words, made from the descriptions."""

import sys
from typing import Final

from data.logs import LOGS, Column, Log
from data.logs.explaining import about

INTRODUCTION: Final = """\
# The logs: what is uploaded

Made from `data/logs`; `python -m data.logs.dictionary > docs/logs.md` writes it anew, and a test keeps it true.

The first header is the template's; the others are read as well. Case, spaces, full-width forms, `*`, line breaks and
hints in brackets (`电话(必填)`) don't matter. `store` may come from the sheet's name, a line above the header, the
file's name or the upload form instead of a column.

*Replace slice*: a newer file replaces all earlier rows of the same key. *Upsert*: it replaces rows with the same key,
and an empty cell never wipes an earlier value. Nothing is deleted: undo brings back what stood before.

Customer: in a handover the customer code, else a valid phone, else a WeChat id, else store and name. A row with both
phone and WeChat makes the two one customer. A row with none of them counts as activity only.

What is read, by type:

- **date**: 2026-11-21, 2026/11/21, 2026.11.21, 20261121, 11-21, 11月21日, 2026年11月21日, Excel's day numbers, each
  with or without a time of day; 21/11/2026 only where month first can't be. A missing year is the latest one that does
  not lie in the future, but a date that would come within 60 days is refused; for appointments, it is the nearest.
- **month**: 2026-11, 2026年11月, 202611, 11月 (the nearest), or any day of it.
- **phone**: spaces, dashes, dots, full-width digits, +86, 0086 and a trailing .0 are removed. Mainland mobiles and
  landlines with area code are valid; others are kept as unverified and identify nobody. 138****1234 is kept, and
  identifies nobody. 1.38E+10 is refused: Excel lost the digits.
- **bool**: 是/否, 有/无, √/×, ✓/✗, Y/N, yes/no, true/false, 1/0, 已…/未…, 同意/拒绝; empty is unknown, not no.
  `on_leave` also knows 休假, 请假, 年假, 调休 and 上班, 出勤, 在岗; `open` knows 营业, 开门 and 停业, 歇业, 店休.
- **grade**: A to D with an optional tier 1 to 4: A, a类, A类客户, B2, Ｃ; A+ is A1, A- is A3.
- **money**: 1,234.50, ¥1234, 1234元, 1.2万; (120) and -120 are negative. CNY, to the cent.
- **choice**: one of the words given, by any spelling; other words are kept as 其他 with the word itself.
- **integer**: a whole number, zero or more.
- **number**: a quantity with or without its unit: 2, 1.5, 3台.
- **seconds**: 200, 3:20, 0:03:20, 3分20秒.
- **text**: trimmed, inner white space collapsed, full-width ASCII folded, invisible characters and an apostrophe
  before a number or formula dropped. In `store` and `assistant` 张 三 is 张三. A yes or no is no WeChat id. A
  `customer_code` is one that this shop handed out, letter by letter, or it is refused.

Left out: totals, footnotes, and the header where it stands again. Refused: a row whose assistant is a totals word, and
a row of a text file with more cells than the header.
"""


def dictionary() -> str:
    """Return the data dictionary as Markdown."""
    return "\n".join([INTRODUCTION, *(_log(log) for log in LOGS.values())])


def _log(log: Log) -> str:
    lines = [
        f"## {log.kind}: {log.title}",
        "",
        f"Key: {', '.join(log.key)}. Mode: {log.mode.replace('_', ' ')}.",
        "",
        "| column | headers | type | required | meaning |",
        "|---|---|---|---|---|",
        *(_column(log, column) for column in log.columns),
        "",
    ]
    return "\n".join(lines)


def _column(log: Log, column: Column) -> str:
    words = "; ".join(f"{word}: {', '.join(spellings)}" for word, spellings in column.choices.items())
    type_ = f"{column.type} ({words})" if words else column.type
    headers = ", ".join((column.header, *column.aliases))
    needed = "yes" if column.required else ""
    return f"| {column.name} | {headers} | {type_} | {needed} | {about(log, column, 'en')} |"


if __name__ == "__main__":
    sys.stdout.write(dictionary())
