"""What a page says while nothing has come in: see the demo shop, or start with the shop's own files."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import Page

from data import demo
from data.home import now
from data.refusal import Refused
from pages.shared.answers import store
from pages.shared.templates import template_buttons
from pages.shared.texts import language, plain, t


def offer_first_data(uploads: Page) -> None:
    """Offer the demo shop and the way to the first upload."""
    st.title(t("frame.empty.title"), anchor=False)
    st.markdown(t("frame.empty.question"))
    show, start = st.columns(2, gap="medium")
    with show.container(border=True, height="stretch"):
        st.subheader(t("frame.empty.demo_title"), anchor=False)
        st.markdown(t("frame.empty.demo"))
        place = st.empty()
        wanted = place.button(t("frame.empty.demo_button"), type="primary", icon=":material/storefront:")
    with start.container(border=True, height="stretch"):
        st.subheader(t("frame.empty.own_title"), anchor=False)
        st.markdown(t("frame.empty.own"))
        template_buttons()
        st.page_link(uploads, label=t("frame.empty.own_link"), icon=":material/upload_file:")
    if wanted:
        _load_demo(place.progress(0.0, t("frame.empty.demo_progress")))


def _load_demo(bar: DeltaGenerator) -> None:
    try:
        for number, total, _ in demo.load(store(), now()):
            bar.progress(number / total, t("frame.empty.demo_progress"))
    except Refused as refused:
        bar.error(plain(refused.sentence(language())))
    else:
        st.rerun()
