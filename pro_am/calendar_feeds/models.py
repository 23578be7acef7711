"""The feed of a member, if they made one."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation.database import Model


class CalendarFeed(Model):
    """Its secret is worked out from the seed and the installation's key, so no copy of the
    database opens it; see docs/decisions."""

    __tablename__ = "calendar_feeds"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    seed: Mapped[str]
    fingerprint: Mapped[str] = mapped_column(unique=True)  # of the secret
    made_at: Mapped[datetime]
    shows_titles: Mapped[bool]
    shows_addresses: Mapped[bool]
