"""Whom a member keeps."""

from typing import NamedTuple

from sqlalchemy import func, select

from pro_am.accounts.models import Member
from pro_am.favourites.models import Favourite
from pro_am.foundation.database import db
from pro_am.moderation.queries import kept_apart
from pro_am.profiles.models import Profile


class Kept(NamedTuple):
    profile_id: int
    slug: str
    is_kept_apart: bool
    """The two must not meet."""


def is_kept(member: Member, profile_id: int) -> bool:
    return db.session.get(Favourite, (member.id, profile_id)) is not None


def count_of(member: Member) -> int:
    asked = select(func.count()).where(Favourite.member_id == member.id)
    return db.session.scalar(asked) or 0


def kept_by(member: Member) -> list[Kept]:
    """All of them, whether they can be booked or not; who was kept last comes first."""
    rows = db.session.execute(
        select(Profile.id, Profile.slug, kept_apart(member.id, Profile.member_id))
        .join(Favourite, Favourite.profile_id == Profile.id)
        .where(Favourite.member_id == member.id)
        .order_by(Favourite.kept_at.desc(), Profile.id)
    )
    return [Kept._make(row) for row in rows]


def favourite_facts(member: Member) -> list[dict[str, object]]:
    """What a member's own file says of them."""
    rows = db.session.execute(
        select(Member.name, Profile.slug, Favourite.kept_at)
        .join(Profile, Profile.id == Favourite.profile_id)
        .join(Member, Member.id == Profile.member_id)
        .where(Favourite.member_id == member.id)
        .order_by(Favourite.kept_at)
    )
    return [
        {"name": name, "address_of_page": f"/pro/{slug}", "kept_at": kept_at}
        for name, slug, kept_at in rows
    ]
