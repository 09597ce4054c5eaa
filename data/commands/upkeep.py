"""What is done to the store as a whole."""

import argparse

from data import backups, demo, home
from data.commands.asking import USER, holder, show
from data.commands.writing import writing
from data.inbox import Request
from data.store import Store
from data.terminal import tell


def load_demo(_: argparse.Namespace) -> int:
    """Load the demo shop and name each file as it comes in."""
    with Store(home.home()) as store:
        for number, total, name in demo.load(store, home.now()):
            tell(f"[{number}/{total}] {name}")
    return 0


def undo(chosen: argparse.Namespace) -> int:
    """Take a batch back."""
    with holder() as do:
        return show(do(Request("undo", USER, home.now(), batch=chosen.batch), None))


def backup(_: argparse.Namespace) -> int:
    """Write a backup and print where it is."""
    with holder() as do:
        return show(do(Request("backup", USER, home.now()), None))


def rebuild(_: argparse.Namespace) -> int:
    """Recompute everything that is kept beside the facts."""
    with holder() as do:
        return show(do(Request("rebuild", USER, home.now()), None))


def restore(chosen: argparse.Namespace) -> int:
    """Put a backup in place of the store and print which."""
    with writing(home.home()):
        tell(str(backups.restore(home.home(), chosen.file)))
    return 0
