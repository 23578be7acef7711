"""Pure: when a booking can be reviewed, and by which of the two.

From its end, for fourteen days; that of a programme until fourteen days after its weeks. Where it
went otherwise, from the moment it is settled: a claim that stands, a decision by moderators.
Whoever was not there has nothing to review; whoever waited for them has.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pro_am.bookings.rules.disputes import Outcome
from pro_am.bookings.rules.life import AHEAD, BookingState, Side
from pro_am.bookings.rules.no_show import contest_until
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.reviews.rules.cases import STANDS, AlreadySettled, CaseOutcome

WINDOW = timedelta(days=14)
# When a review would open whose booking nobody has settled yet.
NOT_YET = datetime(9999, 1, 1)  # noqa: DTZ001 - naive is UTC here

_MISSED_BY = {
    BookingState.NO_SHOW_HOST: Side.HOST,
    BookingState.NO_SHOW_PROVIDER: Side.PROVIDER,
    Outcome.NO_SHOW_HOST: Side.HOST,
    Outcome.NO_SHOW_PROVIDER: Side.PROVIDER,
}


class TooEarly(Refusal):
    message = mark("You can review each other once the booking is over.")


class WindowClosed(Refusal):
    message = mark("The fourteen days for reviews are over.")


class NeverHappened(Refusal):
    message = mark("Only bookings that took place can be reviewed.")


class NotSettled(Refusal):
    message = mark(
        "It is not settled yet what happened. Then you have fourteen days to review each other."
    )


class YouWereAway(Refusal):
    message = mark("You two did not meet, and you were not there: only the other can review this.")


class FoundNotToHaveHappened(Refusal):
    message = mark("It is settled that this did not take place: there is nothing to review.")


@dataclass(frozen=True)
class BookingFacts:
    """What decides whether one side of a booking may review it (UTC)."""

    state: BookingState  # as it is now
    took_place: bool  # as far as it is known
    side: Side  # of whoever asks
    end: datetime
    outcome: Outcome | None = None  # of a dispute ...
    decided_at: datetime | None = None  # ... and when moderators decided it
    claimed_at: datetime | None = None  # when one said that the other did not come
    # What became of somebody's word, afterwards, that nothing took place.
    doubt: CaseOutcome | None = None
    doubt_settled_at: datetime | None = None
    weeks: int = 0  # of a programme that began with this booking

    @property
    def missed_by(self) -> Side | None:
        """Who was not there."""
        return _MISSED_BY.get(self.outcome or self.state)


def opens_at(booking: BookingFacts) -> datetime:
    """From when on it can be reviewed, if at all."""
    moments = [booking.end]
    if booking.outcome is None and booking.missed_by and booking.claimed_at:
        moments.append(contest_until(booking.claimed_at))
    if booking.outcome and booking.decided_at:
        moments.append(booking.decided_at)
    if booking.doubt is CaseOutcome.DISMISSED and booking.doubt_settled_at:
        moments.append(booking.doubt_settled_at)
    return max(moments)


def closes_at(booking: BookingFacts) -> datetime:
    """A programme is known at its end: its first week begins up to a week after the first talk."""
    length = timedelta(weeks=booking.weeks + 1) if booking.weeks else timedelta(0)
    return opens_at(booking) + length + WINDOW


def has_ground(booking: BookingFacts) -> bool:
    """Whether there is something to review for whoever asks, at whatever time."""
    if booking.doubt in STANDS or booking.missed_by is booking.side:
        return False
    return booking.took_place or booking.missed_by is not None


def check_open(booking: BookingFacts, now: datetime) -> None:
    """Raise unless whoever asks may review this booking now."""
    if booking.state is BookingState.DISPUTED:
        raise NotSettled
    if booking.state in AHEAD or (booking.took_place and now < booking.end):
        raise TooEarly
    if booking.doubt in STANDS:
        raise FoundNotToHaveHappened
    if booking.missed_by is booking.side:
        raise YouWereAway
    if not booking.took_place and booking.missed_by is None:
        raise NeverHappened
    if now < opens_at(booking):
        raise NotSettled
    if now >= closes_at(booking):
        raise WindowClosed


def check_doubtable(booking: BookingFacts) -> None:
    """Raise unless one may still say that nothing took place: nobody has decided it."""
    if booking.doubt is CaseOutcome.DISMISSED or booking.outcome is not None:
        raise AlreadySettled
    if not booking.took_place:
        raise NeverHappened


def days_left(closes: datetime, now: datetime) -> int:
    """Whole days in which a review is still possible, the present one included."""
    return max(0, -((now - closes) // timedelta(days=1)))
