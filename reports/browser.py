"""A browser without a window, to turn a page of ours into a picture or a PDF."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from data.refusal import Refused

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
INSTALLED: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
CACHES: Final = (".cache/ms-playwright", "Library/Caches/ms-playwright", "AppData/Local/ms-playwright")
BESIDE: Final = ("chromium-*/chrome-*/chrome", "chromium-*/chrome-*/chrome.exe", "chromium-*/*/*.app/Contents/MacOS/*")
WIDTH: Final = 750  # pixels of the page; the picture has twice as many, for a phone's sharp screen
TALLEST: Final = 8_000  # pixels of the page: twice as many are as much as a browser draws, so above it's one for one
LIMIT: Final = 60  # seconds
HEIGHT: Final = re.compile(r'data-height="(\d+)"')
OPTIONS: Final = (
    *("--headless=new", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-dev-shm-usage"),
    *("--disable-extensions", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND"),
)


def browser() -> Path | None:
    """Return the browser to draw with: the system's, else the one that playwright brought; None without any."""
    return next(_found(), None)


def picture(html: str) -> bytes:
    """Return ``html`` as one long PNG. Raises ``Refused`` without a browser, or when it does not answer in time.

    The page says its own height: its script leaves it in ``data-height`` of the document.
    """
    dom = _run(html, "--dump-dom", f"--window-size={WIDTH},1000")
    said = HEIGHT.search(dom.decode("utf-8", "replace"))
    if not said:
        raise Refused("summary.browser_failed")
    height = int(said[1])
    sharp = f"--force-device-scale-factor={2 if height <= TALLEST else 1}"
    return _run(html, "--screenshot={out}.png", sharp, f"--window-size={WIDTH},{height}")


def pdf(html: str) -> bytes:
    """Return ``html`` as a PDF, on the paper that its style names; refused as ``picture`` is."""
    return _run(html, "--print-to-pdf={out}.pdf", "--no-pdf-header-footer")


def _found() -> Iterator[Path]:
    yield from (Path(path) for path in map(shutil.which, NAMES) if path)
    yield from (Path(path) for path in INSTALLED if Path(path).exists())
    for cache in CACHES:
        for pattern in BESIDE:
            yield from sorted((Path.home() / cache).glob(pattern), reverse=True)


def _run(html: str, *options: str) -> bytes:
    """Return what the browser writes to ``{out}``, else what it prints; its profile ends with it."""
    program = browser()
    if program is None:
        raise Refused("summary.no_browser")
    with tempfile.TemporaryDirectory(prefix="xihui-", ignore_cleanup_errors=True) as folder:
        page, out = Path(folder) / "page.html", Path(folder) / "out"
        page.write_text(html, encoding="utf-8")
        given = [option.format(out=out) for option in options]
        closed_in = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []  # root has no other way
        command = [str(program), *OPTIONS, *closed_in, f"--user-data-dir={folder}/profile", *given, page.as_uri()]
        try:
            done = subprocess.run(command, capture_output=True, timeout=LIMIT, check=False)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired) as problem:
            raise Refused("summary.browser_failed") from problem
        written = next(Path(folder).glob("out.*"), None)  # its ending says what is drawn
        made = written.read_bytes() if written else done.stdout
    if done.returncode or not made:
        raise Refused("summary.browser_failed")
    return made
