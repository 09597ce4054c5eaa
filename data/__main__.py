"""The store from the command line: ``python -m data import|read|demo|undo|backup|restore|rebuild``.

Exit codes: 0 done, 1 refused with the reason on stderr, 2 wrong usage.
"""

import argparse
import csv
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from data import backups, demo, home, importing, rollups
from data.importing.recognising import known_header
from data.logs import LOGS
from data.reading import Table, read
from data.refusal import Refused
from data.store import Store
from data.terminal import complain, language, same_everywhere
from data.texts import say

USER: Final = "command_line"


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    same_everywhere()
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except Refused as problem:
        complain(problem)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, help_: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=help_, description=help_)
        added.set_defaults(run=run)
        return added

    add = command("import", _import, "Import CSV or Excel files, each wholly or not at all.")
    add.add_argument("files", nargs="+", type=Path, metavar="FILE")
    add.add_argument("--store", help="the store, where no column, sheet or file name says it")
    add.add_argument("--kind", choices=sorted(LOGS), help="the kind of log, where the header leaves it open")
    add.add_argument("--encoding", help="the encoding of a text file, where the guess is wrong")
    add.add_argument("--yes", action="store_true", help="agree that an assistant's day may lose rows")
    show = command("read", _read, "Print files as tables of text (csv), as the importer sees them.")
    show.add_argument("files", nargs="+", type=Path, metavar="FILE")
    show.add_argument("--out", type=Path, metavar="DIR", help="write one NAME.csv per file instead")
    command("demo", _demo, "Load the demo shop into an empty store; its files stay in the demo folder.")
    take_back = command("undo", _undo, "Take an import back; what stood before stands again.")
    take_back.add_argument("batch", type=int, metavar="BATCH")
    command("backup", _backup, "Write a copy of the store into its backups folder.")
    put_back = command("restore", _restore, "Put a backup (the newest) in place of the store.")
    put_back.add_argument("--file", type=Path, metavar="FILE")
    command("rebuild", _rebuild, "Recompute everything that is kept beside the facts.")
    return parser


def _import(chosen: argparse.Namespace) -> int:
    refused = 0
    with Store(home.home()) as store:
        for file in chosen.files:
            try:
                _import_one(store, file, chosen)
            except Refused as problem:
                refused = 1
                complain(problem)
    return refused


def _import_one(store: Store, file: Path, chosen: argparse.Namespace) -> None:
    prepared = importing.prepare(
        store,
        _content(file),
        file.name,
        received_at=home.now(),
        kind=chosen.kind,
        store_name=chosen.store,
        encoding=chosen.encoding,
    )
    done = importing.commit(store, prepared, at=home.now(), user=USER, may_shrink=chosen.yes)
    for table in prepared.tables:
        kind, cleaned = table.log.title, table.cleaned
        print(
            say(
                "commands.imported",
                language(),
                file=file.name,
                kind=kind,
                rows=cleaned.rows.num_rows,
                repaired=cleaned.repaired,
                refused=cleaned.rejects.num_rows,
                batch=done.batch_id,
            )
        )
        for note in _notes(table):
            print(note)
        for line in importing.refusals(table, language()):
            print(line, file=sys.stderr)
    for problem in prepared.skipped.values():
        complain(problem)


def _notes(table: importing.PreparedTable) -> Iterator[str]:
    """Yield what the importer worked out by itself and what it left aside."""
    if table.store and "store" not in table.recognised.columns:
        yield say("commands.store_from", language(), store=table.store)
    if table.recognised.ignored:
        columns = say("commands.comma", language()).join(table.recognised.ignored)
        yield say("commands.ignored", language(), columns=columns)


def _read(chosen: argparse.Namespace) -> int:
    if chosen.out:
        with _writing(chosen.out):
            chosen.out.mkdir(parents=True, exist_ok=True)
    for file in chosen.files:
        tables = read(_content(file), file.name, known_header).tables
        if chosen.out:
            out = chosen.out / f"{file.name}.csv"
            with _writing(out), out.open("w", encoding="utf-8", newline="") as handle:
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


def _demo(_: argparse.Namespace) -> int:
    with Store(home.home()) as store:
        for number, total, name in demo.load(store, home.now()):
            print(f"[{number}/{total}] {name}")
    return 0


def _undo(chosen: argparse.Namespace) -> int:
    with Store(home.home()) as store:
        importing.undo(store, chosen.batch, at=home.now(), user=USER)
    print(say("commands.undone", language(), batch=chosen.batch))
    return 0


def _backup(_: argparse.Namespace) -> int:
    with Store(home.home()) as store:
        print(backups.backup(store, home.now()))
    return 0


def _restore(chosen: argparse.Namespace) -> int:
    with _writing(home.home()):
        print(backups.restore(home.home(), chosen.file))
    return 0


def _rebuild(_: argparse.Namespace) -> int:
    with Store(home.home()) as store, store.write("rebuild") as connection:
        rollups.rebuild(connection)
    return 0


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as problem:
        raise Refused("commands.no_file", file=file, problem=problem.strerror) from problem


@contextmanager
def _writing(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        place = problem.filename or place
        raise Refused("commands.not_written", file=place, problem=problem.strerror) from problem


if __name__ == "__main__":
    sys.exit(main())
