"""Who is who: which names are really one customer?"""

from typing import Final

import streamlit as st

from data.identity import REASONS
from pages.records.decided import decisions, decisions_in_short
from pages.records.offered import offers_in_short, settle_offers
from pages.records.splitting import split_crowded, split_customer
from pages.shared.answers import answer, visible
from pages.shared.filters import chosen
from pages.shared.heading import heading
from pages.shared.tables import download, sheet
from pages.shared.templates import template_buttons
from pages.shared.texts import t
from queries import records

CROWD: Final = 5  # phones on one WeChat id: a family has fewer

heading("people")
if not visible():
    st.info(t("identity.first_data"), icon=":material/upload_file:")
    template_buttons()
    st.stop()

stores, assistant = chosen().stores, chosen().assistant
offers = answer(records.offers, scope=stores)
if assistant is not None:
    offers = offers[(offers["one_holder"] == assistant) | (offers["other_holder"] == assistant)]
crowded = answer(records.crowded_contacts, scope=stores, least=CROWD)

pairs = len(offers)
sentences = [t("identity.answer", pairs=f"{pairs:,}") if pairs else t("identity.answer_none")]
if len(crowded):
    sentences.append(t("identity.answer_crowded", count=len(crowded)))
st.subheader(t("identity.between").join(sentences), anchor=False)

split_crowded(crowded)
settle_offers(offers)
split_customer()
made = decisions()

download(
    t("frame.pages.people.name"),
    [sheet(t("identity.offered"), offers_in_short(offers)), sheet(t("identity.decided"), decisions_in_short(made))],
    {t(f"identity.reasons.{reason}"): t(f"identity.about.{reason}") for reason in REASONS},
)
