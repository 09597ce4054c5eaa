"""From bytes to facts: prepare (nothing changes) → preview → commit, all or nothing → undo."""

from data.importing.committing import Committed, commit, undo
from data.importing.preparing import Prepared, PreparedTable, prepare
from data.importing.previewing import Preview, Slice, preview
from data.importing.refusing import refusals

__all__ = [
    "Committed",
    "Prepared",
    "PreparedTable",
    "Preview",
    "Slice",
    "commit",
    "prepare",
    "preview",
    "refusals",
    "undo",
]
