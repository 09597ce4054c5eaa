"""The tables behind the charts of assets: to look at, and to take home."""

from typing import Final

from pages.customers.holding import Holding
from pages.shared.answers import made
from pages.shared.behind import Tables, draw_tables, sheets_of
from pages.shared.tables import download
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


def draw_behind(holding: Holding) -> None:
    """Draw the tables and the download of all of them, with what each figure means."""
    explained = {name: t(f"assets.definitions.{name}") for name in EXPLAINED}
    draw_tables(tables_of, holding, t("assets.tables"), explained)
    columns = {t(f"tables.columns.{name}"): words for name, words in explained.items()}
    sheets = made(sheets_of, tables_of, holding)
    download(f"{t('frame.pages.assets.name')} {holding.view.place}", sheets, columns)
