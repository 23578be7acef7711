"""Who keeps whom."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation.database import Model


class Favourite(Model):
    """A member keeps a pro-am, not one of their offers: people are found, offers come and go."""

    __tablename__ = "favourites"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    profile_id: Mapped[int] = mapped_column(ForeignKey("profiles.id"), primary_key=True, index=True)
    kept_at: Mapped[datetime]
