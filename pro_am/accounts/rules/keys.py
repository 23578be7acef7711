"""Pure: what an account writes just after its password or address changed counts a little later."""

from collections.abc import Iterable
from datetime import datetime, timedelta

PENDING = timedelta(hours=72)  # so long its owner has to notice that it was somebody else


def counts_from(written_at: datetime, changes: Iterable[datetime]) -> datetime:
    """From when something counts: the moment it was written, or the end of the wait."""
    return max(
        (each + PENDING for each in changes if each <= written_at < each + PENDING),
        default=written_at,
    )
