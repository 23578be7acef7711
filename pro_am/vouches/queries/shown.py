"""Who vouches for somebody, as plain rows that pages show and compare."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import DateTime, Integer, bindparam, exists, func, or_, select
from sqlalchemy.orm import aliased

from pro_am.accounts.models import Member
from pro_am.foundation.database import already_read, db
from pro_am.media.models import Picture, Portrait
from pro_am.media.queries import PictureFacts
from pro_am.profiles.models import Profile
from pro_am.profiles.rules import Publication
from pro_am.vouches.models import Vouch
from pro_am.vouches.queries import counts, is_here
from pro_am.vouches.rules.confirming import STANDS_FOR
from pro_am.vouches.rules.vouch import Basis, Relation

MOST_SHOWN = 30

_MEMBER = bindparam("member_id", type_=Integer)
_SINCE = bindparam("confirmed_after", type_=DateTime)
_ANSWERED = aliased(Vouch)
# Of two that answer each other, the later adds nothing.
_EARLIER_ANSWER = exists().where(
    _ANSWERED.voucher_id == Vouch.vouched_id,
    _ANSWERED.vouched_id == Vouch.voucher_id,
    counts(_SINCE, _ANSWERED),
    or_(
        _ANSWERED.given_at < Vouch.given_at,
        (_ANSWERED.given_at == Vouch.given_at) & (_ANSWERED.id < Vouch.id),
    ),
)
_SHOWN = (
    select(
        Vouch.public_id,
        Vouch.voucher_id,
        Member.name,
        Member.created_at,
        Vouch.shows_name,
        Profile.slug,
        Vouch.basis,
        Vouch.relation,
        Vouch.known_since,
        Vouch.craft,
        Vouch.speciality,
        Vouch.words,
        Member.language,
        Vouch.given_at,
        _EARLIER_ANSWER,
        *(getattr(Picture, name) for name in PictureFacts._fields),
    )
    .join(Member, Member.id == Vouch.voucher_id)
    .outerjoin(Profile, (Profile.member_id == Member.id) & (Profile.state == Publication.PUBLISHED))
    .outerjoin(Portrait, (Portrait.member_id == Member.id) & Portrait.is_public)
    .outerjoin(Picture, Picture.id == func.coalesce(Portrait.picture_id, Profile.picture_id))
    .where(Vouch.vouched_id == _MEMBER, counts(_SINCE), is_here(Member))
    .order_by(Vouch.weight.desc(), Vouch.given_at, Vouch.id)
    .limit(MOST_SHOWN)
)


class ShownVouch(NamedTuple):
    public_id: str
    voucher_id: int
    name: str
    member_since: datetime
    shows_name: bool
    """To members who are signed in; everybody else reads since when they are a member."""
    slug: str | None
    """Of the voucher's own public profile."""
    basis: Basis
    relation: Relation | None
    known_since: int | None
    craft: str
    speciality: str
    words: str
    language: str
    given_at: datetime
    counts_once: bool
    """Whether it answers an earlier one, and so adds nothing."""
    face: PictureFacts | None


def vouches_for(member_id: int, now: datetime) -> tuple[ShownVouch, ...]:
    """Those that count; one question, which is asked once for a page."""
    read = already_read()
    key = ShownVouch, member_id
    if key not in read:
        asked = {"member_id": member_id, "confirmed_after": now - STANDS_FOR}
        read[key] = tuple(_shown(*row) for row in db.session.execute(_SHOWN, asked))
    found: tuple[ShownVouch, ...] = read[key]
    return found


def _shown(*row: Any) -> ShownVouch:
    face = PictureFacts(*row[15:]) if row[15] else None
    return ShownVouch._make((*row[:14], bool(row[14]), face))
