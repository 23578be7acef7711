"""The shortest way of trust from a member to others: one question for a whole page."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import aliased

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.media.models import Picture, Portrait
from pro_am.media.queries import PictureFacts
from pro_am.profiles.models import Profile
from pro_am.profiles.rules import Publication
from pro_am.vouches.queries.ways import ways
from pro_am.vouches.rules.confirming import STANDS_FOR
from pro_am.vouches.rules.thread import FirstStep


class Between(NamedTuple):
    """Somebody on the way; `name` is None when they keep it to themselves."""

    name: str | None
    face: PictureFacts | None


class Path(NamedTuple):
    """From the viewer to a member: how it begins, and who vouches on the way."""

    first: FirstStep
    between: tuple[Between, ...]


def threads_from(viewer_id: int, member_ids: Collection[int], now: datetime) -> dict[int, Path]:
    """By member, for those who are at most three steps away; never through who is kept apart."""
    asked = {
        "viewer_id": viewer_id,
        "targets": [each for each in member_ids if each != viewer_id],
        "now": now,
        "confirmed_after": now - STANDS_FOR,
    }
    return {row[0]: _path(*row[1:]) for row in db.session.execute(_PATHS, asked)}


def _paths() -> Select[Any]:
    found = ways()
    a, b = aliased(Member), aliased(Member)
    a_picture, b_picture = aliased(Picture), aliased(Picture)
    return (
        select(
            found.c.target,
            found.c.length,
            found.c.step,
            case((found.c.a_named, a.name)),
            case((found.c.b_named, b.name)),
            *(getattr(a_picture, name) for name in PictureFacts._fields),
            *(getattr(b_picture, name) for name in PictureFacts._fields),
        )
        .outerjoin(a, a.id == found.c.a_id)
        .outerjoin(b, b.id == found.c.b_id)
        .outerjoin(a_picture, a_picture.id == _face_of(found.c.a_id))
        .outerjoin(b_picture, b_picture.id == _face_of(found.c.b_id))
        .where(found.c.place == 1)
    )


def _face_of(member_id: Any) -> Any:
    """The picture that everybody may see: a member's public one, or that of a pro-am."""
    portrait = select(Portrait.picture_id).where(
        Portrait.member_id == member_id, Portrait.is_public
    )
    profile = select(Profile.picture_id).where(
        Profile.member_id == member_id, Profile.state == Publication.PUBLISHED
    )
    return func.coalesce(portrait.scalar_subquery(), profile.scalar_subquery())


_PATHS = _paths()


def _path(*row: Any) -> Path:
    length, first, a_name, b_name = row[:4]
    faces = row[4:9], row[9:14]
    people = [
        Between(name, PictureFacts(*face) if name and face[0] else None)
        for name, face in zip((a_name, b_name), faces, strict=True)
    ]
    return Path(FirstStep(first), tuple(people[: length - 1]))
