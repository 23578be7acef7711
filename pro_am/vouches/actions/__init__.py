"""What people do with vouches and invitations: one function, one intention, one transaction."""

from pro_am.vouches.actions.ending import decline, part, restore, void, withdraw
from pro_am.vouches.actions.giving import Known, begin, choose_name, vouch
from pro_am.vouches.actions.inviting import (
    Guest,
    accept,
    forget_addresses,
    forget_guests,
    invite,
    take_back,
)
from pro_am.vouches.actions.yearly import ask, confirm, lapse

__all__ = [
    "Guest",
    "Known",
    "accept",
    "ask",
    "begin",
    "choose_name",
    "confirm",
    "decline",
    "forget_addresses",
    "forget_guests",
    "invite",
    "lapse",
    "part",
    "restore",
    "take_back",
    "void",
    "vouch",
    "withdraw",
]
