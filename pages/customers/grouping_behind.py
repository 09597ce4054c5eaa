"""The tables behind the charts of groups: to look at, and to take home."""

from typing import Final

from pages.customers.cost_of_intent import cost_table
from pages.customers.grouping import Grouping
from pages.customers.staying import invited_by
from pages.shared.behind import Tables, draw_behind
from pages.shared.texts import t

EXPLAINED: Final = (
    *("intent_ratio", "junk_ratio", "others", "verdict", "joined", "came", "stayed", "gone", "unknown", "still_open"),
    *("new_intent", "cost_cny"),
)


def tables_of(grouping: Grouping) -> Tables:
    """Return every table of the page with its title."""
    junk = grouping.junk
    reasons = junk[junk["cut"] == "reason"].rename(columns={"value": "junk_reason"})
    channels = junk[junk["cut"] == "channel"].rename(columns={"value": "channel"})
    by_channel = grouping.by_channel.drop(columns=["store", "invited", "came", "join_rate"])
    return [
        (t("groups.mix"), grouping.health),
        (t("groups.reasons"), reasons[["store", "junk_reason", "junk", "junk_ratio"]]),
        (t("groups.channels"), channels.drop(columns="cut")),
        (t("groups.stays_title"), by_channel.rename(columns={"value": "channel"})),
        (t("groups.stays_by"), invited_by(grouping)),
        (t("groups.cost"), cost_table(grouping)),
    ]


def tables_behind(grouping: Grouping) -> None:
    """Draw the tables and the download of all of them, with what each figure means."""
    draw_behind("groups", tables_of, grouping, {name: t(f"groups.definitions.{name}") for name in EXPLAINED}, {})
