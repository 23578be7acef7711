"""Asking friends, what they answer, what they see, cheers, and recaps."""

from pro_am.supporters.actions.answering import accept, cheer, decline, leave, speak, tell_read
from pro_am.supporters.actions.asking import Guest, ask, change, remove
from pro_am.supporters.actions.forgetting import forget_client
from pro_am.supporters.actions.rhythm import keep_to_oneself, tell_at, tell_nevertheless
from pro_am.supporters.actions.telling import tell_due
from pro_am.supporters.actions.waiting import see_to_asks

__all__ = [
    "Guest",
    "accept",
    "ask",
    "change",
    "cheer",
    "decline",
    "forget_client",
    "keep_to_oneself",
    "leave",
    "remove",
    "see_to_asks",
    "speak",
    "tell_at",
    "tell_due",
    "tell_nevertheless",
    "tell_read",
]
