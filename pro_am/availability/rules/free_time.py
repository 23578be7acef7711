"""Free time: where the seats of a calendar's windows are not all taken.

capacity(t) is the largest capacity of the windows that cover t; load(t) is the sum of the seats
that holds take. What counts is the peak of the load at an instant: three bookings that follow
each other need one seat, not three.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from pro_am.availability.rules.windows import Window
from pro_am.foundation.time_slots import TimeSlot

ONE_BOOKING = 1  # what a booking takes: a window has room for as many as its capacity says

# The offer of a group and its start: those who come to the same share their time.
Group = tuple[int | None, datetime]


@dataclass(frozen=True, slots=True)
class Load:
    """Time taken in a calendar, buffers included; `seats=None` takes all of them."""

    start: datetime
    end: datetime
    seats: int | None = 1
    group: Group | None = None

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"A load ends after it starts: {self.start} - {self.end}")
        if self.seats is not None and self.seats < 1:
            raise ValueError("A load takes at least one seat")


class Occupancy(NamedTuple):
    """A stretch in which nothing changes: seats there are, seats taken, or all of them taken."""

    start: datetime
    end: datetime
    capacity: int
    load: int
    blocked: bool

    @property
    def is_empty(self) -> bool:
        return not self.load and not self.blocked

    def has_room(self, seats: int | None) -> bool:
        """Whether so many seats are left; None asks for the whole calendar."""
        if seats is None:
            return self.capacity > 0 and self.is_empty
        return not self.blocked and self.capacity - self.load >= seats


def free_time(
    windows: Iterable[Window], loads: Iterable[Load], span: TimeSlot, seats: int | None = 1
) -> list[TimeSlot]:
    """The maximal stretches of the span with so many seats left: sorted, disjoint, not touching.

    `seats=None` asks for the whole calendar: open, and nobody else there.
    """
    stretches = free_stretches(occupancy(windows, loads), seats)
    clipped = ((max(start, span.start), min(end, span.end)) for start, end in stretches)
    return [TimeSlot(start, end) for start, end in clipped if start < end]


def fits(
    windows: Iterable[Window], loads: Iterable[Load], span: TimeSlot, seats: int | None = 1
) -> bool:
    """Whether so many seats are left during the whole span."""
    return free_time(windows, loads, span, seats) == [span]


def free_stretches(
    stretches: Iterable[Occupancy], seats: int | None
) -> Iterator[tuple[datetime, datetime]]:
    """Neighbours with enough room, joined."""
    if seats is not None and seats < 1:
        raise ValueError("Nobody asks for less than one seat")
    start: datetime | None = None
    end: datetime | None = None
    for stretch in stretches:
        if not stretch.has_room(seats):
            continue
        if start is not None and end is not None and end < stretch.start:
            yield start, end
            start = None
        start = start or stretch.start
        end = stretch.end
    if start is not None and end is not None:
        yield start, end


def occupancy(windows: Iterable[Window], loads: Iterable[Load]) -> list[Occupancy]:
    """A sweep over all starts and ends: consecutive stretches from the first to the last."""
    stretches: list[Occupancy] = []
    capacities: list[int] = []  # of the windows open at this point of the sweep: a handful
    load = blocking = 0
    previous: datetime | None = None
    for at, capacity, seats, blocks in sorted(_changes(windows, loads)):
        if previous is not None and previous < at:
            most = max(capacities, default=0)
            stretches.append(Occupancy(previous, at, most, load, blocking > 0))
        if capacity > 0:
            capacities.append(capacity)
        elif capacity < 0:
            capacities.remove(-capacity)
        load += seats
        blocking += blocks
        previous = at
    return stretches


def _changes(
    windows: Iterable[Window], loads: Iterable[Load]
) -> Iterator[tuple[datetime, int, int, int]]:
    """When, the capacity that opens (closes when negative), seats taken, all seats taken."""
    for start, end, capacity in windows:
        yield start, capacity, 0, 0
        yield end, -capacity, 0, 0
    for load in loads:
        seats, blocks = (0, 1) if load.seats is None else (load.seats, 0)
        yield load.start, 0, seats, blocks
        yield load.end, 0, -seats, -blocks
