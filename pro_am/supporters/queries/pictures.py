"""The pictures of a week's activities, for a friend who may see them."""

from collections.abc import Collection

from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.media.models import Picture
from pro_am.media.queries import PictureAddresses, picture_urls
from pro_am.programmes.models import Item

MOST = 12


def pictures_of(item_ids: Collection[int]) -> list[PictureAddresses]:
    """Their addresses, each picture once; those without words are for nobody else's eyes."""
    rows = db.session.scalars(
        select(Picture).where(Picture.id.in_(select(Item.picture_id).where(Item.id.in_(item_ids))))
    )
    return [picture_urls(each) for each in rows if each.alt][:MOST]
