"""What the names of shops and colleagues in a file mean: what was once said of a spelling, and what looks likely."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from data.store import Store

Which = Literal["store", "assistant"]
REMARK: Final = re.compile(r"[(（\[【].*?[)）\]】]|[0-9]+号?$")
TITLE: Final = re.compile(r"(店长|副店长|主管|经理|组长|导购员?|顾问|网销|老师|实习生?|新人|离职|总|姐|哥)$")
NICKNAME: Final = re.compile(r"[小老阿大](.{1,2})|(.)[姐哥总工]")
ALIKE: Final = 0.6
MOST: Final = 5  # suggestions for one spelling


@dataclass(frozen=True)
class Meaning:
    """What a spelling means, everywhere in the shop chain for a store, within ``store`` for an assistant."""

    which: Which
    store: str
    spelled: str
    meant: str


@dataclass(frozen=True)
class Stranger:
    """A name in a file that the shop doesn't know, with those it may mean, the likeliest first.

    ``sure``: the first is the name itself but for a title or a remark.
    """

    which: Which
    store: str
    spelled: str
    rows: int
    candidates: tuple[str, ...]
    sure: bool


def meanings(store: Store) -> list[Meaning]:
    """Return what was last said of every spelling."""
    with store.reading() as cursor:
        rows = cursor.execute(
            'select "column", store, spelled, arg_max(meant, (set_at, rowid)) as meant from raw.meanings '
            "group by all having meant <> '' order by all"
        ).fetchall()
    return [Meaning(*row) for row in rows]


def over(said: Sequence[Meaning], earlier: Sequence[Meaning]) -> list[Meaning]:
    """Return what is ``said`` of names, and what was said ``earlier`` of others; an empty ``meant`` means itself."""
    newest = {(one.which, one.store, one.spelled): one for one in (*earlier, *said)}
    return [one for one in newest.values() if one.meant]


def mean(store: Store, said: Sequence[Meaning], *, at: datetime, user: str) -> None:
    """Keep what spellings mean from now on; an empty ``meant`` takes a meaning back."""
    if said:
        with store.write("names") as connection:
            for one in said:
                connection.execute(
                    "insert into raw.meanings values ($1, $2, $3, $4, $5, $6)",
                    [one.which, one.store, one.spelled, one.meant, at, user],
                )


def strangers(found: Mapping[tuple[str, str], int], known: Mapping[str, frozenset[str]]) -> Iterator[Stranger]:
    """Yield the names that nobody knows but that look like somebody known.

    ``found`` counts the rows of a file by (store, assistant), ``known`` has the assistants of every store. A store
    without any is new, and so is everybody in it.
    """
    stores: dict[str, int] = {}
    for (shop, _), rows in found.items():
        if shop not in known:
            stores[shop] = stores.get(shop, 0) + rows
    for shop, rows in stores.items():
        if candidates := _like(shop, known):
            yield Stranger("store", "", shop, rows, candidates, sure=_bare(shop) == candidates[0])
    for (shop, name), rows in found.items():
        colleagues = known.get(shop, frozenset())
        if name and name not in colleagues and (candidates := _like(name, colleagues)):
            yield Stranger("assistant", shop, name, rows, candidates, sure=_bare(name) == candidates[0])


def _like(spelled: str, known: Mapping[str, object] | frozenset[str]) -> tuple[str, ...]:
    """Return the known names that ``spelled`` may stand for: itself without remarks, a nickname, a misspelling."""
    bare, names = _bare(spelled), sorted(known)
    likely = [bare] if bare in known else []
    if short := NICKNAME.fullmatch(spelled):
        part = short[1] or short[2]
        likely += [name for name in names if name.startswith(part) or name.endswith(part)]
    likely += [name for name in names if len(bare) >= 2 and (bare in name or name in bare)]
    likely += [name for name, _, _ in process.extract(bare, names, scorer=JaroWinkler.similarity, score_cutoff=ALIKE)]
    return tuple(dict.fromkeys(likely))[:MOST]


def _bare(spelled: str) -> str:
    """Return a name without remark and title: 王芳(店长) and 王芳店长 are 王芳."""
    without = REMARK.sub("", spelled).strip()
    return TITLE.sub("", without) if len(TITLE.sub("", without)) >= 2 else without
