"""Which bookings somebody may have to be asked about."""

from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select

from pro_am.bookings.models import Booking, Dispute
from pro_am.bookings.rules.no_show import CONTEST_WITHIN
from pro_am.foundation.database import db
from pro_am.reviews.models import Review, ReviewCase, ReviewLetter
from pro_am.reviews.queries.waiting import CANDIDATES
from pro_am.reviews.rules.letters import LAST_DAYS, LATE_BY, Moment
from pro_am.reviews.rules.window import WINDOW


def bookings_due(now: datetime) -> list[int]:
    """Ids of bookings whose window opened, or has but few days left, and not both were asked.

    A few too many: the rules decide.
    """
    due: dict[int, None] = {}
    for moment, opened in ((Moment.OPENED, now), (Moment.LAST_DAYS, now - WINDOW + LAST_DAYS)):
        asked = (
            select(func.count())
            .where(ReviewLetter.booking_id == Booking.id, ReviewLetter.moment == moment)
            .scalar_subquery()
        )
        found = db.session.scalars(
            select(Booking.id)
            .outerjoin(Dispute, Dispute.booking_id == Booking.id)
            .where(Booking.state.in_(CANDIDATES), _opened(opened), asked < 2)
            .order_by(Booking.ends_at, Booking.id)
        )
        due.update(dict.fromkeys(found))
    return list(due)


def _opened(by: datetime) -> ColumnElement[bool]:
    """Whether the window opened in the last hours before this moment."""
    doubted = (
        select(Review.booking_id)
        .join(ReviewCase, ReviewCase.review_id == Review.id)
        .where(ReviewCase.settled_at > by - LATE_BY, ReviewCase.settled_at <= by)
    )
    return or_(
        (Booking.ends_at > by - LATE_BY) & (Booking.ends_at <= by),
        (Booking.claimed_at > by - LATE_BY - CONTEST_WITHIN)
        & (Booking.claimed_at <= by - CONTEST_WITHIN),
        (Dispute.decided_at > by - LATE_BY) & (Dispute.decided_at <= by),
        Booking.id.in_(doubted),
    )
