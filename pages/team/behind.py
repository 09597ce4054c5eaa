"""The tables behind the charts of the funnel: to look at, and to take home."""

from typing import Final

from pages.shared.answers import answer, made
from pages.shared.behind import Tables, draw_behind
from pages.shared.texts import t
from pages.team.journey import FUNNELS, Journey, asked, way_of
from pages.team.rates import METRICS
from queries import funnel

EXPLAINED: Final = ("verdict", "low", "high", "orders_gained")


def tables_of(journey: Journey) -> Tables:
    """Return every table of the page with its title."""
    evidence, about = journey.evidence, asked(journey.view)
    found = [(t("funnel.rates"), evidence.rates), (t("funnel.bottlenecks"), evidence.bottlenecks)]
    for cut in funnel.CUTS:
        rows = answer(funnel.cuts, **about, cut=cut)
        rows = rows if cut == "assistant" else rows.drop(columns="store")
        found.append((t("funnel.by_cut", cut=t(f"funnel.cuts.{cut}")), rows.rename(columns={"value": cut})))
    for name in FUNNELS:
        way, said = made(way_of, journey.view, name), t(f"funnel.funnels.{name}")
        found.append(
            (
                t("funnel.stages_of", funnel=said),
                way.stages.merge(way.waits, on="stage", how="left").rename(columns={"stage": "furthest"}),
            )
        )
        found.append((t("funnel.weeks_of", funnel=said), way.cohorts.rename(columns={"stage": "furthest"})))
    return [
        *found,
        (t("funnel.first_contact"), evidence.first_contact),
        (t("funnel.replies"), journey.replies),
        (t("funnel.source_grades"), journey.source_grades),
        (t("funnel.lost"), evidence.lost_reasons),
    ]


def tables_behind(journey: Journey) -> None:
    """Draw the tables and the download of all of them, with what each rate means."""
    explained = {name: t(f"funnel.definitions.{name}") for name in EXPLAINED}
    metrics = {
        t(f"tables.codes.metric.{name}"): t(f"funnel.definitions.{name}")
        for names in METRICS.values()
        for name in names
    }
    draw_behind("funnel", tables_of, journey, explained, metrics)
