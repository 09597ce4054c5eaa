"""Committing what was agreed to, beside the page, which draws nothing here."""

from dataclasses import dataclass
from typing import Final

from data import importing
from data.home import now
from data.importing import Tell
from data.refusal import Refused
from data.store import Store
from pages.records.looks import Look

USER: Final = "uploads_page"


@dataclass(frozen=True)
class Agreed:
    """A file as somebody agreed to it."""

    look: Look
    prepared: importing.Prepared
    preview: importing.Preview


@dataclass(frozen=True)
class Outcome:
    """What became of a file."""

    file: str
    rows: int
    refused: int


def commit(store: Store, agreed: Agreed, tell: Tell) -> Outcome:
    """Commit one file and remember what was said of it.

    The yes was to certain rows: what else would get lost now, or be too many refused, is ``Refused``.
    """
    prepared, brought = agreed.prepared, agreed.look.brought
    found = importing.preview(store, prepared)
    if (found.shrinking, found.refused_share) != (agreed.preview.shrinking, agreed.preview.refused_share):
        raise Refused("uploads.changed_meanwhile", file=brought.name)
    done = importing.commit(
        store,
        prepared,
        at=now(),
        user=USER,
        may_shrink=bool(found.shrinking),
        may_refuse=found.refused_share is not None,
        tell=tell,
    )
    importing.learn(
        store,
        brought.content,
        prepared,
        encoding=brought.said.encoding,
        corrections=brought.said.tables,
        at=now(),
        user=USER,
    )
    importing.mean(store, agreed.look.meanings(), at=now(), user=USER)
    return Outcome(brought.name, done.rows, done.refused)
