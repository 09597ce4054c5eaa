"""From bytes to facts: prepare (nothing changes) → preview → commit, all or nothing → undo."""

from data.importing.committing import Committed, commit, undo
from data.importing.correcting import By, Correction, DateOrder
from data.importing.learning import learn
from data.importing.meanings import Meaning, Stranger, mean
from data.importing.prepared import OpenTable, Prepared, PreparedTable
from data.importing.preparing import examine, prepare
from data.importing.previewing import Preview, Slice, preview
from data.importing.progress import STEPS, Step, Tell
from data.importing.refusing import refusals
from data.importing.remembering import Key, forget

__all__ = [
    "STEPS",
    "By",
    "Committed",
    "Correction",
    "DateOrder",
    "Key",
    "Meaning",
    "OpenTable",
    "Prepared",
    "PreparedTable",
    "Preview",
    "Slice",
    "Step",
    "Stranger",
    "Tell",
    "commit",
    "examine",
    "forget",
    "learn",
    "mean",
    "prepare",
    "preview",
    "refusals",
    "undo",
]
