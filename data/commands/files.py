"""Files brought to the store, and files only looked at."""

import argparse
import csv
import sys
from collections.abc import Iterable
from pathlib import Path

from data import home
from data.commands.asking import USER, holder, show
from data.commands.writing import writing
from data.importing.recognising import known_header
from data.inbox import Brought, Request
from data.reading import Table, read
from data.refusal import Refused
from data.terminal import complain


def import_files(chosen: argparse.Namespace) -> int:
    """Import each file wholly or not at all; one that is refused does not hold up the others."""
    refused = 0
    with holder() as do:
        for file in chosen.files:
            request = Request(
                "import",
                USER,
                home.now(),
                store=chosen.store,
                kind=chosen.kind,
                encoding=chosen.encoding,
                agreed=chosen.yes,
            )
            try:
                brought = _brought(file)
            except Refused as problem:
                complain(problem)
                refused = 1
            else:
                refused |= show(do(request, brought))
    return refused


def read_files(chosen: argparse.Namespace) -> int:
    """Print the tables of files as text, or write one file each."""
    if chosen.out:
        with writing(chosen.out):
            chosen.out.mkdir(parents=True, exist_ok=True)
    for file in chosen.files:
        tables = read(_brought(file).content, file.name, known_header).tables
        if chosen.out:
            out = chosen.out / f"{file.name}.csv"
            with writing(out), out.open("w", encoding="utf-8", newline="") as handle:
                csv.writer(handle, lineterminator="\n").writerows(_lines(tables))
        else:
            csv.writer(sys.stdout, lineterminator="\n").writerows(_lines(tables))
    return 0


def _lines(tables: Iterable[Table]) -> Iterable[list[str]]:
    for number, table in enumerate(tables):
        if number:
            yield []
        if table.header_row:
            yield list(table.header)
        for row in table.rows.drop_columns(["row_no"]).to_pylist():
            yield [cell or "" for cell in row.values()]


def _brought(file: Path) -> Brought:
    try:
        return Brought.read(file)
    except OSError as problem:
        raise Refused("commands.no_file", file=file, problem=problem.strerror) from problem
