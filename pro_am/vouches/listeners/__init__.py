"""Letters about vouches and invitations, and what other features' news mean for them."""

from pro_am.vouches.listeners import invitations, leaving, letters, moderation
from pro_am.vouches.listeners.letters import TOPICS

__all__ = ["TOPICS", "attach"]


def attach() -> None:
    for listeners in (letters, invitations, leaving, moderation):
        listeners.attach()
