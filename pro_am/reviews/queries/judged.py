"""What a member wrote in a stretch of time, as moderators ask for it."""

from datetime import datetime

from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.reviews.models import Review, Witness


def written_between(author_id: int, since: datetime, until: datetime) -> list[Review]:
    return list(
        db.session.scalars(
            select(Review).where(
                Review.author_id == author_id,
                Review.written_at >= since,
                Review.written_at <= until,
            )
        )
    )


def voices_between(member_id: int, since: datetime, until: datetime) -> list[Witness]:
    return list(
        db.session.scalars(
            select(Witness).where(
                Witness.member_id == member_id, Witness.at >= since, Witness.at <= until
            )
        )
    )
