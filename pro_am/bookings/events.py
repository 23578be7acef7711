"""What happened here that others may care about."""

from dataclasses import dataclass
from datetime import datetime

from pro_am.accounts.models import Member
from pro_am.bookings.models import (
    Booking,
    BookingReminder,
    BookingSeries,
    Dispute,
    MoveProposal,
    Statement,
    WaitingPlace,
)
from pro_am.bookings.rules.answer_reminders import Moment


@dataclass(frozen=True)
class BookingRequested:
    booking: Booking


@dataclass(frozen=True)
class BookingProposed:
    """Whoever had to answer proposes something else; now the other has to."""

    booking: Booking
    by: Member
    before: datetime  # when it would have been
    message: str


@dataclass(frozen=True)
class AnswerDue:
    """Whoever has to answer a request is to be reminded."""

    booking: Booking
    moment: Moment


@dataclass(frozen=True)
class BookingMoved:
    """A booking went to another state: by a member, or by time (`by` is None)."""

    booking: Booking
    by: Member | None
    reason: str
    is_of_many: bool = False  # one of a series: they are told of together


@dataclass(frozen=True)
class BookingRescheduled:
    """A booking or request is at another time now."""

    booking: Booking
    by: Member
    old_start: datetime
    reason: str


@dataclass(frozen=True)
class MoveProposed:
    booking: Booking
    proposal: MoveProposal
    by: Member


@dataclass(frozen=True)
class MoveRefused:
    """The other time is off, by the host or by whoever proposed it; the booking stays."""

    booking: Booking
    proposal: MoveProposal
    by: Member
    reason: str


@dataclass(frozen=True)
class SeriesRequested:
    series: BookingSeries
    bookings: list[Booking]


@dataclass(frozen=True)
class SeriesMoved:
    """Several bookings of a series went to another state in one act."""

    series: BookingSeries
    bookings: list[Booking]
    by: Member
    reason: str


@dataclass(frozen=True)
class PlaceOffered:
    """What somebody waits for is held for them for a while."""

    place: WaitingPlace


@dataclass(frozen=True)
class ReminderDue:
    """One of the two is to be reminded; whoever writes the letter notes which it is."""

    booking: Booking
    reader: Member
    reminder: BookingReminder


@dataclass(frozen=True)
class StatementMade:
    """One side has told moderators how it was."""

    dispute: Dispute
    statement: Statement
