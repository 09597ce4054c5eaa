"""The tables behind the charts of the funnel: to look at, and to take home."""

from typing import Final

from pages.shared.answers import answer, made
from pages.shared.behind import Tables, draw_tables, sheets_of
from pages.shared.tables import download
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


def draw_behind(journey: Journey) -> None:
    """Draw the tables and the download of all of them, with what each rate means."""
    explained = {name: t(f"funnel.definitions.{name}") for name in EXPLAINED}
    draw_tables(tables_of, journey, t("funnel.tables"), explained)
    metrics = {
        t(f"tables.codes.metric.{name}"): t(f"funnel.definitions.{name}")
        for names in METRICS.values()
        for name in names
    }
    columns = {t(f"tables.columns.{name}"): words for name, words in explained.items()}
    sheets = made(sheets_of, tables_of, journey)
    download(f"{t('frame.pages.funnel.name')} {journey.view.place}", sheets, metrics | columns)
