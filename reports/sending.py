"""Sending to the robot of a group chat: nothing twice, not too much at once, anew only what surely never arrived."""

import json
import socket
import ssl
import threading
import time
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from data.refusal import Refused
from reports.robot import Robot, signed
from reports.sent import Sent

PATIENCE: Final = 10.0  # seconds
WAITS: Final = (1.0, 5.0)  # seconds before the second and the third attempt
TOO_OFTEN: Final = frozenset({45009, 130101, 11232, 429})  # each robot's code for too many messages a minute
READ: Final = 65_536  # bytes of an answer that are looked at
_one_at_a_time: Final = threading.Lock()


class NotDelivered(Exception):  # noqa: N818 - an outcome, not an error
    """Certain: nothing has arrived, for which ``refusal`` has the sentence; ``again``: it is worth trying again."""

    def __init__(self, refusal: Refused, *, again: bool) -> None:
        super().__init__(refusal.reason)
        self.refusal, self.again = refusal, again


class Stay(HTTPRedirectHandler):
    """Goes nowhere else: an address that leads on could lead anywhere."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Return no further address."""


def send(
    robot: Robot,
    messages: list[tuple[str, dict[str, Any]]],
    folder: Path,
    *,
    again: bool = False,
    patience: float = PATIENCE,
    wait: Callable[[float], object] = time.sleep,
) -> int:
    """Send messages, each with what it says, and return how many went out: none that has gone out before.

    ``folder`` remembers by fingerprints what was sent; ``again`` sends it anew. What may have arrived counts as sent.
    Raises ``Refused`` with the reason when one is not taken.
    """
    went = 0
    with _one_at_a_time:
        sent = Sent(folder)
        for says, message in messages:
            mark = sent.mark(robot.url, says)
            if sent.has(mark) and not again:
                continue
            sent.claim(mark, time.time())  # raises when there are too many; before sending, lest a crash send it twice
            try:
                _deliver(robot, message, patience, wait)
            except NotDelivered as problem:
                sent.drop(mark)
                raise problem.refusal from None
            went += 1
    return went


def _deliver(robot: Robot, message: dict[str, Any], patience: float, wait: Callable[[float], object]) -> None:
    for pause in (*WAITS, None):
        try:
            _post(robot, message, patience)
        except NotDelivered as problem:
            if not problem.again or pause is None:
                raise
            wait(pause)
        else:
            return


def _post(robot: Robot, message: dict[str, Any], patience: float) -> None:
    url, body = signed(robot, message, time.time())
    headers = {"Content-Type": "application/json; charset=utf-8"}
    request = Request(url, json.dumps(body, ensure_ascii=False).encode(), headers)  # noqa: S310 - robot_at has looked
    opener = build_opener(Stay, *([ProxyHandler({})] if robot.is_here else []))
    try:
        with opener.open(request, timeout=patience) as response:
            answer = response.read(READ)
    except HTTPError as problem:
        problem.close()
        if problem.code >= 500:
            raise Refused("robot.unsure") from None
        raise _not_taken(problem.code, "HTTP") from None
    except URLError as problem:
        if isinstance(problem.reason, ConnectionRefusedError | socket.gaierror):
            raise NotDelivered(Refused("robot.down"), again=True) from None
        if isinstance(problem.reason, ssl.SSLError):
            raise NotDelivered(Refused("robot.down"), again=False) from None
        raise Refused("robot.unsure") from None
    except (OSError, HTTPException):
        raise Refused("robot.unsure") from None
    _look_at(answer)


def _look_at(answer: bytes) -> None:
    """Raise unless the robot says that it has taken the message."""
    try:
        said = json.loads(answer)
        code = int(said["errcode"] if "errcode" in said else said["code"])
        words = str(said.get("errmsg") or said.get("msg") or "")
    except (ValueError, TypeError, KeyError, AttributeError):
        raise Refused("robot.unsure") from None
    if code:
        raise _not_taken(code, " ".join(words.split())[:80])


def _not_taken(code: int, words: str) -> NotDelivered:
    return NotDelivered(Refused("robot.refused", code=code, words=words), again=code in TOO_OFTEN)
