"""Where a shop keeps its own files: ``XIHUI_HOME``, else ``data/local``."""

import os
import secrets
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo


def home() -> Path:
    """Return the shop's folder, made if it is not there yet."""
    folder = Path(os.environ.get("XIHUI_HOME") or Path(__file__).parent / "local")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def now() -> datetime:
    """Return the shop's wall clock without a time zone (``XIHUI_TZ``, else Asia/Shanghai)."""
    zone = ZoneInfo(os.environ.get("XIHUI_TZ", "Asia/Shanghai"))
    return datetime.now(zone).replace(tzinfo=None, microsecond=0)


def secret(folder: Path) -> str:
    """Return the key under which phones and WeChat ids are hashed: 64 hex digits, made once.

    For the one process that holds the store in ``folder``; a key is there whole or not at all.
    """
    file = folder / "secret.key"
    if not file.exists():
        unfinished = file.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        descriptor = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as handle:
            handle.write(secrets.token_hex(32))
        unfinished.replace(file)
    return file.read_text(encoding="ascii").strip()
