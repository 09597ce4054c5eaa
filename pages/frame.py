"""What every page stands in: language, filter bar, navigation."""

import logging

import streamlit as st

from data.refusal import Refused
from data.texts import LANGUAGES
from pages.shared.answers import store, visible
from pages.shared.drawing import fit_to_screens
from pages.shared.empty_store import offer_first_data
from pages.shared.filters import LONG_PERIOD, PERIOD, YEAR, filter_bar
from pages.shared.texts import language, plain, settle_language, speak, t

SECTIONS = {
    "today": {"meeting": "today/meeting.py", "tomorrow": "today/tomorrow.py"},
    "team": {"quotas": "team/quotas.py", "funnel": "team/funnel.py"},
    "customers": {
        "grades": "customers/grades.py",
        "value": "customers/value.py",
        "assets": "customers/assets.py",
        "referrals": "customers/referrals.py",
        "groups": "customers/groups.py",
        "customer": "customers/customer.py",
    },
    "plan": {"targets": "plan/targets.py"},
    "records": {
        "uploads": "records/uploads.py",
        "people": "records/people.py",
        "rows": "records/rows.py",
        "changes": "records/changes.py",
        "rules": "records/rules.py",
    },
}
DAY_PAGES = {"meeting", "tomorrow", "rows", "customer"}  # one day; the others look at a period
# How long, where four weeks would be too short.
PERIODS = dict.fromkeys(("funnel", "grades", "assets", "referrals", "targets"), LONG_PERIOD) | {"value": YEAR}
CHANGE_DATA = {"uploads", "people", "rules"}  # and show at once what they have changed
NEED_NO_DATA = CHANGE_DATA

st.set_page_config(layout="wide", page_icon="🌙")
settle_language()
fit_to_screens()
with st.sidebar:
    brand, bar, links, foot = st.container(), st.container(), st.container(), st.container()
brand.header(t("frame.brand"), anchor=False)
other = next(name for name in LANGUAGES if name != language())
foot.button(t("frame.other_language"), on_click=speak, args=(other,), icon=":material/translate:", type="tertiary")

pages = {
    name: st.Page(
        script,
        title=t(f"frame.pages.{name}.name"),
        url_path=name,
        default=name == "meeting",
        help=t(f"frame.pages.{name}.question"),
    )
    for section in SECTIONS.values()
    for name, script in section.items()
}
page = st.navigation(list(pages.values()), position="hidden")
for section, names in SECTIONS.items():
    with links.container(gap="xxsmall"):
        st.caption(t(f"frame.sections.{section}"))
        for name in names:
            st.page_link(pages[name])

current = page.url_path or "meeting"
st.session_state["page"] = next(names[current] for names in SECTIONS.values() if current in names)


def draw() -> None:
    """Draw the filter bar and the page."""
    with bar:
        filter_bar(None if current in DAY_PAGES else PERIODS.get(current, PERIOD))
    page.run()


try:
    if visible() and current in CHANGE_DATA:
        draw()
    elif visible():
        with store().moment():  # all figures of a page are of one data version, whatever comes in meanwhile
            draw()
    elif current in NEED_NO_DATA:
        page.run()
    else:
        offer_first_data(pages["uploads"])
except Refused as problem:
    st.error(plain(problem.sentence(language())), icon=":material/block:")
except Exception:  # the last net; Streamlit's own stop and rerun are no Exception and pass
    logging.getLogger("pages.frame").exception("The page %s broke.", current)
    st.error(t("frame.broken"), icon=":material/error:")
