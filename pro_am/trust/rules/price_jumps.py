"""Pure: when an offer became so much dearer that a person should look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pro_am.standing.rules import constants as c


@dataclass(frozen=True)
class PriceJump:
    """In minor units: the least it cost of late, and what it costs now."""

    before_minor: int
    now_minor: int

    @property
    def percent(self) -> float | None:
        """By how much it is dearer; None: it was free."""
        if not self.before_minor:
            return None
        return 100 * (self.now_minor / self.before_minor - 1)


def price_jump(
    now_minor: int, earlier: Sequence[tuple[datetime, int]], now: datetime, *, has_bookings: bool
) -> PriceJump | None:
    """`earlier` are prices with the moment until which each was asked. Without bookings ahead
    nobody counts on the price that was."""
    since = now - timedelta(days=c.PRICE_JUMP_DAYS)
    of_late = [price for until, price in earlier if until > since]
    if not has_bookings or not of_late:
        return None
    least = min(of_late)
    return PriceJump(least, now_minor) if now_minor > least * (1 + c.PRICE_JUMP) else None
