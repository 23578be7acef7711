"""What members with a booking of their own say of a review by somebody else."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.foundation.database import Model
from pro_am.reviews.models.review import Review
from pro_am.reviews.rules.witnesses import WitnessKind


class Witness(Model):
    """One voice of one member about one review; it can be taken back, and given again."""

    __tablename__ = "review_witnesses"
    __table_args__ = (
        UniqueConstraint("review_id", "member_id"),
        Index("ix_review_witnesses_member", "member_id", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    kind: Mapped[WitnessKind]
    reason: Mapped[str]  # of a mismatch: for the review's author and moderators
    at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]  # by the witness, or by a decision against them
    voided_at: Mapped[datetime | None]  # somebody else had their account

    review: Mapped[Review] = relationship()
    member: Mapped[Member] = relationship(lazy="joined", innerjoin=True)
