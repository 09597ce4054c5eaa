"""Who is who: contacts that are tied together are one customer, known by the smallest key among them.

Customer identity: a valid phone, else a WeChat id, else store and name (``contact_key``). A row with both phone and
WeChat ties the two, also for rows that came before it.
"""

import duckdb
import numpy as np
import pyarrow as pa
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from data.asked import first_row


def relink(connection: duckdb.DuckDBPyConnection, batch_id: int | None) -> None:
    """Recompute the customers around the ties of a batch that has just come or gone; ``None``: of all batches.

    Leaves temporary tables: ``relinked`` (contact_key), the contacts whose customer is another one than before, and
    ``former`` (contact_key, customer_key), who the contacts around were.
    """
    links = "raw.live_links" if batch_id is None else f"(select * from raw.links where batch_id = {int(batch_id)})"
    relink_around(connection, f"select one_key from {links} union select other_key from {links}")


def relink_around(connection: duckdb.DuckDBPyConnection, contacts: str) -> None:
    """Recompute the customers around the contacts that the SQL ``contacts`` selects; see ``relink``."""
    connection.execute(f"create or replace temp table around(contact_key) as {contacts}")
    (many,) = first_row(connection, "select count(*) from around")
    if many:
        _spread(connection)
    connection.execute(
        "create or replace temp table former as select m.* from raw.customer_map as m "
        "semi join around as a on m.contact_key = a.contact_key"
    )
    if many:
        _map_anew(connection)
    connection.execute(
        "create or replace temp table relinked as select a.contact_key from around as a "
        "left join former as f on a.contact_key = f.contact_key "
        "left join raw.customer_map as m on a.contact_key = m.contact_key "
        "where f.customer_key is distinct from m.customer_key"
    )


def _spread(connection: duckdb.DuckDBPyConnection) -> None:
    """Grow ``around`` until it holds whole customers, as they were and as they are."""
    connection.execute(
        "insert into around select m.contact_key from raw.customer_map as m where m.customer_key in ("
        "select coalesce(m.customer_key, a.contact_key) from around as a "
        "left join raw.customer_map as m on a.contact_key = m.contact_key"
        ") union select m.customer_key from raw.customer_map as m where m.contact_key in (from around) "
        "except select contact_key from around"
    )
    grown = 1
    while grown:
        (grown,) = first_row(
            connection,
            "insert into around select l.other_key from raw.live_links as l where l.one_key in (from around) "
            "union select l.one_key from raw.live_links as l where l.other_key in (from around) "
            "except from around",
        )


def _map_anew(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("delete from raw.customer_map where contact_key in (select contact_key from around)")
    connection.register("found", _components(connection))
    connection.execute(
        "insert into raw.customer_map select contact_key, customer_key from found where contact_key <> customer_key"
    )
    connection.unregister("found")


def _components(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    edges = connection.execute(
        "select distinct one_key, other_key from raw.live_links where one_key in (from around)"
    ).fetchnumpy()
    ends = np.stack([np.asarray(edges[name], "uint64") for name in ("one_key", "other_key")])
    keys, places = np.unique(ends, return_inverse=True)
    places = places.reshape(2, -1)
    graph = coo_matrix((np.ones(places.shape[1], "int8"), tuple(places)), shape=(len(keys), len(keys)))
    count, labels = connected_components(graph, directed=False)
    customers = np.full(count, np.iinfo("uint64").max, "uint64")
    np.minimum.at(customers, labels, keys)
    return pa.table({"contact_key": keys, "customer_key": customers[labels] if len(keys) else keys})
