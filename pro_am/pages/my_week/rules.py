"""What waits for a member, most pressing first, and how their week is laid out by days."""

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from pro_am.availability.rules.free_time import Load, free_time
from pro_am.availability.rules.wall_time import instant_of
from pro_am.availability.rules.windows import Window
from pro_am.bookings.rules.life import BookingState, Side
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.time_zones import to_local

DAYS = 7
MOST_TO_DO = 12  # of each kind; a list without end is no help
PLANNED = {
    BookingState.REQUESTED,
    BookingState.CONFIRMED,
    BookingState.IN_PROGRESS,
    BookingState.COMPLETED,
    BookingState.CLOSED,
}


@dataclass(frozen=True)
class BookingLine:
    """A booking as its member sees it in a line; instants are UTC."""

    reference: str
    state: BookingState  # as it is now
    side: Side
    title: str
    other: str  # the first name of the other person
    people: int
    starts_at: datetime
    ends_at: datetime
    answer_by: datetime
    time_zone: str
    has_allergies: bool
    is_reviewable: bool
    awaits: Side = Side.PROVIDER  # whose answer it waits for, while it is requested
    revision: int = 0  # of what is shown: nobody accepts something else

    @property
    def awaits_me(self) -> bool:
        return self.state is BookingState.REQUESTED and self.awaits is self.side


@dataclass(frozen=True)
class OfferLine:
    public_id: str
    title: str
    is_draft: bool
    has_picture: bool


@dataclass(frozen=True)
class OfferingFacts:
    """What somebody who offers something has so far."""

    has_picture: bool
    offers: tuple[OfferLine, ...]
    has_hours: bool


@dataclass(frozen=True)
class Counts:
    unread: int = 0
    to_verify: int = 0  # people, for a steward
    diplomas: int = 0


class Kind(enum.StrEnum):
    ANSWER = "answer"
    REVIEW = "review"
    UNREAD = "unread"
    VERIFY = "verify"
    DIPLOMAS = "diplomas"
    HOURS = "hours"
    DRAFT = "draft"
    FIRST_OFFER = "first_offer"
    OFFER_PICTURE = "offer_picture"
    PORTRAIT = "portrait"


@dataclass(frozen=True)
class ToDo:
    kind: Kind
    booking: BookingLine | None = None
    offer: OfferLine | None = None
    count: int = 0


def to_do(
    bookings: Iterable[BookingLine], counts: Counts, offering: OfferingFacts | None
) -> list[ToDo]:
    """People who wait come first, by their deadline; what only makes a page nicer comes last."""
    lines = sorted(bookings, key=lambda line: line.answer_by)
    answers = [line for line in lines if line.awaits_me]
    reviews = sorted((line for line in lines if line.is_reviewable), key=lambda each: each.ends_at)
    found = [ToDo(Kind.ANSWER, booking=line) for line in answers[:MOST_TO_DO]]
    found += [ToDo(Kind.REVIEW, booking=line) for line in reviews[:MOST_TO_DO]]
    for kind, count in (
        (Kind.UNREAD, counts.unread),
        (Kind.VERIFY, counts.to_verify),
        (Kind.DIPLOMAS, counts.diplomas),
    ):
        if count:
            found.append(ToDo(kind, count=count))
    return found + (_to_do_for(offering) if offering else [])


def _to_do_for(offering: OfferingFacts) -> list[ToDo]:
    found = [] if offering.has_hours else [ToDo(Kind.HOURS)]
    if not offering.offers:
        found.append(ToDo(Kind.FIRST_OFFER))
    found += [ToDo(Kind.DRAFT, offer=offer) for offer in offering.offers if offer.is_draft]
    if not offering.has_picture:
        found.append(ToDo(Kind.PORTRAIT))
    bare = [o for o in offering.offers if not o.is_draft and not o.has_picture]
    return found + [ToDo(Kind.OFFER_PICTURE, offer=offer) for offer in bare[:1]]


@dataclass(frozen=True)
class Day:
    day: date
    is_today: bool
    is_past: bool
    bookings: tuple[BookingLine, ...]
    free: tuple[TimeSlot, ...]
    exception: str | None = None  # the reason of other hours on that day; "" without one
    is_closed: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.bookings and not self.free and self.exception is None


def span_of(first: date, zone: ZoneInfo) -> TimeSlot:
    """The instants of a week's local days, half-open."""
    return TimeSlot(_midnight(first, zone), _midnight(first + timedelta(days=DAYS), zone))


def days_of(
    first: date,
    now: datetime,
    zone: ZoneInfo,
    bookings: Sequence[BookingLine],
    free: Iterable[TimeSlot],
    exceptions: dict[date, tuple[bool, str]],
) -> list[Day]:
    """Seven days on the member's clock; a booking is on the day it starts.

    `free` is the time in which the member may be booked, as it is pictured; what somebody has
    asked for meanwhile is taken out, and so is the past. `exceptions` say of a day whether it is
    closed, and why.
    """
    today = to_local(now, zone).date()
    planned = [line for line in bookings if line.state in PLANNED]
    taken = [
        Load(line.starts_at, line.ends_at, None)
        for line in planned
        if line.state is BookingState.REQUESTED and line.side is Side.PROVIDER
    ]
    windows = [Window(slot.start, slot.end, 1) for slot in free]
    days = []
    for number in range(DAYS):
        day = first + timedelta(days=number)
        span = TimeSlot(_midnight(day, zone), _midnight(day + timedelta(days=1), zone))
        is_closed, reason = exceptions.get(day, (False, ""))
        days.append(
            Day(
                day,
                is_today=day == today,
                is_past=day < today,
                bookings=tuple(each for each in planned if _is_on(each, span)),
                free=_free_on(windows, taken, span, now),
                exception=reason if day in exceptions else None,
                is_closed=is_closed,
            )
        )
    return days


def _free_on(
    windows: list[Window], taken: list[Load], span: TimeSlot, now: datetime
) -> tuple[TimeSlot, ...]:
    if now >= span.end:
        return ()
    left = TimeSlot(max(span.start, now), span.end)
    return tuple(free_time(windows, taken, left, None))


def _is_on(line: BookingLine, span: TimeSlot) -> bool:
    return span.start <= line.starts_at < span.end


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return instant_of(datetime.combine(day, time()), zone)
