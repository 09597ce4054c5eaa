"""What is still missing, shared out anew over the days left."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from pages.plan.aiming import Aim
from pages.shared.answers import answer, made
from pages.shared.tables import show
from pages.shared.texts import day_in_words, t
from queries import targets
from queries.planning import by_hour


def draw_replan(aim: Aim) -> None:
    """Draw the days left with what each is to bring, or why there is nothing to share out."""
    st.markdown(f"**{t('targets.replan')}** :gray[{t('targets.replan_help')}]")
    table = made(replan_table, aim)
    if aim.days["still"].isna().all():
        st.markdown(t("targets.no_days_left"))
    elif not table["still"].sum():
        st.markdown(t("targets.nothing_missing"))
    else:
        show(table, t("targets.replan_alt"))
        if len(aim.view.stores) == 1 and aim.view.assistant is None:
            st.caption(made(next_hours, aim))


def replan_table(aim: Aim) -> pd.DataFrame:
    """Return what each day left is to bring and who brings it; of several stores by store and day."""
    ahead = aim.days[aim.days["still"].notna()]
    if aim.view.assistant is not None:
        columns = ["day", "still"] if len(aim.view.stores) == 1 else ["store", "day", "still"]
        return ahead.loc[ahead["assistant"] == aim.view.assistant, columns]
    stores = ahead[ahead["assistant"].isna()]
    if len(aim.view.stores) > 1:
        own = [(store, rows) for store, rows in stores.groupby("store", sort=True) if rows["still"].sum()]
        return pd.DataFrame(
            {
                "store": [store for store, _ in own],
                "still": [int(rows["still"].sum()) for _, rows in own],
                "days_left": [len(rows) for _, rows in own],
                "by_day": [_listed(rows["day"].dt.strftime("%m-%d"), rows["still"]) for _, rows in own],
            }
        )
    people = ahead[ahead["assistant"].notna()]
    return pd.DataFrame(
        {
            "day": stores["day"],
            "day_kind": stores["day"].map(aim.work.drop_duplicates("day").set_index("day")["day_kind"]),
            "working": [int((people["day"] == day).sum()) for day in stores["day"]],
            "still": stores["still"],
            "by_whom": [_shares(people[people["day"] == day]) for day in stores["day"]],
        }
    )


def next_hours(aim: Aim) -> str:
    """Return what the first day left is to bring hour by hour, or why there is nothing to say of hours."""
    if answer(targets.open_hours, scope=aim.view.stores, day=aim.view.last).empty:
        return t("targets.no_hours")
    found = hours_of(aim)
    store = found[found["assistant"].isna()]
    day = day_in_words(aim.days.loc[aim.days["still"].notna(), "day"].min().date())
    if store.empty:
        return t("targets.nothing_next", day=day)
    return t("targets.next_hours", day=day, hours=_listed((f"{hour}:00" for hour in store["hour"]), store["still"]))


def hours_of(aim: Aim) -> pd.DataFrame:
    """Return store, assistant (None: the store), day, hour and still: what each store's first day left is to bring."""
    found = by_hour(aim.days, answer(targets.open_hours, scope=aim.view.stores, day=aim.view.last))
    first = aim.days[aim.days["still"].notna()].groupby("store")["day"].min()
    found = found.assign(day=found["store"].map(first), still=found["orders"])
    return found[["store", "assistant", "day", "hour", "still"]]


def _shares(people: pd.DataFrame) -> str:
    found = people[people["still"] > 0].sort_values("still", ascending=False, kind="stable")
    return _listed(found["assistant"], found["still"])


def _listed(names: Iterable[str], counts: Iterable[int]) -> str:
    return " · ".join(f"{name} {count}" for name, count in zip(names, counts, strict=True))
