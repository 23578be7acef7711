"""Pairs of pro-ams, and who does not add to them."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation.database import Model

ALSO_BOOKED = "also_booked"  # its revision rises with every change of a pair


class AlsoBooked(Model):
    """Members who booked the one also booked the other. Worked out, so it can be so again."""

    __tablename__ = "also_booked"

    profile_id: Mapped[int] = mapped_column(ForeignKey("profiles.id"), primary_key=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("profiles.id"), primary_key=True, index=True)
    members: Mapped[int]
    strength: Mapped[float]


class LeftOut(Model):
    """A member whose bookings add to no pair, because they do not wish it."""

    __tablename__ = "also_booked_left_out"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    since: Mapped[datetime]
