"""Pictures as they are stored: a row here, its renditions in the uploads folder."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation.database import Model
from pro_am.media.rules import PictureState


class Picture(Model):
    """A row exists once people can be shown something; when it is ready, every rendition does."""

    __tablename__ = "pictures"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    width: Mapped[int]  # of the upright original, in points
    height: Mapped[int]
    alt: Mapped[str]
    bytes: Mapped[int]  # of all renditions there are
    state: Mapped[PictureState]
    created_at: Mapped[datetime]
