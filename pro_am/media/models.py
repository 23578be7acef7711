"""Pictures as they are stored: a row here, its renditions in the uploads folder; and faces."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

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


class Portrait(Model):
    """The face that a member shows, as a member and not as a pro-am: those have a profile."""

    __tablename__ = "portraits"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    picture_id: Mapped[int] = mapped_column(ForeignKey("pictures.id"), unique=True)
    # To everybody, or only to those who have said yes to a request: looks are not to decide.
    is_public: Mapped[bool]

    picture: Mapped[Picture] = relationship(lazy="joined", innerjoin=True)
