"""The tables behind the charts of assets: to look at, and to take home."""

from typing import Final

from pages.customers.holding import Holding
from pages.shared.behind import Tables, draw_behind
from pages.shared.texts import t

EXPLAINED: Final = ("asset_value_cny", "presence", "stale", "probably_lost", "holder_left", "overdue", "woken")


def tables_of(holding: Holding) -> Tables:
    """Return every table of the page with its title."""
    return [
        (t("assets.holders"), holding.holders),
        (t("assets.overdue"), holding.stale),
        (t("assets.status"), holding.handovers.rename(columns={"status": "handover_status"})),
        (t("assets.results"), holding.woken),
    ]


def tables_behind(holding: Holding) -> None:
    """Draw the tables and the download of all of them, with what each figure means."""
    draw_behind("assets", tables_of, holding, {name: t(f"assets.definitions.{name}") for name in EXPLAINED}, {})
