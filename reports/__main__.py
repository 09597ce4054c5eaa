"""What leaves, from the command line: ``python -m reports meeting --day 2026-11-21 --stores 旗舰店 --as text``.

Exit codes: 0 done, 1 refused with the reason on stderr, 2 wrong usage.
"""

import argparse
import sys
from datetime import date

from data import home
from data.refusal import Refused
from data.store import Store
from data.terminal import complain, language, named_stores, same_everywhere
from data.texts import LANGUAGES
from reports.evening import evening
from reports.meeting_text import meeting_text


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    same_everywhere()
    parser = argparse.ArgumentParser(prog="python -m reports", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    meeting = commands.add_parser("meeting", help="Print the summary of an evening, ready for the group chat.")
    meeting.add_argument("--day", type=date.fromisoformat, default=home.now().date(), metavar="YYYY-MM-DD")
    meeting.add_argument("--stores", help="names with commas between; all without it")
    meeting.add_argument("--as", dest="form", choices=["text"], default="text")
    meeting.add_argument("--language", choices=LANGUAGES, default=language())
    chosen = parser.parse_args(arguments)
    try:
        with Store(home.home()) as store:
            stores = named_stores(store, chosen.stores)
            found = evening(lambda question, **params: question(store, stores, **params), stores, chosen.day)
            print(meeting_text(found, chosen.language))
    except Refused as problem:
        complain(problem)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
