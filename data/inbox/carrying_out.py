"""Doing what is asked, with the store in hand: the one way in for the command line and for dropped files."""

from collections.abc import Callable, Iterator
from typing import Final

from data import backups, home, importing, rollups
from data.importing.store_names import store_named_in
from data.inbox.request import Answer, Brought, Line, Request
from data.refusal import Refused
from data.store import Store
from data.texts import LANGUAGES, say


def carry_out(store: Store, request: Request, brought: Brought | None) -> Answer:
    """Do what ``request`` asks, with the file it speaks of, and say what was done or why not."""
    try:
        if request.command == "import" and brought:
            return _import(store, request, brought)
        return COMMANDS[request.command](store, request)
    except Refused as problem:
        return Answer.refusal(problem)


def _import(store: Store, request: Request, brought: Brought) -> Answer:
    prepared = importing.prepare(
        store,
        brought.content,
        brought.spoken,
        received_at=request.asked_at,
        kind=request.kind,
        store_name=request.store or store_named_in((request.folder,), store.all_stores()),
        encoding=request.encoding,
    )
    yes = request.agreed
    done = importing.commit(store, prepared, at=home.now(), user=request.user, may_shrink=yes, may_refuse=yes)
    return Answer("", {language: tuple(_told(prepared, done, language)) for language in LANGUAGES})


def _told(prepared: importing.Prepared, done: importing.Committed, language: str) -> Iterator[Line]:
    for table in prepared.tables:
        text = say(
            "commands.imported",
            language,
            file=prepared.reading.name,
            kind=table.log.title,
            rows=table.cleaned.rows.num_rows,
            repaired=table.cleaned.repaired,
            refused=table.cleaned.rejects.num_rows,
            batch=done.batch_id,
        )
        yield Line(text)
        yield from _worked_out(table, language)
        for line in importing.refusals(table, language):
            yield Line(line, problem=True)
    for problem in prepared.skipped.values():
        yield Line(problem.sentence(language), problem=True)


def _worked_out(table: importing.PreparedTable, language: str) -> Iterator[Line]:
    """Yield what the importer found out by itself and what it left aside."""
    if table.store and "store" not in table.recognised.columns:
        yield Line(say("commands.store_from", language, store=table.store))
    if table.recognised.ignored:
        columns = say("commands.comma", language).join(table.recognised.ignored)
        yield Line(say("commands.ignored", language, columns=columns))


def _undo(store: Store, request: Request) -> Answer:
    importing.undo(store, request.batch, at=home.now(), user=request.user)
    return Answer("", {name: (Line(say("commands.undone", name, batch=request.batch)),) for name in LANGUAGES})


def _backup(store: Store, _: Request) -> Answer:
    file = backups.backup(store, home.now())
    return Answer("", {language: (Line(str(file)),) for language in LANGUAGES})


def _rebuild(store: Store, _: Request) -> Answer:
    with store.write("rebuild") as connection:
        rollups.rebuild(connection)
    return Answer("", dict.fromkeys(LANGUAGES, ()))


COMMANDS: Final[dict[str, Callable[[Store, Request], Answer]]] = {
    "undo": _undo,
    "backup": _backup,
    "rebuild": _rebuild,
}
