"""The questions from the command line: ``python -m queries`` lists them, ``python -m queries NAME`` asks one.

Exit codes: 0 done, 1 refused with the reason on stderr, 2 wrong usage.
"""

import argparse
import csv
import json
import sys
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Final, TextIO

import pandas as pd
import pyarrow as pa

from data import home
from data.refusal import Refused
from data.store import Scope, Store
from data.terminal import complain, named_stores, same_everywhere
from queries import frame, funnel, grades, groups, referrals, targets, value
from queries.asking import answered
from queries.catalogue import questions
from queries.records import FIGURES

TYPED: Final = ("close_rate", "visit_rate", "valid_rate")
PERIOD: Final = {"day", "first", "last"}  # what --from and --to can say
CUTS: Final = {
    topic.__name__.removeprefix("queries."): topic.CUTS for topic in (funnel, grades, groups, referrals, value)
}
MORE: Final = (  # each has an option of its own
    "figure",
    "assistant",
    "first_version",
    "second_version",
    "funnel",
    "reading",
    "cut",
    "orders",
    "rates",
    *TYPED,
)
# What SQL alone doesn't answer: each is asked of a day.
COMPUTED: Final[dict[str, tuple[Callable[[Store, Scope, date], pd.DataFrame], str]]] = {
    "referrals/balances": (referrals.balances, "What do we owe each customer in points?"),
    "targets/days": (targets.days, "What is who to bring on which day of the month, and what is still missing?"),
    "targets/hours": (targets.hours, "What is who to bring of it in which hour of the next working day?"),
    "targets/progress": (targets.progress, "How much of the month's target is made, and how probable is the rest?"),
    "targets/tiers": (targets.tiers, "How probable are the target, the sprint and the challenge target of each store?"),
}


def main(arguments: list[str] | None = None) -> int:
    """List the questions or print the answer to one, and return the exit code."""
    same_everywhere()
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if chosen.name is None:
        for name, words in sorted(_listed().items()):
            print(f"{name:24} {words}")
        return 0
    params = set() if chosen.name in COMPUTED else set(questions()[chosen.name].params)
    if not params <= PERIOD.union(MORE):
        parser.error(f"{chosen.name} asks for more than can be said here")
    for option in MORE:
        if getattr(chosen, option) is not None and option not in params:
            parser.error(f"{chosen.name} asks for no {option}")
    cuts = CUTS.get(chosen.name.partition("/")[0], ())
    if chosen.cut is not None and chosen.cut not in cuts:
        parser.error(f"{chosen.name} is cut by {', '.join(cuts)}")
    if chosen.first and chosen.last and chosen.first > chosen.last:
        parser.error("--from is later than --to")
    try:
        with Store(home.home()) as store:
            table = _answer(store, chosen)
    except Refused as problem:
        complain(problem)
        return 1
    FORMATS[chosen.format](table, sys.stdout)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m queries", description=__doc__)
    parser.add_argument("name", nargs="?", choices=sorted(_listed()), metavar="NAME", help="meeting/quota_board, …")
    parser.add_argument("--from", dest="first", type=date.fromisoformat, metavar="DAY", help="first day (else --to)")
    parser.add_argument(
        "--to", dest="last", type=date.fromisoformat, metavar="DAY", help="last day (else the last with data)"
    )
    parser.add_argument("--stores", metavar="STORE,…", help="the stores to look at (else all)")
    parser.add_argument("--figure", choices=FIGURES, help="of records/rows_behind (else all)")
    parser.add_argument("--assistant", help="whose customers or rows (else everybody's)")
    parser.add_argument("--funnel", choices=list(funnel.FUNNELS), help="of funnel/stages and others (else leads)")
    parser.add_argument("--reading", choices=funnel.READINGS, help="of funnel/rates (else cohort)")
    parser.add_argument("--cut", help="of funnel/cuts, grades/cuts, value/cuts and others (else assistant)")
    parser.add_argument("--orders", type=int, metavar="N", help="of targets/reverse (else the month's target)")
    parser.add_argument("--rates", choices=targets.RATES, help="of targets/reverse (else measured)")
    for rate in TYPED:
        option = f"--{rate.replace('_', '-')}"
        parser.add_argument(option, type=float, metavar="0-1", help="of targets/reverse (else as --rates says)")
    parser.add_argument("--first-version", type=int, metavar="N", help="the earlier data version (else the one before)")
    parser.add_argument("--second-version", type=int, metavar="N", help="the later data version (else the last)")
    parser.add_argument("--format", choices=list(FORMATS), default="table")
    return parser


def _listed() -> dict[str, str]:
    files = {question.name: question.question for question in questions().values()}
    return files | {name: words for name, (_, words) in COMPUTED.items()}


def _answer(store: Store, chosen: argparse.Namespace) -> pa.Table:
    scope = named_stores(store, chosen.stores)
    last = chosen.last or _last_day(store, scope)
    first = chosen.first or last
    if chosen.name in COMPUTED:
        return _computed(COMPUTED[chosen.name][0](store, scope, last))
    second = store.data_version() if chosen.second_version is None else chosen.second_version
    return answered(
        store,
        chosen.name,
        scope,
        day=last,
        first=min(first, last),
        last=last,
        figure=chosen.figure,
        assistant=chosen.assistant,
        funnel=chosen.funnel or "leads",
        reading=chosen.reading or "cohort",
        cut=chosen.cut or "assistant",
        orders=chosen.orders,
        rates=chosen.rates or targets.RATES[0],
        **{rate: getattr(chosen, rate) for rate in TYPED},
        first_version=second - 1 if chosen.first_version is None else chosen.first_version,
        second_version=second,
    )


def _computed(found: pd.DataFrame) -> pa.Table:
    days = {str(name): found[name].dt.date for name in found.select_dtypes("datetime")}
    return pa.Table.from_pandas(found.assign(**days), preserve_index=False)


def _last_day(store: Store, scope: tuple[str, ...]) -> date:
    day = frame.data_age(store, scope)["last_day"].dropna()
    return home.now().date() if day.empty else day.iloc[0].date()


def _csv(table: pa.Table, out: TextIO) -> None:
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(table.column_names)
    lines.writerows([_text(value) for value in row.values()] for row in table.to_pylist())


def _json(table: pa.Table, out: TextIO) -> None:
    json.dump(table.to_pylist(), out, ensure_ascii=False, indent=1, default=_plain)
    out.write("\n")


def _table(table: pa.Table, out: TextIO) -> None:
    lines = [table.column_names, *([_text(value) for value in row.values()] for row in table.to_pylist())]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        print("  ".join(map(_padded, line, widths)).rstrip(), file=out)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat(" ") if isinstance(value, datetime) else str(value)


def _plain(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else _text(value)


def _width(cell: str) -> int:
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in cell)


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))


FORMATS: Final[dict[str, Callable[[pa.Table, TextIO], None]]] = {"csv": _csv, "json": _json, "table": _table}

if __name__ == "__main__":
    sys.exit(main())
