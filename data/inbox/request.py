"""What is asked of the one who holds the store, and what comes back; both can be written down for another process."""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path, PurePath
from typing import Final, Self

from data.reading.sniffing import MAX_BYTES
from data.refusal import Refused
from data.texts import LANGUAGES

MEGABYTE: Final = 1024 * 1024


@dataclass(frozen=True)
class Request:
    """One thing to do: "import", "undo", "backup" or "rebuild".

    ``user`` is the code of who asks; ``agreed`` is their yes to fewer rows and to many refused ones. Nobody waits for
    the answer to a file that was dropped; ``folder`` is the folder in the inbox that it lay in, "" for none.
    """

    command: str
    user: str
    asked_at: datetime
    store: str | None = None
    kind: str | None = None
    encoding: str | None = None
    agreed: bool = False
    batch: int = 0
    dropped: bool = False
    folder: str = ""

    def written(self) -> str:
        """Return it as JSON."""
        return json.dumps(asdict(self) | {"asked_at": self.asked_at.isoformat()})

    @classmethod
    def read(cls, text: str) -> Self:
        """Return what ``written`` wrote. Raises ``ValueError`` or ``TypeError`` where it wrote nothing of the kind."""
        found = json.loads(text)
        folder = PurePath(found["folder"]).name.strip(".")
        return cls(**found | {"asked_at": datetime.fromisoformat(found["asked_at"]), "folder": folder})


@dataclass(frozen=True)
class Brought:
    """A file with its name, which may hold anything that the disk allows."""

    name: str
    content: bytes

    @classmethod
    def read(cls, file: Path) -> Self:
        """Return the file, never more of it than the reader takes. Raises ``Refused`` when it is larger."""
        with file.open("rb") as handle:
            size = os.fstat(handle.fileno()).st_size
            if size > MAX_BYTES:
                limit = f"{MAX_BYTES / MEGABYTE:.1f}"
                raise Refused("reading.too_large", name=file.name, size=f"{size / MEGABYTE:.1f}", limit=limit)
            return cls(file.name, handle.read(MAX_BYTES + 1))

    @property
    def spoken(self) -> str:
        """The name with a question mark for what is no letter in any writing."""
        return self.name.encode("utf-8", "replace").decode()


@dataclass(frozen=True)
class Line:
    """One line of an answer; ``problem`` is whether it speaks of something not taken."""

    text: str
    problem: bool = False


@dataclass(frozen=True)
class Answer:
    """What was done, in lines by language; ``refused`` is the key of the reason why nothing was, else ""."""

    refused: str
    lines: dict[str, tuple[Line, ...]]

    @classmethod
    def refusal(cls, problem: Refused) -> Self:
        """Return the answer that says why nothing was done."""
        return cls(
            problem.reason, {language: (Line(problem.sentence(language), problem=True),) for language in LANGUAGES}
        )

    def text(self, language: str) -> str:
        """Return the lines in one language, each ended."""
        return "".join(f"{line.text}\n" for line in self.lines[language])

    def written(self) -> str:
        """Return it as JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, text: str) -> Self:
        """Return what ``written`` wrote."""
        found = json.loads(text)
        return cls(found["refused"], {name: _lines(lines) for name, lines in found["lines"].items()})


def _lines(found: Iterable[dict[str, object]]) -> tuple[Line, ...]:
    return tuple(Line(str(line["text"]), problem=bool(line["problem"])) for line in found)
