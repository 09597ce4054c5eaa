"""What a command says when the disk does not let it write."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.refusal import Refused


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """Raise ``Refused`` where ``place`` can't be written."""
    try:
        yield
    except OSError as problem:
        place = problem.filename or place
        raise Refused("commands.not_written", file=place, problem=problem.strerror) from problem
