"""What the command lines share: the terminal's language, how it prints and complains, and stores by name."""

import os
import sys
from io import TextIOWrapper

from data.refusal import Refused
from data.store import Store


def language() -> str:
    """Return the language of the terminal: English where the locale says so, else Chinese."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if locale.lower().startswith("en") else "zh"


def same_everywhere() -> None:
    """Print the same bytes on every machine: UTF-8, and lines that end with a line feed alone."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")


def tell(text: str) -> None:
    """Say something on stdout."""
    print(text)  # noqa: T201


def complain(problem: Refused) -> None:
    """Say on stderr why something was refused."""
    print(problem.sentence(language()), file=sys.stderr)  # noqa: T201


def named_stores(store: Store, names: str | None) -> tuple[str, ...]:
    """Return the stores in a list with commas between, all without one; raises ``Refused`` for a store nobody knows."""
    known = store.all_stores()
    if names is None:
        return known
    chosen = tuple(name.strip() for name in names.replace("，", ",").split(","))
    for name in chosen:
        if name not in known:
            raise Refused("commands.no_store", store=name, known=", ".join(known))
    return chosen
