"""Dashboards that run as servers of their own, and visitors who speak Streamlit's protocol to them."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

ROOT = Path(__file__).parents[2]

Params = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Visit:
    """One page load: seconds from knocking to the end of the script, and how many elements of each type came."""

    seconds: float
    elements: Counter[str]


class Server:
    """``streamlit run SCRIPT`` with the settings of this repository, on a free port."""

    def __init__(self, script: str, log: Path, env: Mapping[str, str], *, ready: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._log = log
        with log.open("wb") as written:
            self._started = subprocess.Popen(
                [
                    *(sys.executable, "-m", "streamlit", "run", script),
                    *("--server.headless=true", f"--server.port={self.port}"),
                ],
                cwd=ROOT,
                env=os.environ | env,
                stdout=written,
                stderr=subprocess.STDOUT,
            )
        self._process = psutil.Process(self._started.pid)
        self._wait(ready)

    def cpu(self) -> float:
        """Return the CPU seconds that the server has taken so far."""
        times = self._process.cpu_times()
        return times.user + times.system

    def memory(self) -> int:
        """Return the server's resident memory in bytes."""
        return self._process.memory_info().rss

    def visit(self) -> Visit:
        """Load the first page."""
        return self.visits([{}])[0]

    def visits(self, of_each: Iterable[Params]) -> list[Visit]:
        """Load the first page for each set of URL parameters, all at the same moment."""

        async def all_at_once() -> list[Visit]:
            return await asyncio.gather(*(self._visit(urlencode(params, doseq=True)) for params in of_each))

        return asyncio.run(all_at_once())

    def rest(self) -> None:
        """Wait until the server has nothing left to do."""
        while True:
            before = self.cpu()
            time.sleep(0.3)
            if self.cpu() - before < 0.03:
                return

    def stop(self) -> None:
        self._started.terminate()
        try:
            self._started.wait(30)
        finally:
            self._started.kill()

    async def _visit(self, query: str) -> Visit:
        asked = BackMsg()
        asked.rerun_script.query_string = query
        elements: Counter[str] = Counter()
        start = time.perf_counter()
        async with connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream",
            compression=None,
            max_size=None,
            open_timeout=None,
            ping_interval=None,
        ) as socket_:
            await socket_.send(asked.SerializeToString())
            async for data in socket_:
                message = ForwardMsg.FromString(data)
                kind = message.WhichOneof("type")
                if kind == "script_finished":
                    assert message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
                    return Visit(time.perf_counter() - start, elements)
                if kind == "delta":
                    elements[_type_of(message)] += 1
        raise AssertionError(self._log.read_text(encoding="utf-8"))

    def _wait(self, ready: str) -> None:
        for _ in range(240):
            assert self._started.poll() is None, self._log.read_text(encoding="utf-8")
            try:
                connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
                connection.request("GET", ready)
                if connection.getresponse().status == 200:
                    return
            except OSError:
                pass
            finally:
                connection.close()
            time.sleep(0.25)
        self.stop()
        raise AssertionError(self._log.read_text(encoding="utf-8"))


def _type_of(message: ForwardMsg) -> str:
    delta = message.delta
    part = delta.new_element if delta.WhichOneof("type") == "new_element" else delta.add_block
    return part.WhichOneof("type") or "container"
