"""Pictures of activities, of templates and of programmes."""

from datetime import datetime

from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.media.models import Picture
from pro_am.media.rules import PLANNED
from pro_am.programmes.models import Item, TemplateItem


def left_over(before: datetime) -> list[Picture]:
    """Those that no activity shows."""
    planned = select(Item.picture_id).where(Item.picture_id == Picture.id)
    drafted = select(TemplateItem.picture_id).where(TemplateItem.picture_id == Picture.id)
    return list(
        db.session.scalars(
            select(Picture).where(
                Picture.public_id.startswith(PLANNED),
                Picture.created_at < before,
                ~planned.exists(),
                ~drafted.exists(),
            )
        )
    )
