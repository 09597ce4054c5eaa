"""How a leaver's customers could be shared out among those who stay."""

from typing import Final

import pandas as pd

from pages.customers.holding import Holding
from pages.shared.answers import answer, made
from pages.shared.filters import Chosen
from queries import assets
from queries.proposing import HELD, propose, shares
from reports.handover_file import handover_sheet
from reports.workbook import Sheet

ALL: Final = 1_000_000


def leavers_of(holding: Holding) -> pd.DataFrame:
    """Return who holds customers, who has left first, then who holds most."""
    rows = holding.holders[holding.holders["customers"] > 0]
    rows = rows.assign(here=rows["presence"] != "left")
    return rows.sort_values(["here", "customers"], ascending=[True, False], kind="stable", ignore_index=True)


def receivers_of(holding: Holding, store: str, leaver: str) -> pd.DataFrame:
    """Return who else of the store could take over: whoever has not left."""
    rows = holding.everybody
    return rows[(rows["store"] == store) & (rows["holder"] != leaver) & (rows["presence"] != "left")]


def proposed_of(holding: Holding, store: str, leaver: str, names: tuple[str, ...]) -> pd.DataFrame:
    """Return the leaver's customers with who is to take each over."""
    found = made(held_by, holding.view, store, leaver)
    return propose(found, _chosen(holding, store, leaver, names))


def shares_of(holding: Holding, store: str, leaver: str, names: tuple[str, ...]) -> pd.DataFrame:
    """Return how much each receiver is given, grades that nobody has left out."""
    receivers = _chosen(holding, store, leaver, names)
    rows = shares(made(proposed_of, holding, store, leaver, names), receivers)
    return rows.drop(columns=[column for column in HELD.values() if not rows[column].any()]).rename(
        columns={"holder": "to_assistant"}
    )


def sheet_of(holding: Holding, store: str, leaver: str, names: tuple[str, ...]) -> Sheet:
    """Return the handover as a sheet to take home."""
    return handover_sheet(made(proposed_of, holding, store, leaver, names), leaver, holding.view.last)


def held_by(view: Chosen, store: str, leaver: str) -> pd.DataFrame:
    """Return the leaver's customers, the best first."""
    found = answer(assets.held, scope=(store,), day=view.last, assistant=leaver, reason=None, most=ALL)
    return found.rename(columns={"assistant": "from_assistant"})


def _chosen(holding: Holding, store: str, leaver: str, names: tuple[str, ...]) -> pd.DataFrame:
    others = made(receivers_of, holding, store, leaver)
    return others[others["holder"].isin(names)]
