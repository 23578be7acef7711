"""The photos of reviews: whose they are, who may see them, which were left over."""

from collections.abc import Collection
from datetime import datetime

from flask import url_for
from sqlalchemy import ScalarSelect, func, or_, select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.media.models import Picture
from pro_am.media.queries import PictureAddresses, PictureFacts, picture_urls
from pro_am.media.rules import REVIEWED
from pro_am.reviews.models import Review, ReviewPhoto
from pro_am.reviews.queries.figures import is_public


def photo_urls(picture: Picture | PictureFacts) -> PictureAddresses:
    """What `<picture>` needs, under addresses that know whether a review is shown."""
    return picture_urls(
        picture,
        lambda width, extension: url_for(
            "reviews.photo", public_id=picture.public_id, width=width, extension=extension
        ),
    )


def photos_of(review_ids: Collection[int]) -> dict[int, list[PictureFacts]]:
    """By review, in their order; one question, none about no review."""
    if not review_ids:
        return {}
    found: dict[int, list[PictureFacts]] = {}
    columns = [getattr(Picture, name) for name in PictureFacts._fields]
    rows = db.session.execute(
        select(ReviewPhoto.review_id, *columns)
        .join(Picture, Picture.id == ReviewPhoto.picture_id)
        .where(ReviewPhoto.review_id.in_(review_ids))
        .order_by(ReviewPhoto.review_id, ReviewPhoto.position)
    )
    for review_id, *facts in rows:
        found.setdefault(review_id, []).append(PictureFacts(*facts))
    return found


def photo_count() -> ScalarSelect[int]:
    """How many photos each review of a larger question has."""
    counted = select(func.count()).where(ReviewPhoto.review_id == Review.id)
    return counted.correlate(Review).scalar_subquery()


def visible_photo(public_id: str, viewer: Member | None, now: datetime) -> Picture | None:
    """A photo that may be looked at: its review is shown, or it is one's own."""
    is_own = Picture.owner_id == (viewer.id if viewer else None)
    return db.session.scalar(
        select(Picture)
        .outerjoin(ReviewPhoto, ReviewPhoto.picture_id == Picture.id)
        .outerjoin(Review, Review.id == ReviewPhoto.review_id)
        .where(
            Picture.public_id == public_id,
            Picture.public_id.startswith(REVIEWED),
            or_(is_public(now), is_own),
        )
    )


def own_pictures(author: Member, public_ids: Collection[str]) -> dict[str, Picture]:
    """Those that a member has sent for reviews, by their public ids."""
    found = db.session.scalars(
        select(Picture).where(
            Picture.public_id.in_(public_ids),
            Picture.public_id.startswith(REVIEWED),
            Picture.owner_id == author.id,
        )
    )
    return {picture.public_id: picture for picture in found}


def left_over(before: datetime) -> list[Picture]:
    """Photos that came with a review which was never sent."""
    shown = select(ReviewPhoto.picture_id).where(ReviewPhoto.picture_id == Picture.id)
    return list(
        db.session.scalars(
            select(Picture).where(
                Picture.public_id.startswith(REVIEWED),
                Picture.created_at < before,
                ~shown.exists(),
            )
        )
    )
