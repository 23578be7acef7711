"""What ranks pro-ams beside their offers and their trust; it changes slowly, and is read daily."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from pro_am.bookings.queries.answered import answered_of
from pro_am.foundation.database import db
from pro_am.reviews.models import Review
from pro_am.reviews.queries import is_public
from pro_am.search.rules.arrangement import REVIEWS_OF_NEWCOMERS
from pro_am.search.rules.rank import answered_share
from pro_am.standing.rules import ReviewedAs

ANSWERS_OF = timedelta(days=180)


@dataclass(frozen=True)
class PeopleFacts:
    """By member, as of the beginning of a day."""

    day: date
    answered: dict[int, float] = field(default_factory=dict)
    """The share of requests answered in time, of those who were asked of late."""
    known: frozenset[int] = frozenset()
    """Who has so many reviews that they are no newcomers."""


def people_facts(now: datetime) -> PeopleFacts:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return PeopleFacts(
        now.date(),
        {
            member_id: answered_share(*counts)
            for member_id, counts in answered_of(midnight - ANSWERS_OF, midnight).items()
        },
        frozenset(
            db.session.scalars(
                select(Review.subject_id)
                .where(Review.role == ReviewedAs.PROVIDER, is_public(midnight))
                .group_by(Review.subject_id)
                .having(func.count() >= REVIEWS_OF_NEWCOMERS)
            )
        ),
    )
