"""The shop's rules: dated rows that are only ever added, so that a change never rewrites the past."""

import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeVar

import duckdb

from data.asked import first_row
from data.refusal import Refused
from data.rule_catalogue import OFF, RULES, Rule

if TYPE_CHECKING:  # the store sets up its own rules
    from data.store import Scope, Store

SHIPPED: Final = "shipped"
PREVIEW: Final = "preview"
ALWAYS: Final = date(1970, 1, 1)
ALL_STORES: Final = ""
Answer = TypeVar("Answer")


def ship_defaults(connection: duckdb.DuckDBPyConnection, at: datetime) -> None:
    """Insert the default of every rule that has no row for all stores yet."""
    known = {name for (name,) in connection.execute("select name from raw.rules where store = ''").fetchall()}
    for rule in RULES.values():
        if rule.name not in known:
            _insert(connection, (rule.name, ALL_STORES, rule.default, ALWAYS, at, SHIPPED, None))


def set_rule(
    store: "Store",
    name: str,
    value: str | None,
    *,
    for_store: str = ALL_STORES,
    valid_from: date,
    at: datetime,
    by: str,
) -> None:
    """Let the rule ``name`` say ``value`` from ``valid_from`` on, in one store or in all without a value of their own.

    ``None`` takes a store's own value back, and for all stores puts the default back; "" turns money off.
    Raises ``Refused`` when the rule or the store is unknown, the value out of bounds, or ``valid_from`` before ``at``.
    """
    kept = _kept(store, name, value, for_store)
    if valid_from < at.date():
        raise Refused("rules.in_the_past", day=valid_from, today=at.date())
    with store.write(f"rule {name}") as connection:
        _add(connection, (name, for_store, kept, valid_from), at, by, store.data_version() + 1)


def preview_rule(
    store: "Store",
    scope: "Scope",
    name: str,
    value: str | None,
    *,
    for_store: str = ALL_STORES,
    day: date,
    at: datetime,
    question: Callable[[duckdb.DuckDBPyConnection], Answer],
) -> Answer:
    """Return what ``question`` would answer about ``day`` for ``scope``, had ``set_rule`` been in time for that day.

    ``question`` gets a cursor in a transaction that is always rolled back: nobody else ever sees the change.
    Raises ``Refused`` as ``set_rule`` does, except that any day may be asked about.
    """
    kept = _kept(store, name, value, for_store)
    with store.trying(scope) as cursor:
        _add(cursor, (name, for_store, kept, day), at, PREVIEW, None)
        return question(cursor)


def checked(rule: Rule, value: str) -> str:
    """Return ``value`` as it is stored; raises ``Refused`` with the bounds when ``rule`` can't say that."""
    text = unicodedata.normalize("NFKC", value).strip()
    match rule.type:
        case "integer":
            return str(int(_number(rule, text, places=0)))
        case "money" | "benchmark" | "edges" | "month" if text == OFF:
            return OFF
        case "share" | "benchmark":
            percent = text.endswith("%")
            return f"{_number(rule, text.rstrip('%'), places=4, unit=Decimal(100 if percent else 1)):f}"
        case "money":
            return f"{_number(rule, text.removeprefix('¥'), places=2):f}"
        case "time" | "month" | "edges":
            return _written(rule, text)
        case "switch" | "choice" | "kinds":
            said = text.split("+") if rule.type == "kinds" else [text]
            if not set(said) <= set(rule.choices):
                raise Refused("rules.not_a_choice", value=value)
            return "+".join(choice for choice in rule.choices if choice in said)


def _number(rule: Rule, text: str, *, places: int, unit: Decimal = Decimal(1)) -> Decimal:
    try:
        number = Decimal(text) / unit
    except InvalidOperation:
        raise Refused("rules.not_a_number", value=text, low=rule.low, high=rule.high) from None
    if rule.too_high and not number.is_nan() and number > rule.high:
        raise Refused(rule.too_high, value=text)
    if not number.is_finite() or not rule.low <= number <= rule.high or number != round(number, places):
        reason = "rules.not_a_whole_number" if places == 0 else "rules.not_a_number"
        raise Refused(reason, value=text, low=rule.low, high=rule.high)
    return abs(number)  # "-0" is 0


def _written(rule: Rule, text: str) -> str:
    if rule.type == "edges":
        return _edges(rule, text)
    return _time(text) if rule.type == "time" else _month(text)


def _edges(rule: Rule, text: str) -> str:
    edges = [_number(rule, edge.strip(), places=2) for edge in text.split("+")]
    if len(edges) != 4 or any(one >= other for one, other in pairwise(edges)):
        raise Refused("rules.not_four_rising", value=text)
    return "+".join(f"{edge:f}" for edge in edges)


def _month(text: str) -> str:
    try:
        return f"{date.fromisoformat(f'{text}-01'):%Y-%m}"
    except ValueError:
        raise Refused("rules.not_a_month", value=text) from None


def _time(text: str) -> str:
    try:
        return f"{time.fromisoformat(text.zfill(5)):%H:%M}"
    except ValueError:
        raise Refused("rules.not_a_time", value=text) from None


def _kept(store: "Store", name: str, value: str | None, for_store: str) -> str | None:
    rule = RULES.get(name)
    if rule is None:
        raise Refused("rules.unknown", name=name)
    if for_store != ALL_STORES and for_store not in store.all_stores():
        raise Refused("rules.no_store", store=for_store)
    if value is not None:
        return checked(rule, value)
    return rule.default if for_store == ALL_STORES else None


def _add(
    connection: duckdb.DuckDBPyConnection,
    change: tuple[str, str, str | None, date],
    at: datetime,
    by: str,
    version: int | None,
) -> None:
    (last,) = first_row(
        connection, "select max(set_at) from raw.rules where name = $1 and store = $2", [change[0], change[1]]
    )
    # Of two changes within one second the later must stay the later.
    moment = at if last is None else max(at, last + timedelta(microseconds=1))
    _insert(connection, (*change, moment, by, version))


def _insert(
    connection: duckdb.DuckDBPyConnection, row: tuple[str, str, str | None, date, datetime, str, int | None]
) -> None:
    connection.execute(
        "insert into raw.rules (name, store, value, valid_from, set_at, set_by, version) "
        "values ($1, $2, $3, $4, $5, $6, $7)",
        row,
    )
