"""Customer: what has happened with this customer, and what comes next?"""

import streamlit as st

from pages.customers.profile import profiles
from pages.customers.told import told
from pages.shared.addresses import asked_customer, forget_customer
from pages.shared.answers import answer
from pages.shared.customer_list import MOST, customer_list
from pages.shared.filters import chosen
from pages.shared.heading import heading
from pages.shared.searching import search
from pages.shared.tables import download, sheet, show
from pages.shared.texts import day_in_words, t
from queries import customers

view = chosen()
heading("customer", view.place, day_in_words(view.last))
found = search("customer_search", MOST, on_change=forget_customer)
asked = asked_customer()

if asked is None:
    if found is not None:
        with st.container(border=True):
            customer_list(found.drop(columns="ties"), t("customers.found"), "found")
    elif not st.session_state["customer_search"]:
        st.caption(t("customers.start"))
    st.stop()

if found is not None:
    st.button(t("customers.back"), on_click=forget_customer, icon=":material/arrow_back:", type="tertiary", key="back")
known = answer(customers.known, scope=view.stores, customer=asked)
if known.empty:
    st.info(t("customers.unknown"), icon=":material/person_off:")
    st.stop()

profiles(known, view)
story = told(answer(customers.timeline, scope=view.stores, customer=asked), several_stores=len(known) > 1)
with st.container(border=True):
    st.markdown(f"**{t('customers.story')}** :gray[{t('customers.story_help')}]")
    show(story, t("customers.story_alt"))

who = known["customer"].dropna()
name = who.iloc[0] if len(who) else t("customers.nameless")
download(f"{t('frame.pages.customer.name')} {name}", [sheet(t("customers.story"), story)], {})
