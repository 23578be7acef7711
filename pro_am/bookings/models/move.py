"""Another time for what is agreed, as its pro-am proposes it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.availability.models import Hold
from pro_am.bookings.models.booking import Booking
from pro_am.bookings.rules.rescheduling import ProposalState, proposal_state_at
from pro_am.foundation.database import Model


class MoveProposal(Model):
    """The booking stays where it is until its host agrees; the new time is held meanwhile."""

    __tablename__ = "move_proposals"
    __table_args__ = (CheckConstraint("starts_at < ends_at", "times"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey("bookings.id"), index=True)
    # What of the new time lies outside the old, which the booking itself goes on holding.
    hold_id: Mapped[int | None] = mapped_column(ForeignKey("holds.id"), unique=True)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    proposed_at: Mapped[datetime]
    answer_by: Mapped[datetime]
    reason: Mapped[str] = mapped_column(default="")
    state: Mapped[ProposalState] = mapped_column(default=ProposalState.OPEN)
    # One open proposal for each booking; empty once it is answered.
    open_for: Mapped[int | None] = mapped_column(unique=True)

    booking: Mapped[Booking] = relationship()
    hold: Mapped[Hold | None] = relationship()

    def state_now(self, now: datetime) -> ProposalState:
        return proposal_state_at(self.state, answer_by=self.answer_by, now=now)
