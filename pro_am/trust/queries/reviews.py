"""What reviews weigh, as last computed."""

from collections.abc import Collection

from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.reviews.models import Review
from pro_am.trust.models import ReviewWeight


def weights_of(review_ids: Collection[int]) -> dict[int, float]:
    found = db.session.execute(
        select(ReviewWeight.review_id, ReviewWeight.weight).where(
            ReviewWeight.review_id.in_(review_ids)
        )
    )
    return {review_id: weight for review_id, weight in found}


def reviews_by_id(review_ids: Collection[int]) -> dict[int, Review]:
    found = db.session.scalars(select(Review).where(Review.id.in_(review_ids)))
    return {review.id: review for review in found}
