"""The tables behind the charts of grades: to look at, and to take home."""

from typing import Final

from pages.customers.grading import Grading
from pages.shared.answers import answer
from pages.shared.behind import Tables, draw_behind
from pages.shared.texts import t
from queries import grades

EXPLAINED: Final = ("verdict", "share", "misplaced", "agreeing")


def tables_of(grading: Grading) -> Tables:
    """Return every table of the page with its title."""
    view, ungraded = grading.view, t("grades.ungraded")
    moves = grading.moves.fillna({"from_grade": ungraded, "to_grade": ungraded})
    cuts = [
        (cut, answer(grades.cuts, scope=view.stores, day=view.last, assistant=view.assistant, cut=cut))
        for cut in grades.CUTS
    ]
    return [
        (t("grades.calibration"), grading.calibration),
        (t("grades.calibration_a"), grading.by_store),
        (t("grades.effort"), grading.effort.rename(columns={"target": "target_share"})),
        *(
            (
                t("grades.spread_by", cut=t(f"grades.cuts.{cut}")),
                (rows if cut == "assistant" else rows.drop(columns="store")).rename(columns={"value": cut}),
            )
            for cut, rows in cuts
        ),
        (t("grades.tree"), grading.distribution),
        (t("grades.moves"), moves),
        (t("grades.facts"), grading.agreement),
        (t("grades.products"), grading.products),
    ]


def tables_behind(grading: Grading) -> None:
    """Draw the tables and the download of all of them, with what each figure means."""
    explained = {name: t(f"grades.definitions.{name}") for name in EXPLAINED}
    definitions = {t(f"grades.{name}"): t(f"grades.definitions.{name}") for name in ("calibration", "moves")}
    definitions[t("tables.columns.target_share")] = t("grades.definitions.target")
    draw_behind("grades", tables_of, grading, explained, definitions)
