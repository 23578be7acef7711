"""Who waits for a time that is taken, in which order."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.availability.models import Hold
from pro_am.bookings.rules.waiting_list import PlaceState, place_state_at
from pro_am.foundation.database import Model
from pro_am.profiles.models import Offer


class WaitingPlace(Model):
    """One host's place in the waiting list of a start, or of a whole day."""

    __tablename__ = "waiting_places"
    __table_args__ = (
        CheckConstraint("people >= 1", "people"),
        Index("ix_waiting_places_calendar_state", "calendar_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    offer_id: Mapped[int] = mapped_column(ForeignKey("offers.id"), index=True)
    calendar_id: Mapped[int] = mapped_column(ForeignKey("calendars.id"))
    people: Mapped[int]
    time_zone: Mapped[str]  # of the calendar
    day: Mapped[date]  # on its clock
    starts_at: Mapped[datetime | None]  # None: any time of the day
    over_at: Mapped[datetime]  # from when on there is nothing left to wait for
    joined_at: Mapped[datetime]
    state: Mapped[PlaceState] = mapped_column(default=PlaceState.WAITING)
    # Nobody waits twice for the same: empty once the place is given up or used.
    live_key: Mapped[str | None] = mapped_column(unique=True)
    # What is offered: a real hold, for a while.
    hold_id: Mapped[int | None] = mapped_column(ForeignKey("holds.id"), unique=True)
    offered_until: Mapped[datetime | None]
    offers_made: Mapped[int] = mapped_column(default=0)  # makes the links of older offers stale

    member: Mapped[Member] = relationship(lazy="joined", innerjoin=True)
    offer: Mapped[Offer] = relationship()
    hold: Mapped[Hold | None] = relationship()

    def state_now(self, now: datetime) -> PlaceState:
        return place_state_at(
            self.state, offered_until=self.offered_until, over_at=self.over_at, now=now
        )
