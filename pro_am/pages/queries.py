"""What a public profile shows of the words of others, as plain rows that can be compared."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import DateTime, Integer, bindparam, false, func, select

from pro_am.accounts.models import Member
from pro_am.accounts.rules.names import first_name
from pro_am.bookings import queries as bookings
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.no_show import MISSED
from pro_am.favourites.models import Favourite
from pro_am.foundation.database import already_read, db
from pro_am.media.models import Picture, Portrait
from pro_am.media.queries import PictureFacts
from pro_am.profiles.models import Profile
from pro_am.reviews import queries as reviews
from pro_am.reviews.models import Review
from pro_am.reviews.queries import NONE_YET, Figures
from pro_am.reviews.queries.figures import PERIODS, since
from pro_am.reviews.queries.photos import photo_count
from pro_am.reviews.queries.witnesses import Confirmations, voices
from pro_am.standing.models import IdentityCheck, Score
from pro_am.standing.rules import ReviewedAs

_MEMBER, _NOW = bindparam("member_id", type_=Integer), bindparam("now", type_=DateTime)

_STARS = (
    Review.stars,
    *(since(bindparam(f"since_{days}", type_=DateTime)) for days in PERIODS),
)


def _count_and_mean(stars: Any) -> tuple[Any, Any]:
    return func.count(stars).over(), func.avg(stars).over()


_REVIEWS = (
    select(
        Review.id,
        Review.public_id,
        Review.author_id,
        Review.stars,
        Review.text,
        Review.reply,
        photo_count(),
        *voices(),
        Member.name,
        Member.erased_at,
        Booking.ends_at,
        Booking.offer_title,
        Booking.total_minor,
        Booking.state.in_(MISSED) | func.coalesce(Booking.outcome.in_(MISSED), false()),
        *(figure for stars in _STARS for figure in _count_and_mean(stars)),
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
        Favourite.member_id.is_not(None),
    )
    .select_from(Member)
    .outerjoin(Score, (Score.member_id == Member.id) & (Score.role == ReviewedAs.PROVIDER))
    .outerjoin(IdentityCheck, IdentityCheck.member_id == Member.id)
    .outerjoin(Profile, Profile.member_id == Member.id)
    .outerjoin(
        Favourite,
        (Favourite.profile_id == Profile.id)
        & (Favourite.member_id == bindparam("viewer_id", type_=Integer)),
    )
    .where(Member.id == _MEMBER)
)
_NUMBERS = slice(15, 15 + 2 * len(_STARS))  # where the figures stand in a row


class Author(NamedTuple):
    name: str
    first_name: str


class Visit(NamedTuple):
    ends_at: datetime
    offer_title: str
    total_minor: int
    was_missed: bool


class ShownReview(NamedTuple):
    """As `macros/reviews.html` draws it."""

    id: int
    public_id: str | None
    author_id: int
    stars: int
    text: str
    reply: str
    photo_count: int
    voices: Confirmations
    author: Author
    booking: Visit
    face: PictureFacts | None
    """For everybody: none, if its owner keeps it for those they meet."""


class Trust(NamedTuple):
    score: float | None
    """None is unproven."""
    is_verified: bool
    kept_bookings: int
    is_favourite: bool
    """Of the reader; of no visitor."""


class Said(NamedTuple):
    """What others say of a pro-am, and what follows from it."""

    figures: Figures
    lately: tuple[tuple[int, Figures], ...]
    """By days: pairs, so that they can be compared."""
    reviews: tuple[ShownReview, ...]
    trust: Trust


def said_of(member_id: int, now: datetime, limit: int, viewer_id: int | None = None) -> Said:
    """With the newest reviews; two questions, which are asked once for a page."""
    read = already_read()
    key = Said, member_id, limit
    if key not in read:
        read[key] = _said_of(member_id, now, limit, viewer_id)
    said: Said = read[key]
    return said


def _said_of(member_id: int, now: datetime, limit: int, viewer_id: int | None) -> Said:
    asked = {"member_id": member_id, "now": now}
    lately = {f"since_{days}": now - timedelta(days=days) for days in PERIODS}
    rows = db.session.execute(_REVIEWS, {**asked, **lately, "limit": limit}).all()
    numbers = tuple(rows[0])[_NUMBERS] if rows else ()
    all_time, *periods = _figures(numbers) if rows else [NONE_YET] * len(_STARS)
    trust = db.session.execute(_TRUST, {**asked, "viewer_id": viewer_id}).one()
    score, is_verified, kept, is_favourite = trust
    return Said(
        all_time,
        tuple(zip(PERIODS, periods, strict=True)),
        tuple(_review(*row) for row in rows),
        Trust(score, bool(is_verified), kept, bool(is_favourite)),
    )


def _figures(numbers: Sequence[Any]) -> list[Figures]:
    """Pairs of count and mean, one after the other."""
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return [Figures(count, float(mean)) if count else NONE_YET for count, mean in pairs]


def _review(*row: Any) -> ShownReview:
    name, erased_at, *visit = row[9:15]
    face = row[_NUMBERS.stop :]
    return ShownReview._make(
        (
            *row[:7],
            Confirmations(*row[7:9]),
            Author(name, first_name(name, is_erased=erased_at is not None)),
            Visit(*visit),
            PictureFacts(*face) if face[0] else None,
        )
    )
