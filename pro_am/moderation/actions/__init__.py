"""Reporting, blocking, restricting and hearing appeals: one function, one intention."""

from pro_am.moderation.actions.blocks import block, forget_blocks, unblock
from pro_am.moderation.actions.reports import (
    TELL,
    Decision,
    Reported,
    decide,
    note_reading,
    report,
    tell,
    undo,
)

__all__ = [
    "TELL",
    "Decision",
    "Reported",
    "block",
    "decide",
    "forget_blocks",
    "note_reading",
    "report",
    "tell",
    "unblock",
    "undo",
]
