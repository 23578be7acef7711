"""Reviews and voices that count for nothing, by a decision; given back they are as before."""

from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.reviews.events import ReviewJudged
from pro_am.reviews.models import Review, Witness


def void(review: Review) -> None:
    """It is neither shown nor counted from now on."""
    with transaction():
        if review.voided_at is None:
            review.voided_at = clock.now()
            publish(ReviewJudged(review))


def restore(review: Review) -> None:
    with transaction():
        if review.voided_at is not None:
            review.voided_at = None
            publish(ReviewJudged(review))


def void_voice(witness: Witness) -> None:
    with transaction():
        if witness.voided_at is None:
            witness.voided_at = clock.now()
            publish(ReviewJudged(db.session.get_one(Review, witness.review_id)))


def restore_voice(witness: Witness) -> None:
    with transaction():
        if witness.voided_at is not None:
            witness.voided_at = None
            publish(ReviewJudged(db.session.get_one(Review, witness.review_id)))
