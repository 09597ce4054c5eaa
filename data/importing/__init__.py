"""From bytes to facts: prepare (nothing changes) → preview → commit, all or nothing → undo."""

from data.importing.committing import Committed, commit, undo
from data.importing.correcting import By, Correction, DateOrder
from data.importing.learning import learn
from data.importing.preparing import OpenTable, Prepared, PreparedTable, examine, prepare
from data.importing.previewing import Preview, Slice, preview
from data.importing.refusing import refusals
from data.importing.remembering import Key, forget

__all__ = [
    "By",
    "Committed",
    "Correction",
    "DateOrder",
    "Key",
    "OpenTable",
    "Prepared",
    "PreparedTable",
    "Preview",
    "Slice",
    "commit",
    "examine",
    "forget",
    "learn",
    "prepare",
    "preview",
    "refusals",
    "undo",
]
