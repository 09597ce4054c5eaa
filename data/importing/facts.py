"""A log's typed columns as facts: days, keys in place of contacts, and who the people are."""

from data.customer_codes import key_in
from data.logs import Log, Person


def facts(log: Log) -> list[str]:
    """Return the SQL of a log's facts from its typed columns."""
    found = []
    for column in log.columns:
        if column.type == "month":
            found.append(f"{column.name}::date as day")
        elif column.name == "date":
            found += ["date::date as day", "case when date <> date_trunc('day', date) then date end as moment"]
        elif column.type == "date":
            found.append(f"{column.name}::date as {column.name}")
        elif column.type == "phone" or column.name == "wechat":
            kind = "phone" if column.type == "phone" else "wechat"
            found += [f"hashed('{kind}', {column.name}) as {column.name}_key", column.name]
        else:
            found.append(column.name)
        if column.type in ("choice", "phone"):
            found.append(f"{column.name}_word")
    return found + [f"{_contact(person)} as {person.key}" for person in log.people]


def _contact(person: Person) -> str:
    """Return the SQL of who somebody is: by code, else a valid phone, else a WeChat id, else store and name."""
    code = f"{key_in(person.code)}, " if person.code else ""
    wechat = f"{person.wechat}_key, " if person.wechat else ""
    return (
        f"coalesce({code}case when {person.phone}_word = 'valid' then {person.phone}_key end, {wechat}"
        f"hashed('name', store || '|' || {person.name}))"
    )


def contacts(log: Log) -> str:
    """Return the SQL of what the keys of the contacts stand for."""
    nobody = "null::ubigint as contact_key, null::varchar as kind, null::varchar as value, null::varchar as state"
    found = [f"select {nobody} where false"]
    for person in log.people:
        key, others = person.key, [f"{person.phone}_key"] + [f"{person.wechat}_key"] * bool(person.wechat)
        found.append(
            f"select distinct {person.phone}_key, 'phone', {person.phone}, {person.phone}_word from facts "
            f"where {person.phone}_key is not null"
        )
        if person.wechat:
            found.append(
                f"select distinct {person.wechat}_key, 'wechat', {person.wechat}, 'valid' from facts "
                f"where {person.wechat}_key is not null"
            )
        unlike = " and ".join(f"{key} is distinct from {other}" for other in others)
        unlike += f" and {person.code} is null" if person.code else ""  # somebody known already
        found.append(f"select distinct {key}, 'name', null, 'valid' from facts where {key} is not null and {unlike}")
    # Two people in a row may be one: then both tell of the same contact.
    return (" union " if len(log.people) > 1 else " union all ").join(found)
