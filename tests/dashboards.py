"""A dashboard of its own for a test: the real server, on a free port."""

import json
import os
import socket
import subprocess
import sys
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Final, Self

import pytest

ROOT: Final = Path(__file__).parents[1]
READY_WITHIN: Final = 60  # seconds


class Server:
    """A dashboard of its own on a free port, for the shop in ``home``."""

    def __init__(self, home: Path, log: Path, *options: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.home, self.log, self.url = home, log, f"http://127.0.0.1:{self.port}"
        with self.log.open("wb") as lines:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "streamlit", "run", "dashboard.py"),
                    *("--server.headless=true", f"--server.port={self.port}", *options),
                ],
                cwd=ROOT,
                env=os.environ | {"XIHUI_HOME": str(home)},
                stdout=lines,
                stderr=subprocess.STDOUT,
            )

    def ask(self, path: str, body: object = None) -> tuple[HTTPResponse, str]:
        """Return the answer to a request, and its text."""
        sent = None if body is None else json.dumps(body)
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            connection.request("GET" if sent is None else "POST", path, sent, {"Content-Type": "application/json"})
            response = connection.getresponse()
            return response, response.read().decode()

    def ready(self) -> bool:
        """Whether it lets visitors in."""
        try:
            return self.ask("/readyz")[0].status == 200
        except OSError:
            return False

    def wait(self) -> Self:
        """Wait until it lets visitors in."""
        for _ in range(READY_WITHIN * 10):
            if self.ready():
                return self
            try:
                self.process.wait(0.1)
            except subprocess.TimeoutExpired:
                continue
            break
        pytest.fail(self.said())

    def stop(self) -> None:
        """End it, gently if it lets itself be."""
        self.process.terminate()
        try:
            self.process.wait(30)
        finally:
            self.process.kill()

    def said(self) -> str:
        """Return what it wrote to its terminal."""
        return self.log.read_text(encoding="utf-8")
