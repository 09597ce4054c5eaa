"""The yardstick's server: what dashboard.py does for speed, around a page of constants."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    gc.collect()
    gc.freeze()
    yield


app = st.App("pages/frame.py", lifespan=lifespan)
