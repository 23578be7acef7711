"""What happened here that others may care about."""

from dataclasses import dataclass
from datetime import datetime

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking, Dispute, Statement
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


@dataclass(frozen=True)
class StatementMade:
    """One side has told moderators how it was."""

    dispute: Dispute
    statement: Statement
