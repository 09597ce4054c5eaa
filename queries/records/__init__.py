"""What came in: uploads and the rows they refused."""

import pandas as pd

from data.store import Scope, Store
from queries.asking import ask


def history(store: Store, scope: Scope, *, most: int) -> pd.DataFrame:
    """Return the newest ``most`` uploads; ``whole`` says whether the scope holds all of an upload's stores."""
    return ask(store, "records/history", scope, most=most)


def refused(store: Store, scope: Scope, *, batch: int) -> pd.DataFrame:
    """Return an upload's refused rows with their original cells; nothing unless the scope holds all its stores."""
    return ask(store, "records/refused", scope, batch=batch)


def repairs(store: Store, scope: Scope, *, batch: int) -> pd.DataFrame:
    """Return what an upload mended, a row a column, with examples; nothing unless the scope holds all its stores."""
    return ask(store, "records/repairs", scope, batch=batch)
