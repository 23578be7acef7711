"""The public evidence on a score: reviews with what they weigh, under pseudonyms."""

import hashlib
import hmac

from flask import current_app
from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.reviews.models import Review
from pro_am.standing.models import Score
from pro_am.trust.models import ReviewWeight
from pro_am.trust.rules.evidence_file import EvidenceFile, Numbers, ReviewLine


def evidence_file_of(score: Score) -> EvidenceFile:
    """As of the run that wrote the score."""
    whose = f"{score.member_id} {score.role.value}"
    rows = db.session.execute(
        select(
            Review.id,
            Review.author_id,
            Review.stars,
            Review.shown_from,
            ReviewWeight.weight,
            ReviewWeight.undecayed,
        )
        .join(ReviewWeight, ReviewWeight.review_id == Review.id)
        .where(Review.subject_id == score.member_id, Review.role == score.role)
        .order_by(Review.shown_from, Review.id)
    )
    return EvidenceFile(
        version=score.version,
        computed_at=score.computed_at,
        member=_pseudonym(whose, "member"),
        role=score.role,
        standing=score.figures["standing"],
        stake=score.figures["stake"],
        reviews=tuple(
            ReviewLine(
                _pseudonym(whose, f"review {review_id}"),
                _pseudonym(whose, f"author {author_id}"),
                *(stars, shown_from, weight, undecayed),
            )
            for review_id, author_id, stars, shown_from, weight, undecayed in rows
        ),
        told=Numbers(score.score, score.low, score.high, score.parts),
    )


def _pseudonym(whose: str, what: str) -> str:
    """The same in every file about one profile, another in the file about another.

    Two files side by side do not tell that the same person wrote in both.
    """
    key = current_app.config["SECRET_KEY"].encode()
    named = f"trust evidence\n{whose}\n{what}".encode()
    return hmac.new(key, named, hashlib.sha256).hexdigest()[:20]
