"""The operator's own cancellation policy."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation.database import Model


class OwnPolicy(Model):
    """Each change is a new row: the newest counts for bookings made from then on."""

    __tablename__ = "own_policies"

    id: Mapped[int] = mapped_column(primary_key=True)
    tiers: Mapped[list[Any]]  # pairs of minutes and percent, the longest notice first
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
