"""What happened here that others may care about."""

from dataclasses import dataclass

from pro_am.accounts.models import Member
from pro_am.conversations.models import Message


@dataclass(frozen=True)
class MessageWritten:
    """A message arrived; `first_unread_by` are those who had read everything before it."""

    message: Message
    first_unread_by: tuple[Member, ...]
