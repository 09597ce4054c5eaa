"""Doing what is asked, with the store in hand: the one way in for the command line and for dropped files."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from data import backups, home, importing, rollups
from data.importing.store_names import store_named_in
from data.inbox.request import Answer, Brought, Line, Request
from data.reading import mendings, samples
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
    said = importing.Correction(
        request.kind,
        encoding=request.encoding,
        store_name=request.store or store_named_in((request.folder,), store.all_stores()),
    )
    prepared = importing.examine(store, brought.content, brought.spoken, received_at=request.asked_at, for_all=said)
    doubt = prepared.reading.doubt
    if doubt and not request.agreed:
        (sample,) = samples(brought.content, (doubt,)).values()
        raise Refused("reading.doubtful", name=brought.spoken, encoding=doubt, sample=sample)
    if not prepared.tables:
        raise prepared.open[0].problem
    asked = importing.preview(store, prepared).strangers
    yes = request.agreed
    done = importing.commit(store, prepared, at=home.now(), user=request.user, may_shrink=yes, may_refuse=yes)
    return Answer("", {language: tuple(_told(prepared, done, asked, language)) for language in LANGUAGES})


def _told(
    prepared: importing.Prepared,
    done: importing.Committed,
    strangers: Iterable[importing.Stranger],
    language: str,
) -> Iterator[Line]:
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
        for line in importing.worked_out(table, language):
            yield Line(line)
        for line in importing.refusals(table, language):
            yield Line(line, problem=True)
    for line in mendings(prepared.reading, language):
        yield Line(f"  {line}")
    for problem in prepared.skipped.values():
        yield Line(problem.sentence(language), problem=True)
    for line in importing.questions(strangers, language):
        yield Line(line, problem=True)


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
