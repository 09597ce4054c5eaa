"""What one committed file teaches about the next ones."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from data.importing.correcting import NOTHING_SAID, Correction
from data.importing.prepared import Prepared
from data.importing.recognising import known_header
from data.importing.remembering import Key, key_of, remember
from data.reading import read
from data.refusal import Refused
from data.store import Store


def learn(
    store: Store,
    content: bytes,
    prepared: Prepared,
    *,
    encoding: str | None,
    corrections: Mapping[int, Correction],
    at: datetime,
    user: str,
) -> None:
    """Remember what was said of the file ``content`` and its tables, for files with the same headers.

    An encoding is remembered for the header as it reads without it: that is how the next file is met.
    """
    choices: dict[Key, Correction] = {}
    for table in prepared.tables:
        said = corrections.get(table.table_no, NOTHING_SAID)
        if replace(said, store_name=None) != NOTHING_SAID:
            found = {name: place for name, place in table.seen.columns.items() if name not in table.seen.clocks}
            columns = {**found, **table.asked.said.columns}
            choices[table.asked.key] = replace(table.asked.said, columns=columns, store_name=None, encoding=None)
    first = _first_key(content, prepared.reading.name) if encoding else None
    if first:
        choices[first] = Correction(encoding=encoding).over(choices.get(first, NOTHING_SAID))
    remember(store, choices, at=at, user=user)


def _first_key(content: bytes, name: str) -> Key | None:
    try:
        return key_of(read(content, name, known_header).tables[0], name)
    except Refused:
        return None
