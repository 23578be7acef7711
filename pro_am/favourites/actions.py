"""Keeping somebody, and letting go."""

from collections.abc import Collection

from sqlalchemy import delete, or_, select

from pro_am.accounts.models import Member
from pro_am.favourites import queries, rules
from pro_am.favourites.models import Favourite
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.profiles.models import Profile


def keep(member: Member, profile: Profile) -> None:
    """Once, however often it is asked."""
    with transaction():
        if queries.is_kept(member, profile.id):
            return
        rules.check_keeping(queries.count_of(member), is_own=profile.member_id == member.id)
        db.session.add(Favourite(member_id=member.id, profile_id=profile.id, kept_at=clock.now()))


def let_go(member: Member, profile_ids: Collection[int]) -> None:
    with transaction():
        db.session.execute(
            delete(Favourite).where(
                Favourite.member_id == member.id, Favourite.profile_id.in_(profile_ids)
            )
        )


def forget_member(member: Member) -> None:
    """Whom they kept, and that others kept them."""
    theirs = select(Profile.id).where(Profile.member_id == member.id)
    with transaction():
        db.session.execute(
            delete(Favourite).where(
                or_(Favourite.member_id == member.id, Favourite.profile_id.in_(theirs))
            )
        )
