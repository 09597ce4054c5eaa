"""What comes next with a customer, in one sentence, where the rules make it certain."""

from datetime import date, timedelta
from typing import Any, Final

import pandas as pd

from pages.shared.texts import day_in_words, plain, t

PROBABLY_LOST: Final = 30  # days without touch


def next_step(known: "pd.Series[Any]", agreed: "pd.Series[Any]", day: date) -> str:
    """Return the sentence as of ``day``; a row each of ``queries.customers.known`` and ``agreed``, of one store."""
    if not pd.isna(known["ordered_on"]):
        return t("customers.next.ordered", day=f"{known['ordered_on']:%Y-%m-%d}")
    for sentence in (_visit(agreed, day), _contact(agreed, day)):
        if sentence:
            return sentence
    if agreed["is_invalid"]:
        return t("customers.next.invalid")
    if pd.isna(known["last_touch_on"]):
        return t("customers.next.untouched" if not pd.isna(known["lead_on"]) else "customers.next.nothing")
    if pd.isna(agreed["grade"]):
        return t("customers.next.ungraded")
    return _touch(agreed)


def _visit(agreed: "pd.Series[Any]", day: date) -> str:
    if pd.isna(agreed["visit_on"]):
        return ""
    promised = _date(agreed["visit_on"])
    when = "ahead" if promised > day else "today" if promised == day else "passed"
    if when == "passed" and _date(agreed["last_touch_on"]) > promised:
        return ""  # somebody has been in touch since, and it was not visited: the grade's limit counts again
    return t(f"customers.next.visit_{when}", day=day_in_words(promised))


def _contact(agreed: "pd.Series[Any]", day: date) -> str:
    if pd.isna(agreed["contact_on"]):
        return ""
    promised = _date(agreed["contact_on"])
    when = "ahead" if promised > day else "today" if promised == day else "passed"
    return t(f"customers.next.contact_{when}", day=day_in_words(promised))


def _touch(agreed: "pd.Series[Any]") -> str:
    last, allowed, silent = _date(agreed["last_touch_on"]), int(agreed["touch_days"]), int(agreed["days"])
    words = {"grade": plain(agreed["grade"]), "days": silent, "most": allowed}
    if silent > PROBABLY_LOST:
        return t("customers.next.lost", **words)
    if silent > allowed:
        return t("customers.next.overdue", **words)
    return t("customers.next.in_time", **words, day=day_in_words(last + timedelta(days=allowed)))


def _date(day: pd.Timestamp) -> date:
    return pd.Timestamp(day).date()
