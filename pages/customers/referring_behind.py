"""The tables behind the charts of referrals: to look at, and to take home."""

from typing import Final

from pages.customers.converting import sources
from pages.customers.disputing import contested_table
from pages.customers.referring import Referring
from pages.shared.behind import Tables, draw_behind
from pages.shared.texts import t

EXPLAINED: Final = (
    *("points", "passed_points", "gift", "brought", "visited_only", "not_come", "further", "fate"),
    *("told", "per_visit", "verdict", "still_open", "referrers", "new_referrers"),
)


def tables_of(referring: Referring) -> Tables:
    """Return every table of the page with its title."""
    bringers = referring.bringers.rename(
        columns={"visited": "visited_only", "waiting": "not_come", "below": "further"}
    ).drop(columns=["actor", "customer_key", "contacts"])
    balances = referring.balances.rename(columns={"passed": "passed_points", "missing": "next_gift_points"})
    services = referring.services.rename(
        columns={"low": "per_visit_low", "high": "per_visit_high", "referrals": "named_customers"}
    ).round({"per_visit": 2, "per_visit_low": 2, "per_visit_high": 2})
    conversion = referring.conversion.assign(source=sources(referring.conversion)).drop(columns="is_referred")
    reproduction = referring.reproduction.rename(columns={"is_settled": "settled"})
    return [
        (t("referrals.bringers"), bringers),
        (t("referrals.balances"), balances.drop(columns=["customer_key", "contacts"])),
        (t("referrals.contested"), contested_table(referring)),
        (t("referrals.services"), services),
        (t("referrals.conversion"), conversion),
        (t("referrals.reproduction"), reproduction),
    ]


def tables_behind(referring: Referring) -> None:
    """Draw the tables and the download of all of them, with what each figure means."""
    draw_behind("referrals", tables_of, referring, {name: t(f"referrals.definitions.{name}") for name in EXPLAINED}, {})
