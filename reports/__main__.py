"""What leaves, from the command line: ``python -m reports meeting --day 2026-11-21 --stores 旗舰店 --as text``.

Exit codes: 0 done, 1 refused with the reason on stderr, 2 wrong usage.
"""

import argparse
import sys
from datetime import date
from pathlib import Path

from data import home
from data.refusal import Refused
from data.store import Store
from data.terminal import complain, language, named_stores, same_everywhere, tell
from data.texts import LANGUAGES, say
from reports.forms import FORMS, file_name, form
from reports.meeting_text import meeting_text
from reports.pushing import push_picture, push_text
from reports.robot import FILE, VARIABLE, Robot, robot_at, set_up
from reports.summary import Summary, summary


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    same_everywhere()
    parser = argparse.ArgumentParser(prog="python -m reports", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    meeting = commands.add_parser("meeting", help="Hand out an evening as text, workbook, picture or PDF.")
    meeting.add_argument("--day", type=date.fromisoformat, default=home.now().date(), metavar="YYYY-MM-DD")
    meeting.add_argument("--stores", help="names with commas between; all without it")
    meeting.add_argument("--as", dest="form", choices=["text", *FORMS], default="text")
    meeting.add_argument("--lang", choices=LANGUAGES, default=language())
    meeting.add_argument("--out", type=Path, metavar="FILE", help="where to write; text is printed without it")
    meeting.add_argument("--push", nargs="?", const="", metavar="URL", help="send to a robot, the shop's without URL")
    meeting.add_argument("--again", action="store_true", help="send even what has been sent before")
    chosen = parser.parse_args(arguments)
    if chosen.push is not None and chosen.form not in {"text", "png"}:
        parser.error("--push takes --as text or --as png")
    try:
        with Store(home.home()) as store:
            stores = named_stores(store, chosen.stores)
            found = summary(lambda question, scope, **params: question(store, scope, **params), stores, chosen.day)
        if chosen.push is not None:
            _push(found, chosen, _robot(chosen.push))
        else:
            _hand_out(found, chosen)
    except Refused as problem:
        complain(problem)
        return 1
    return 0


def _hand_out(found: Summary, chosen: argparse.Namespace) -> None:
    if chosen.form == "text" and chosen.out is None:
        tell(meeting_text(found.whole, chosen.lang))
        return
    made = form(chosen.form, found, chosen.lang, home.now())
    file = chosen.out or Path(file_name(found.whole, chosen.lang, chosen.form))
    try:
        file.write_bytes(made)
    except OSError as problem:
        raise Refused("commands.not_written", file=file, problem=problem.strerror) from problem
    tell(say("summary.written", chosen.lang, file=file))


def _robot(url: str) -> Robot:
    robot = robot_at(url) if url else set_up(home.home())
    if robot is None:
        raise Refused("robot.not_set_up", file=FILE, variable=VARIABLE)
    return robot


def _push(found: Summary, chosen: argparse.Namespace, robot: Robot) -> None:
    if chosen.form == "png":
        push_picture(found.whole, chosen.lang, robot, home.home(), home.now(), again=chosen.again)
    else:
        push_text(found.whole, chosen.lang, robot, home.home(), again=chosen.again)
    tell(say("robot.sent", chosen.lang))


if __name__ == "__main__":
    sys.exit(main())
