"""The bookings of a member's week, as lines."""

from datetime import datetime, timedelta

from sqlalchemy import BindParameter, and_, bindparam, case, exists, or_, select
from sqlalchemy.orm import aliased

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import HAPPENED, BookingState, Side, Times, state_at
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot
from pro_am.pages.my_week.rules import BookingLine
from pro_am.reviews.models import Review
from pro_am.reviews.rules.window import WINDOW

LONGEST_BOOKING = timedelta(days=1)

_host, _provider = aliased(Member), aliased(Member)
_member_id: BindParameter[int] = bindparam("member_id")
# Put together once: that costs more than asking it.
_AROUND = (
    select(
        Booking.reference,
        Booking.state,
        Booking.host_id,
        Booking.offer_title,
        case((Booking.host_id == _member_id, _provider.name), else_=_host.name),
        Booking.people,
        Booking.starts_at,
        Booking.ends_at,
        Booking.answer_by,
        Booking.time_zone,
        Booking.allergies != "",
        Booking.awaits,
        Booking.revision,
        exists().where(Review.booking_id == Booking.id, Review.author_id == _member_id),
    )
    .join(_host, _host.id == Booking.host_id)
    .join(_provider, _provider.id == Booking.provider_id)
    .where(
        or_(
            and_(Booking.host_id == _member_id, Booking.starts_at > bindparam("oldest")),
            and_(Booking.provider_id == _member_id, Booking.starts_at > bindparam("oldest")),
        ),
        or_(
            and_(Booking.state == BookingState.REQUESTED, Booking.answer_by > bindparam("now")),
            and_(
                Booking.state.in_(
                    [
                        BookingState.CONFIRMED,
                        BookingState.IN_PROGRESS,
                        BookingState.COMPLETED,
                        BookingState.CLOSED,
                    ]
                ),
                or_(
                    and_(
                        Booking.starts_at < bindparam("end"), Booking.ends_at > bindparam("start")
                    ),
                    and_(  # what can still be reviewed
                        Booking.ends_at <= bindparam("now"),
                        Booking.ends_at > bindparam("reviewed_since"),
                    ),
                ),
            ),
        ),
    )
    .order_by(Booking.starts_at, Booking.id)
)


def bookings_around(member: Member, span: TimeSlot, now: datetime) -> list[BookingLine]:
    """Bookings of the span, requests that wait, and what can still be reviewed; by their start."""
    facts = {
        "member_id": member.id,
        "oldest": min(span.start, now - WINDOW) - LONGEST_BOOKING,
        "now": now,
        "start": span.start,
        "end": span.end,
        "reviewed_since": now - WINDOW,
    }
    lines = []
    for row in db.session.execute(_AROUND, facts):
        reference, stored, host_id, title, name, people, start, end, answer_by, *rest = row
        zone, has_allergies, awaits, revision, is_reviewed = rest
        state = state_at(stored, Times(answer_by, start, end), now)
        lines.append(
            BookingLine(
                reference,
                state,
                Side.HOST if host_id == member.id else Side.PROVIDER,
                title,
                name.split()[0],
                people,
                start,
                end,
                answer_by,
                zone,
                bool(has_allergies),
                is_reviewable=not is_reviewed and state in HAPPENED and end <= now < end + WINDOW,
                awaits=awaits,
                revision=revision,
            )
        )
    return lines
