"""What a member's own file says of reviews."""

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload, selectinload

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.reviews.models import Review, Witness


def review_facts(member: Member, now: datetime) -> list[dict[str, object]]:
    """What they wrote, and what others let them read: nothing that is sealed."""
    found = db.session.scalars(
        select(Review)
        .where(
            or_(
                Review.author_id == member.id,
                (Review.subject_id == member.id) & (Review.shown_from <= now),
            )
        )
        .options(joinedload(Review.booking), selectinload(Review.photos))
        .order_by(Review.id)
    )
    return [
        {
            "by_me": review.author_id == member.id,
            "booking": review.booking.reference,
            "took_place": review.happened,
            "stars": review.stars if review.happened else None,
            "facets": review.facets,
            "text": review.text,
            "photos": [photo.picture.alt for photo in review.photos],
            "private_note": review.private_note,
            "written_at": review.written_at,
            "reply": review.reply,
        }
        for review in found
    ]


def witness_facts(member: Member) -> list[dict[str, object]]:
    """What they said of reviews by others."""
    rows = db.session.execute(
        select(Witness.kind, Witness.reason, Witness.at, Witness.withdrawn_at)
        .where(Witness.member_id == member.id)
        .order_by(Witness.id)
    )
    return [dict(row._mapping) for row in rows]
