"""Saving searches, looking at offers that change, and writing of what was found."""

from pro_am.alerts.actions.looking import look
from pro_am.alerts.actions.saving import (
    Wanted,
    change,
    forget,
    forget_member,
    save,
    see,
    switch_off,
)
from pro_am.alerts.actions.telling import tell_due

__all__ = [
    "Wanted",
    "change",
    "forget",
    "forget_member",
    "look",
    "save",
    "see",
    "switch_off",
    "tell_due",
]
