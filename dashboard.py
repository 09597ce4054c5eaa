"""The server: ``streamlit run dashboard.py``. One Streamlit app around ``pages/frame.py``."""

import asyncio
import gc
import logging
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.inbox import Watcher
from data.refusal import Refused
from pages.shared import answers
from pages.shared.filters import latest_day
from queries import frame
from reports.evening import evening
from reports.sender import Sender

CLOSED: Final = "/_stcore/metrics"  # would tell anybody how many sessions there are and what they hold
CONTENT: Final = (
    "default-src 'self'",
    # The hash is of the one inline script in Streamlit's own page.
    "script-src 'self' 'sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA='",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)
HEADERS: Final = {
    "content-security-policy": "; ".join(CONTENT),
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


class Guard:
    """Adds the security headers to every response and closes what nobody outside needs."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; a websocket goes through untouched."""

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["path"].rstrip("/") == CLOSED:
            await PlainTextResponse("", status_code=404)(scope, receive, send_guarded)
        else:
            await self._app(scope, receive, send_guarded)


def warm_up() -> None:
    """Ask what every session will need, so that the first one does not wait."""
    try:
        for question in (frame.stores, frame.data_age):
            answers.answer(question)
        evening(answers.answer, answers.visible(), latest_day())
    except Exception:
        logging.getLogger(__name__).exception("The warm-up failed: /readyz stays at 503.")
        raise
    # Streamlit's collection after every run is off; what lives as long as the server is never looked at again.
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Open the store before anybody comes, warm up beside the first visitors, watch inbox and clock, close at last."""
    try:
        watcher, sender = Watcher(answers.store()), Sender(answers.store())
    except Refused as refused:
        sys.stderr.write(f"{refused.sentence('zh')}\n{refused.sentence('en')}\n")
        sys.stderr.flush()
        os._exit(1)  # an exception would bury the sentence under the server's traceback
    watcher.start()
    sender.start()
    warming = asyncio.create_task(asyncio.to_thread(warm_up))
    app.state["warming"] = warming
    try:
        yield
    finally:
        await asyncio.to_thread(sender.stop)
        await asyncio.to_thread(watcher.stop)
        await asyncio.wait([warming])
        answers.close()


async def readyz(_: Request) -> JSONResponse:
    """Say whether the warm-up is over, and which data is shown."""
    warming: asyncio.Task[None] | None = app.state.get("warming")
    if warming is None or not warming.done() or warming.exception():
        return JSONResponse({"ready": False}, status_code=503)
    version = await asyncio.to_thread(answers.store().data_version)
    return JSONResponse({"ready": True, "data_version": version})


async def first_page(request: Request) -> RedirectResponse:
    """Lead to the first page, which Streamlit knows by no name: its own would be "not found"."""
    return RedirectResponse(f"./?{request.url.query}" if request.url.query else "./")


app = st.App(
    "pages/frame.py",
    lifespan=lifespan,
    routes=[Route("/readyz", readyz), Route("/meeting", first_page)],
    middleware=[Middleware(Guard)],
)
