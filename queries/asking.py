"""Asking the store a question for the stores somebody may see."""

from collections.abc import Mapping
from typing import Any, Final

import duckdb
import pandas as pd
import pyarrow as pa

from data.store import Scope, Store
from queries.catalogue import questions

# A figure that is missing must not turn the others into floats, nor money into a float at all.
NULLABLE: Final[dict[Any, Any]] = {
    pa.int32(): pd.Int32Dtype(),
    pa.int64(): pd.Int64Dtype(),
    pa.uint64(): pd.UInt64Dtype(),
    pa.bool_(): pd.BooleanDtype(),
}


def ask(store: Store, question: str, scope: Scope, **params: object) -> pd.DataFrame:
    """Return the answer to ``question`` ("meeting/quota_board") for the stores in ``scope``.

    Whole numbers and truth values are nullable, dates and times datetime64, money an Arrow decimal.
    """
    with store.cursor(scope) as cursor:
        return ask_on(cursor, question, **params)


def ask_on(cursor: duckdb.DuckDBPyConnection, question: str, **params: object) -> pd.DataFrame:
    """Return the same answer as ``cursor`` sees it, with what its own transaction has changed."""
    table = _answered_on(cursor, question, params)
    frame: pd.DataFrame = table.to_pandas(types_mapper=_dtype, date_as_object=False)
    return frame


def answered(store: Store, question: str, scope: Scope, **params: object) -> pa.Table:
    """Return the answer as the engine gives it. Of ``params`` only those that the question names are used."""
    with store.cursor(scope) as cursor:
        return _answered_on(cursor, question, params)


def _answered_on(cursor: duckdb.DuckDBPyConnection, question: str, params: Mapping[str, object]) -> pa.Table:
    asked = questions()[question]
    return cursor.sql(asked.sql, params={name: params[name] for name in asked.params}).to_arrow_table()


def _dtype(type_: pa.DataType) -> Any:
    return pd.ArrowDtype(type_) if pa.types.is_decimal(type_) else NULLABLE.get(type_)
