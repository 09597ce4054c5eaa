"""The robot of a group chat: which one an address belongs to, and what it can be told.

The address is a secret: whoever knows it can write to the group. It stands in ``robot.toml`` in the shop's folder, or
in the environment variable ``XIHUI_ROBOT_URL``, and is never logged, shown or stored.
"""

import base64
import hashlib
import hmac
import os
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import quote_plus, urlsplit

from data.refusal import Refused

FILE: Final = "robot.toml"
VARIABLE: Final = "XIHUI_ROBOT_URL"
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
LONGEST: Final = {"wecom": 2048, "dingtalk": 18_000, "feishu": 18_000}  # bytes of one text
LARGEST: Final = 2 * 1024 * 1024  # bytes of a picture, before base64
Kind = Literal["wecom", "dingtalk", "feishu"]
# By its path, so that a server on this computer can stand for each; anywhere else the host has to be its own.
KNOWN: Final[Mapping[str, tuple[Kind, tuple[str, ...]]]] = {
    "/cgi-bin/webhook/send": ("wecom", ("qyapi.weixin.qq.com",)),
    "/robot/send": ("dingtalk", ("oapi.dingtalk.com",)),
    "/open-apis/bot/v2/hook/": ("feishu", ("open.feishu.cn", "open.larksuite.com")),
}


@dataclass(frozen=True)
class Robot:
    """A robot: its kind, and the address and secret that neither a log nor an error shows."""

    kind: Kind
    url: str = field(repr=False)
    secret: str = field(repr=False, default="")

    @property
    def is_here(self) -> bool:
        """Whether it answers on this computer."""
        return urlsplit(self.url).hostname in LOOPBACK


def robot_at(url: str, secret: str = "") -> Robot:
    """Return the robot at ``url``; raises ``Refused`` for an address of none, and for one that anybody could read."""
    with suppress(ValueError):
        parts = urlsplit(url.strip())
        for path, (kind, hosts) in KNOWN.items():
            here = parts.hostname in LOOPBACK
            if parts.path.startswith(path) and (here or (parts.scheme == "https" and parts.hostname in hosts)):
                return Robot(kind, url.strip(), secret)
    raise Refused("robot.unknown")


def set_up(folder: Path) -> Robot | None:
    """Return the robot of the shop in ``folder``, None where none is set up; its file is closed to everybody else."""
    told = settings(folder)
    url = os.environ.get(VARIABLE) or told.get("url", "")
    return robot_at(str(url), str(told.get("secret", ""))) if url else None


def settings(folder: Path) -> dict[str, Any]:
    """Return what ``robot.toml`` says: url, secret; empty without it. Raises ``Refused`` when it can't be read."""
    file = folder / FILE
    if not file.exists():
        return {}
    with suppress(OSError):
        file.chmod(0o600)
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise Refused("robot.unreadable", file=FILE) from None  # what stands in it is a secret


def texts(robot: Robot, said: str) -> list[dict[str, Any]]:
    """Return ``said`` as messages, cut between lines where it is longer than the robot takes."""
    return [_text(robot.kind, part) for part in _parts(said, LONGEST[robot.kind])]


def picture_message(robot: Robot, picture: bytes) -> dict[str, Any]:
    """Return a PNG as a message; raises ``Refused`` for a robot that takes no pictures, and for one too large."""
    if robot.kind != "wecom":
        raise Refused("robot.no_picture")
    if len(picture) > LARGEST:
        raise Refused("robot.too_large")
    coded = base64.b64encode(picture).decode()
    digest = hashlib.md5(picture, usedforsecurity=False).hexdigest()  # the robot checks by it that all has come
    return {"msgtype": "image", "image": {"base64": coded, "md5": digest}}


def signed(robot: Robot, message: dict[str, Any], moment: float) -> tuple[str, dict[str, Any]]:
    """Return the address and the message as sent at ``moment`` (Unix seconds), signed where there is a secret."""
    if not robot.secret or robot.kind == "wecom":
        return robot.url, message
    stamp = f"{moment * 1000:.0f}" if robot.kind == "dingtalk" else f"{moment:.0f}"
    line = f"{stamp}\n{robot.secret}".encode()
    if robot.kind == "feishu":
        return robot.url, message | {"timestamp": stamp, "sign": _hmac(line, b"")}
    return f"{robot.url}&timestamp={stamp}&sign={quote_plus(_hmac(robot.secret.encode(), line))}", message


def _hmac(key: bytes, line: bytes) -> str:
    return base64.b64encode(hmac.new(key, line, hashlib.sha256).digest()).decode()


def _text(kind: Kind, said: str) -> dict[str, Any]:
    if kind == "feishu":
        return {"msg_type": "text", "content": {"text": said}}
    return {"msgtype": "text", "text": {"content": said}}


def _parts(said: str, longest: int) -> Iterator[str]:
    part = ""
    for line in said.splitlines():
        longer = f"{part}\n{line}" if part else line
        if part and len(longer.encode()) > longest:
            yield part
            part = line
        else:
            part = longer
    if part.strip():
        yield part
