"""The tables behind the charts of targets: to look at, and to take home."""

from typing import Final

import pandas as pd

from pages.plan.aiming import Aim
from pages.plan.backwards import steps_of
from pages.plan.replanning import hours_of
from pages.shared.behind import Tables, draw_behind
from pages.shared.texts import t
from queries import targets
from queries.planning import by_week

EXPLAINED: Final = ("elapsed_share", "probability", "p50", "p80", "leads_needed", "leads_usual", "planned", "still")


def tables_of(aim: Aim) -> Tables:
    """Return every table of the page with its title; the funnel backwards at each kind of rates that is not typed."""
    days, hours = (_of_whom(aim, table) for table in (aim.days, hours_of(aim)))
    return [
        (t("targets.pace"), aim.shown),
        (t("targets.backwards"), steps(aim)),
        (t("targets.weeks"), by_week(days)),
        (t("targets.days"), days),
        (t("targets.hours"), hours),
    ]


def _of_whom(aim: Aim, table: pd.DataFrame) -> pd.DataFrame:
    return table if aim.view.assistant is None else table[table["assistant"] == aim.view.assistant]


def steps(aim: Aim) -> pd.DataFrame:
    """Return what the target needs at the measured rates and at the benchmarks."""
    orders = max(int(aim.chosen["target"].fillna(0).sum()), 1)
    found = [steps_of(aim, orders, rates, (None, None, None)) for rates in targets.RATES]
    return pd.concat([rows.assign(rate_from=rates) for rates, rows in zip(targets.RATES, found, strict=True)])[
        ["rate_from", "step", "needed", "metric", "rate"]
    ]


def tables_behind(aim: Aim) -> None:
    """Draw the tables and the download of all of them, with what each figure means."""
    draw_behind("targets", tables_of, aim, {name: t(f"targets.definitions.{name}") for name in EXPLAINED}, {})
