"""When what somebody writes begins to count: later, if the account may be in other hands."""

from datetime import datetime, timedelta

from pro_am.standing.rules import constants as c

PENDING = timedelta(hours=c.PENDING_HOURS)


def counts_from(written: datetime, account_changed: datetime | None) -> datetime:
    """The moment from which a review, a vouch or a witness's word counts (UTC).

    `account_changed` is when the password or the address was last changed before it was written.
    In the days after, the owner of a stolen account has time to say so.
    """
    if account_changed is None or not account_changed <= written < account_changed + PENDING:
        return written
    return account_changed + PENDING
