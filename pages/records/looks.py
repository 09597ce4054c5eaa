"""What a file says and would change, with what was said of it: worked out beside the page, which draws nothing here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from data import importing
from data.home import now
from data.importing import Tell
from data.importing.meanings import Which
from data.refusal import Refused
from data.store import Store

Name = tuple[Which, str, str]  # what it names, the store it belongs to, its spelling
Names = Mapping[Name, str]  # what names mean; an empty text: themselves


@dataclass(frozen=True)
class Said:
    """The operator's word on one file: its encoding, and a correction for each table that needs one, by number."""

    encoding: str | None = None
    tables: Mapping[int, importing.Correction] = field(default_factory=dict)


@dataclass(frozen=True)
class Brought:
    """A file in the uploader and all that was said of it, and of the names in any file."""

    file_id: str
    name: str
    content: bytes
    said: Said
    names: Names


@dataclass(frozen=True)
class Look:
    """A file as it would be committed, or why it can't be read; ``preview`` is of the data version ``version``.

    ``asked`` are the strangers that the file has, or had before somebody said whom they mean. ``assumed`` is what is
    sure enough to be taken for said. ``heard`` are all names of the file that anything was or could be said of.
    """

    brought: Brought
    prepared: importing.Prepared | Refused
    version: int | None = None
    preview: importing.Preview | None = None
    asked: Mapping[Name, importing.Stranger] = field(default_factory=dict)
    assumed: Names = field(default_factory=dict)
    heard: frozenset[Name] = frozenset()

    def of(self, said: Said, names: Names) -> bool:
        """Whether the file was read with just this word on it and on its names."""
        before = self.brought
        return before.said == said and all(names.get(name) == before.names.get(name) for name in self.heard)

    def holds(self, version: int) -> bool:
        """Whether the preview is of this data version; a file that can't be read has none."""
        return self.version == version or isinstance(self.prepared, Refused)

    @property
    def understood(self) -> dict[Name, tuple[str, int]]:
        """What names were read as, and in how many rows."""
        return {} if isinstance(self.prepared, Refused) else understood(self.prepared)

    def meanings(self) -> list[importing.Meaning]:
        """Return what is to be remembered of names once the file is in."""
        said, counted = {**self.assumed, **self.brought.names}, self.understood
        return [
            importing.Meaning(*name, meant)
            for name, meant in said.items()
            if name in (counted if meant else self.heard)
        ]


def take_a_look(store: Store, brought: Brought, before: Look | None, tell: Tell) -> Look:
    """Return what a file says and would change now; what was read ``before`` is read again only where it has to be."""
    assumed = before.assumed if before else {}
    asked, heard = (before.asked, before.heard) if before else ({}, frozenset())
    same = before is not None and before.of(brought.said, brought.names)
    prepared = before.prepared if before and same else _examined(store, brought, assumed, tell)
    while not isinstance(prepared, Refused):
        version = store.data_version()
        preview = importing.preview(store, prepared)
        strangers = {(one.which, one.store, one.spelled): one for one in preview.strangers}
        asked, heard = {**asked, **strangers}, heard | {*strangers, *understood(prepared)}
        sure = {
            name: one.candidates[0]
            for name, one in strangers.items()
            if one.sure and name not in brought.names and name not in assumed
        }
        if not sure:
            return Look(brought, prepared, version, preview, asked, assumed, heard)
        assumed = {**assumed, **sure}
        prepared = _examined(store, brought, assumed, tell)
    return Look(brought, prepared, asked=asked, assumed=assumed, heard=heard)


def understood(prepared: importing.Prepared) -> dict[Name, tuple[str, int]]:
    """Return what the names in a file were read as, and in how many of its rows."""
    found: dict[Name, tuple[str, int]] = {}
    for table in prepared.tables:
        for row in table.cleaned.understood.to_pylist():
            name = (row["which"], row["store"], row["spelled"])
            found[name] = row["meant"], found.get(name, ("", 0))[1] + row["rows"]
    return found


def _examined(store: Store, brought: Brought, assumed: Names, tell: Tell) -> importing.Prepared | Refused:
    try:
        return importing.examine(
            store,
            brought.content,
            brought.name,
            received_at=now(),
            for_all=importing.Correction(encoding=brought.said.encoding),
            corrections=brought.said.tables,
            meant=[importing.Meaning(*name, meant) for name, meant in {**assumed, **brought.names}.items()],
            tell=tell,
        )
    except Refused as problem:
        return problem
