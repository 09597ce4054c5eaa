"""The store from the command line: ``python -m data import|read|demo|undo|backup|restore|rebuild``.

Exit codes: 0 done, 1 refused with the reason on stderr, 2 wrong usage.
"""

import argparse
import sys
from pathlib import Path

from data.commands import files, upkeep
from data.logs import LOGS
from data.refusal import Refused
from data.terminal import complain, same_everywhere


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

    add = command("import", files.import_files, "Import CSV or Excel files, each wholly or not at all.")
    add.add_argument("files", nargs="+", type=Path, metavar="FILE")
    add.add_argument("--store", help="the store, where no column, sheet or file name says it")
    add.add_argument("--kind", choices=sorted(LOGS), help="the kind of log, where the header leaves it open")
    add.add_argument("--encoding", help="the encoding of a text file, where the guess is wrong")
    add.add_argument("--yes", action="store_true", help="agree that a day may lose rows, and that many are refused")
    show = command("read", files.read_files, "Print files as tables of text (csv), as the importer sees them.")
    show.add_argument("files", nargs="+", type=Path, metavar="FILE")
    show.add_argument("--out", type=Path, metavar="DIR", help="write one NAME.csv per file instead")
    command("demo", upkeep.load_demo, "Load the demo shop into an empty store; its files stay in the demo folder.")
    take_back = command("undo", upkeep.undo, "Take an import back; what stood before stands again.")
    take_back.add_argument("batch", type=int, metavar="BATCH")
    command("backup", upkeep.backup, "Write a copy of the store into its backups folder.")
    put_back = command("restore", upkeep.restore, "Put a backup (the newest) in place of the store.")
    put_back.add_argument("--file", type=Path, metavar="FILE")
    command("rebuild", upkeep.rebuild, "Recompute everything that is kept beside the facts.")
    return parser


if __name__ == "__main__":
    sys.exit(main())
