"""Reviews that a decision takes out of every count, and those of an account somebody else had."""

from pro_am.foundation.events import listen
from pro_am.moderation.events import (
    AccountTakenOver,
    RestrictionBegan,
    RestrictionEnded,
    TakeoverUndone,
)
from pro_am.moderation.models import Takeover
from pro_am.moderation.queries.freezing import was_taken_over
from pro_am.moderation.queries.restrictions import standing
from pro_am.moderation.rules.restrictions import Kind
from pro_am.reviews import queries
from pro_am.reviews.actions import judging
from pro_am.reviews.models import Review, Witness
from pro_am.reviews.queries import judged


def attach() -> None:
    listen(RestrictionBegan, _restricted)
    listen(RestrictionEnded, _given_back)
    listen(AccountTakenOver, _taken_over)
    listen(TakeoverUndone, _was_theirs)


def _restricted(event: RestrictionBegan) -> None:
    if review := _voided_by(event):
        judging.void(review)


def _given_back(event: RestrictionEnded) -> None:
    if review := _voided_by(event):
        _restore(review)


def _voided_by(event: RestrictionBegan | RestrictionEnded) -> Review | None:
    is_void = event.restriction.kind is Kind.REVIEW_VOIDED
    return queries.review_with(event.restriction.ref) if is_void else None


def _taken_over(event: AccountTakenOver) -> None:
    for review in _reviews_in(event.takeover):
        judging.void(review)
    for witness in _voices_in(event.takeover):
        judging.void_voice(witness)


def _was_theirs(event: TakeoverUndone) -> None:
    for review in _reviews_in(event.takeover):
        _restore(review)
    for witness in _voices_in(event.takeover):
        if not was_taken_over(witness.member_id, witness.at):
            judging.restore_voice(witness)


def _reviews_in(takeover: Takeover) -> list[Review]:
    return judged.written_between(takeover.member_id, takeover.since, takeover.said_at)


def _voices_in(takeover: Takeover) -> list[Witness]:
    return judged.voices_between(takeover.member_id, takeover.since, takeover.said_at)


def _restore(review: Review) -> None:
    """If nothing else keeps it out."""
    if not was_taken_over(review.author_id, review.written_at) and not standing(
        review.author_id, Kind.REVIEW_VOIDED, review.public_id or ""
    ):
        judging.restore(review)
