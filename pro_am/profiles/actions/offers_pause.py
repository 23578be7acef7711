"""Offers that cannot be booked or found for a while: decided by a rule or a person, not by their
owner. What was public before is so again afterwards, and nothing else.
"""

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.moderation.actions import restrictions
from pro_am.moderation.actions.restrictions import Grounds
from pro_am.moderation.rules.restrictions import Kind, Rule
from pro_am.profiles import queries
from pro_am.profiles.events import ProfileChanged
from pro_am.profiles.rules import Publication


def pause_offers(member_id: int, *, words_fr: str, words_en: str) -> None:
    """Three of the last five credible reviews are bad: until a person has looked.

    The words say which reviews those are; the member reads them with the rule. Said again while
    it is in force, nothing changes.
    """
    with transaction():
        if queries.profile_of_id(member_id):
            restrictions.impose(
                db.session.get_one(Member, member_id),
                Kind.OFFERS_PAUSE,
                Grounds(Rule.BAD_REVIEWS, words_fr, words_en),
                by=None,
            )


def keep_back(member_id: int) -> None:
    """A pause begins: what is public waits."""
    with transaction():
        profile = queries.profile_of_id(member_id)
        if profile is None or profile.offers_paused_at:
            return
        profile.offers_paused_at = clock.now()
        for offer in profile.offers:
            if offer.is_published:
                offer.state, offer.is_kept_back = Publication.PAUSED, True
        publish(ProfileChanged(profile.id))


def let_go(member_id: int) -> None:
    """It ends: what waited is public, if its owner has not made it something unfinished."""
    with transaction():
        profile = queries.profile_of_id(member_id)
        if profile is None or not profile.offers_paused_at:
            return
        profile.offers_paused_at = None
        for offer in profile.offers:
            if offer.is_kept_back:
                offer.is_kept_back = False
                if not queries.lacks_of(offer):
                    offer.state = Publication.PUBLISHED
        publish(ProfileChanged(profile.id))
