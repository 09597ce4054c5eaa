"""From a table of text to typed rows of facts, with one reason for every cell that can't be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Final

import duckdb
import pyarrow as pa

from data.asked import first_row
from data.importing.columns import FileColumn
from data.importing.correcting import DateOrder
from data.importing.facts import contacts, facts
from data.importing.meanings import Meaning
from data.importing.recognising import Recognised
from data.importing.understanding import as_table, settled, understood
from data.reading.table import Table
from data.schema import fact_columns

EXAMPLES: Final = 20  # of what was mended in a column


@dataclass(frozen=True)
class Cleaned:
    """Typed rows and what was kept out.

    ``rows`` has ``row_no`` and the kind's fact columns; ``contacts`` has contact_key, kind, value, state;
    ``rejects`` has row_no, cells (list of text) and problems (list of header, cell, problem).
    ``repairs`` has one row per column with mended cells: header, type, rows, and the most frequent ``examples``
    (list of before, after, rows); ``repaired`` is the number of rows with any.
    ``understood`` has the names that were read as others: which, store, spelled, meant, rows.
    """

    rows: pa.Table
    contacts: pa.Table
    rejects: pa.Table
    repairs: pa.Table
    repaired: int
    understood: pa.Table


def clean(
    table: Table,
    recognised: Recognised,
    *,
    store: str | None,
    received: datetime,
    secret: str,
    date_order: DateOrder | None = None,
    meant: Sequence[Meaning] = (),
) -> Cleaned:
    """Return ``table`` as facts.

    ``store`` fills a store that no cell names, ``date_order`` is that of 03/04/2026, ``meant`` says what names mean.
    """
    log = recognised.log
    with _engine().cursor() as connection:
        connection.execute("set variable store = $1", [store])
        connection.execute("set variable headers = $1", [[header.strip() for header in table.header]])
        connection.register("source", table.rows)
        connection.register("meant", as_table(meant))
        columns = [FileColumn(connection, c, recognised.columns.get(c.name), received, date_order) for c in log.columns]
        connection.execute(f"create temp table bad as {_bad(columns, store)}{_beyond_header(table, recognised)}")
        connection.execute(f"create temp view typed as {_typed(columns)}")
        connection.execute(
            "create temp macro hashed(kind, x) as "
            f"('0x' || substr(sha256('{secret}:' || kind || ':' || x), 1, 16))::ubigint"
        )
        connection.execute(
            f"create temp table facts as select row_no, repaired, {', '.join(facts(log))} from {settled(log, meant)}"
        )
        stored = ", ".join(["row_no", *fact_columns(log)])
        return Cleaned(
            rows=connection.sql(f"select {stored} from facts order by row_no").to_arrow_table(),
            contacts=connection.sql(contacts(log)).to_arrow_table(),
            rejects=connection.sql(_rejects(len(table.header))).to_arrow_table(),
            repairs=connection.sql(_repairs(columns)).to_arrow_table(),
            repaired=first_row(connection, "select count(*) from facts where repaired")[0],
            understood=connection.sql(understood(log, meant)).to_arrow_table(),
        )


@cache
def _engine() -> duckdb.DuckDBPyConnection:
    # One for all files, because a new one takes longer than a small file; what a cursor makes goes with it.
    connection = duckdb.connect(config={"python_enable_replacements": "false"})
    connection.execute("set memory_limit = '2GB'")
    return connection


def _typed(columns: list[FileColumn]) -> str:
    values = [
        f"coalesce({column.value()}, getvariable('store')) as store"
        if column.name == "store"
        else f"{column.value()} as {column.name}"
        for column in columns
    ]
    values += [f"{column.word()} as {column.name}_word" for column in columns if column.keeps_word]
    repaired = [f"coalesce(r_{column.name}.repaired, false)" for column in columns if column.messy]
    joins = " ".join(column.join for column in columns)
    return (
        f"select s.row_no, {', '.join(values)}, {' or '.join(repaired) or 'false'} as repaired "
        f"from source as s {joins} anti join bad on s.row_no = bad.row_no"
    )


def _bad(columns: list[FileColumn], store: str | None) -> str:
    parts = [
        "select null::integer as row_no, null::integer as place, null::varchar as cell, null as problem where false"
    ]
    for column in columns:
        if column.position is None:
            continue
        found = f"select s.row_no, {column.position + 1}, {column.cell},"
        source = f"from source as s {column.join} where"
        if column.messy:
            parts.append(f"{found} problem {source} problem is not null")
        if column.column.required and not (column.name == "store" and store):
            read = " or (raw is not null and value is null and problem is null)" if column.messy else ""
            parts.append(f"{found} 'required' {source} {column.cell} is null{read}")
    return " union all ".join(parts)


def _beyond_header(table: Table, recognised: Recognised) -> str:
    """Return the SQL of the cells of a text file that no header covers: a comma within a cell has shifted its row.

    In a workbook, where nothing shifts, such cells are remarks beside the table.
    """
    covered = [position for position, header in enumerate(table.header) if header]
    width = 1 + max([*covered, *recognised.columns.values()])
    if table.sheet or not covered or width == len(table.header):
        return ""
    beyond = ", ".join(f"c{position}" for position in range(width, len(table.header)))
    return (
        f" union all select row_no, {width + 1}, concat_ws(' ', {beyond}), 'beyond_header' "
        f"from source where coalesce({beyond}, null) is not null"
    )


def _repairs(columns: list[FileColumn]) -> str:
    """Return the SQL of what was mended, by column, the most frequent first."""
    parts = [
        "select null::integer as place, null as type, null as before, null as after, null::bigint as rows where false"
    ]
    parts += [
        f"select {column.position + 1}, '{column.column.type}', raw, value, count(*) "
        f"from source as s {column.join} semi join facts as f on s.row_no = f.row_no where repaired group by all"
        for column in columns
        if column.messy and column.position is not None
    ]
    return f"""
    with mended as ({" union all ".join(parts)})

    select
        getvariable('headers')[place] as header,
        type,
        sum(rows)::integer as rows,
        list({{'before': before, 'after': after, 'rows': rows}} order by rows desc, before)[:{EXAMPLES}] as examples,
    from mended
    group by place, type
    order by place
    """


def _rejects(width: int) -> str:
    cells = ", ".join(f"s.c{position}" for position in range(width))
    return f"""
    with problems as (
        select
            row_no,
            list(
                {{'header': getvariable('headers')[place], 'cell': cell, 'problem': problem}} order by place
            ) as problems,
        from bad
        group by row_no
    )

    select s.row_no, [{cells}] as cells, p.problems
    from source as s
    inner join problems as p on s.row_no = p.row_no
    order by s.row_no
    """
