"""The yardstick's page: as many charts, tables, figures, containers and other elements as it is told, all constant.

``BENCHMARK_ELEMENTS`` is how many of each type, as JSON.
"""

import json
import os

import pandas as pd
import plotly.graph_objects as go
import streamlit as st


@st.cache_resource
def constants() -> tuple[go.Figure, pd.DataFrame]:
    days = [f"2026-11-{day:02}" for day in range(1, 15)]
    values = [41.0, 52.0, 47.0, 50.0, 39.0, 44.0, 58.0, 46.0, 51.0, 49.0, 55.0, 43.0, 48.0, 53.0]
    figure = go.Figure([go.Bar(x=days, y=values), go.Scatter(x=days, y=values)], go.Layout(height=240))
    table = pd.DataFrame({"assistant": [f"{number:02}" for number in range(60)]})
    return figure, table.assign(**dict.fromkeys(("calls", "call_quota", "invites", "invite_quota", "streak"), 50))


figure, table = constants()
elements = json.loads(os.environ["BENCHMARK_ELEMENTS"])
st.set_page_config(layout="wide")
for number in range(elements.pop("plotly_chart")):
    st.plotly_chart(figure, key=f"chart_{number}", theme=None)
for _ in range(elements.pop("dataframe")):
    st.dataframe(table, hide_index=True)
for _ in range(elements.pop("metric")):
    st.metric("calls", "2,700", 41)
for _ in range(elements.pop("flex_container")):
    st.container(border=True)
for _ in range(sum(elements.values())):
    st.markdown("**constant** text")
