"""How long an offer takes its calendar, and on which steps of the clock it begins."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from pro_am.availability.rules.calendar_rules import CalendarRules
from pro_am.availability.rules.free_time import ONE_BOOKING, Group, Load
from pro_am.foundation.time_slots import TimeSlot

_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class OfferTiming:
    """How much time an offer takes, in minutes, and on which step of the local clock it starts.

    With a notice or a horizon of its own it leaves those of its calendar aside. Its bookings of a
    day are counted where it takes at most so many (`most_a_day`), which needs its id.
    """

    duration_minutes: int
    step_minutes: int
    buffer_before: int = 0
    buffer_after: int = 0
    notice_minutes: int | None = None
    horizon_days: int | None = None
    most_a_day: int | None = None
    offer_id: int | None = None
    is_group: bool = False  # people come together, each taking a seat

    def __post_init__(self) -> None:
        if self.duration_minutes < 1 or self.step_minutes < 1:
            raise ValueError("An offer lasts a minute or more, and so does its step")
        if self.buffer_before < 0 or self.buffer_after < 0:
            raise ValueError("A buffer takes time, it gives none")

    def with_travel(self, minutes: int) -> "OfferTiming":
        """The same offer at the host's place, so many minutes away: there and back."""
        return replace(
            self,
            buffer_before=self.buffer_before + minutes,
            buffer_after=self.buffer_after + minutes,
        )

    def limits(self, rules: CalendarRules) -> CalendarRules:
        """The calendar's rules with what the offer says otherwise."""
        if self.notice_minutes is None and self.horizon_days is None:
            return rules
        notice, horizon = self.notice_minutes, self.horizon_days
        return replace(
            rules,
            notice_minutes=rules.notice_minutes if notice is None else notice,
            horizon_days=rules.horizon_days if horizon is None else horizon,
        )

    def service(self, start: datetime) -> TimeSlot:
        """What the host sees: without the buffers."""
        return TimeSlot(start, start + timedelta(minutes=self.duration_minutes))

    def load(self, start: datetime, seats: int | None = 1) -> Load:
        """What a booking takes from the calendar: with the buffers."""
        reach = self.reach(TimeSlot(start, start + _INSTANT))
        return Load(reach.start, reach.end - _INSTANT, seats, self.group(start))

    def group(self, start: datetime) -> Group | None:
        return (self.offer_id, start) if self.is_group else None

    def seats_for(self, people: int) -> int:
        """What so many people take: a seat each in a group, and else one place together."""
        return people if self.is_group else ONE_BOOKING

    def reach(self, span: TimeSlot) -> TimeSlot:
        """All the time that matters to slots which start in the span."""
        after = timedelta(minutes=self.duration_minutes + self.buffer_after)
        return TimeSlot(span.start - timedelta(minutes=self.buffer_before), span.end + after)
