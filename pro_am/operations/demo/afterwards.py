"""What came with the reviews of the demo community: photos, and others who say that they match."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.media.rules import REVIEWED
from pro_am.operations.demo.members import MEMBERS
from pro_am.operations.demo.settling import scene
from pro_am.operations.demo.story import Story
from pro_am.operations.demo.whereabouts import MEMBER, PRO_AM
from pro_am.reviews.models import Review, ReviewPhoto, Witness
from pro_am.reviews.rules.witnesses import MOST_A_WEEK, WitnessKind
from pro_am.standing.rules import ReviewedAs

PHOTOS_EVERY = 9  # good reviews of pro-ams
WITNESSES_EVERY = 4  # reviews of pro-ams
AFTER = timedelta(days=2)
SAYS = (WitnessKind.SAME, WitnessKind.WAS_THERE)
MISMATCH = {
    "fr": "J’y étais la même semaine, et tout était à l’heure.",
    "en": "I was there in the same week, and everything was on time.",
}


def fill(
    told: Sequence[tuple[Story, Review]], members: Mapping[str, Member], now: datetime
) -> None:
    """Once reviews are written down: they have ids."""
    of_pro_ams = [(story, review) for story, review in told if _is_shown_of_pro_am(review, now)]
    _show_photos(of_pro_ams)
    _bear_witness(of_pro_ams, members, now)


def _is_shown_of_pro_am(review: Review, now: datetime) -> bool:
    return review.role is ReviewedAs.PROVIDER and review.shown_from <= now


def _show_photos(told: Sequence[tuple[Story, Review]]) -> None:
    good = [(story, review) for story, review in told if review.stars == 5]
    for story, review in good[::PHOTOS_EVERY]:
        stem = PRO_AM[story.pro_am].offers[story.offer].picture
        picture = scene(stem, review.author, MEMBER[story.host].language, prefix=REVIEWED)
        db.session.flush()  # photos need its id
        db.session.add(ReviewPhoto(picture_id=picture.id, review_id=review.id, position=0))


def _bear_witness(
    told: Sequence[tuple[Story, Review]], members: Mapping[str, Member], now: datetime
) -> None:
    """By verified members who were guests of the same pro-am; a few each."""
    verified = {of.key for of in MEMBERS if of.verified_by_steward}
    guests: dict[str, list[str]] = defaultdict(list)
    for story, _ in told:
        if story.host in verified and story.host not in guests[story.pro_am]:
            guests[story.pro_am].append(story.host)
    spoken: dict[str, int] = defaultdict(int)
    for number, (story, review) in enumerate(told[::WITNESSES_EVERY]):
        others = [key for key in guests[story.pro_am] if key != story.host]
        for key in others[: 1 + number % 2]:
            spoken[key] += 1
            if spoken[key] <= MOST_A_WEEK:
                db.session.add(_witness(review, members[key], MEMBER[key].language, number, now))


def _witness(review: Review, member: Member, language: str, number: int, now: datetime) -> Witness:
    disputes = review.stars <= 2
    return Witness(
        review_id=review.id,
        member_id=member.id,
        kind=WitnessKind.MISMATCH if disputes else SAYS[number % len(SAYS)],
        reason=MISMATCH[language] if disputes else "",
        at=min(review.shown_from + AFTER, now),
    )
