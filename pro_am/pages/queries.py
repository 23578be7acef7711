"""What a public profile shows of the words of others, as plain rows that can be compared."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import DateTime, Integer, bindparam, func, select

from pro_am.accounts.models import Member
from pro_am.accounts.rules.names import first_name
from pro_am.bookings import queries as bookings
from pro_am.bookings.models import Booking
from pro_am.foundation.database import already_read, db
from pro_am.media.models import Picture, Portrait
from pro_am.media.queries import PictureFacts
from pro_am.reviews import queries as reviews
from pro_am.reviews.models import Review
from pro_am.reviews.queries import NONE_YET, Figures
from pro_am.standing.models import IdentityCheck, Score
from pro_am.standing.rules import ReviewedAs

_MEMBER, _NOW = bindparam("member_id", type_=Integer), bindparam("now", type_=DateTime)

_REVIEWS = (
    select(
        Review.public_id,
        Review.author_id,
        Review.stars,
        Review.text,
        Review.reply,
        Member.name,
        Member.erased_at,
        Booking.ends_at,
        Booking.offer_title,
        func.count().over(),
        func.avg(Review.stars).over(),
        *(getattr(Picture, name) for name in PictureFacts._fields),
    )
    .join(Member, Member.id == Review.author_id)
    .join(Booking, Booking.id == Review.booking_id)
    .outerjoin(Portrait, (Portrait.member_id == Review.author_id) & Portrait.is_public)
    .outerjoin(Picture, Picture.id == Portrait.picture_id)
    .where(
        Review.subject_id == _MEMBER,
        Review.role == ReviewedAs.PROVIDER,
        reviews.is_public(_NOW),
    )
    .order_by(Review.shown_from.desc(), Review.id.desc())
    .limit(bindparam("limit", type_=Integer))
)
_TRUST = (
    select(
        Score.score,
        IdentityCheck.member_id.is_not(None),
        bookings.kept_by(_MEMBER, _NOW),
    )
    .select_from(Member)
    .outerjoin(Score, (Score.member_id == Member.id) & (Score.role == ReviewedAs.PROVIDER))
    .outerjoin(IdentityCheck, IdentityCheck.member_id == Member.id)
    .where(Member.id == _MEMBER)
)


class Author(NamedTuple):
    name: str
    first_name: str


class Visit(NamedTuple):
    ends_at: datetime
    offer_title: str


class ShownReview(NamedTuple):
    """As `macros/reviews.html` draws it."""

    public_id: str | None
    author_id: int
    stars: int
    text: str
    reply: str
    author: Author
    booking: Visit
    face: PictureFacts | None
    """For everybody: none, if its owner keeps it for those they meet."""


class Trust(NamedTuple):
    score: float | None
    """None is unproven."""
    is_verified: bool
    kept_bookings: int


class Said(NamedTuple):
    """What others say of a pro-am, and what follows from it."""

    figures: Figures
    reviews: tuple[ShownReview, ...]
    trust: Trust


def said_of(member_id: int, now: datetime, limit: int) -> Said:
    """With the newest reviews; two questions, which are asked once for a page."""
    read = already_read()
    key = Said, member_id, limit
    if key not in read:
        read[key] = _said_of(member_id, now, limit)
    said: Said = read[key]
    return said


def _said_of(member_id: int, now: datetime, limit: int) -> Said:
    asked = {"member_id": member_id, "now": now}
    rows = db.session.execute(_REVIEWS, {**asked, "limit": limit}).all()
    figures = Figures(rows[0][9], float(rows[0][10])) if rows else NONE_YET
    score, is_verified, kept = db.session.execute(_TRUST, asked).one()
    return Said(
        figures, tuple(_review(*row) for row in rows), Trust(score, bool(is_verified), kept)
    )


def _review(*row: Any) -> ShownReview:
    public_id, author_id, stars, text, reply = row[:5]
    name, erased_at, ends_at, title = row[5:9]
    face = row[11:]
    return ShownReview(
        public_id,
        author_id,
        stars,
        text,
        reply,
        Author(name, first_name(name, is_erased=erased_at is not None)),
        Visit(ends_at, title),
        PictureFacts(*face) if face[0] else None,
    )
