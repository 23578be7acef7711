"""One booking of the demo community, from the request to the last word about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pro_am.bookings.rules.life import (
    HAPPENED,
    HOLDS_TIME,
    BookingState,
    Side,
    answer_deadline,
)
from pro_am.foundation.time_slots import TimeSlot


@dataclass(frozen=True)
class Step:
    """The booking enters a state; nobody did it when time did."""

    at: datetime
    by: Side | None
    to: BookingState
    reason: str = ""


@dataclass(frozen=True)
class Line:
    at: datetime
    by: Side
    text: str


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What one side wrote of the other."""

    by: Side
    at: datetime
    shown_from: datetime
    stars: int
    facets: Mapping[str, int]
    text: str
    reply: str = ""
    replied_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Story:
    """One booking from the request to the last word about it; all times are UTC."""

    host: str
    pro_am: str
    offer: int
    people: int
    slot: TimeSlot
    steps: tuple[Step, ...]
    lines: tuple[Line, ...]
    verdicts: tuple[Verdict, ...] = ()

    @property
    def requested_at(self) -> datetime:
        return self.steps[0].at

    @property
    def answer_by(self) -> datetime:
        return answer_deadline(self.requested_at, self.slot.start)

    @property
    def state(self) -> BookingState:
        return self.steps[-1].to

    @property
    def released_at(self) -> datetime | None:
        """When the calendar got its time back, if it did."""
        keeps_time = self.state in HOLDS_TIME | HAPPENED
        return None if keeps_time else self.steps[-1].at

    def read_until(self, side: Side) -> datetime | None:
        """Whoever waits has read what they answered; everybody else has read everything."""
        waiting = self.state is BookingState.REQUESTED
        return max((line.at for line in self.lines if not waiting or line.by is side), default=None)
