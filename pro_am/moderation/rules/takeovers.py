"""Pure: when it may be said that somebody else had an account."""

from datetime import datetime, timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

LONGEST_AGO = timedelta(days=30)


class NotThatLongAgo(Refusal):
    message = mark("Say since when, in the last thirty days; for what is older, ask a moderator.")
    field = "since"


class NotInTheFuture(Refusal):
    message = mark("That is still ahead. Say since when somebody else had the account.")
    field = "since"


class AlreadyUndone(Refusal):
    message = mark("This was undone already: everything counts as before.")


def check_since(since: datetime, now: datetime, *, is_own: bool = True) -> None:
    """A moderator may go further back than the member alone."""
    if since >= now:
        raise NotInTheFuture
    if is_own and since < now - LONGEST_AGO:
        raise NotThatLongAgo
