"""Reviews and their photos."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.foundation import ids
from pro_am.foundation.database import Model
from pro_am.media.models import Picture
from pro_am.standing.rules import ReviewedAs


class Review(Model):
    __tablename__ = "reviews"
    __table_args__ = (
        UniqueConstraint("booking_id", "author_id"),
        CheckConstraint("stars BETWEEN 1 AND 5", "stars"),
        CheckConstraint("author_id <> subject_id", "two_members"),
        Index("ix_reviews_public_id", "public_id", unique=True),
        Index("ix_reviews_subject", "subject_id", "role", "shown_from"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str | None] = mapped_column(default=ids.public_id)
    booking_id: Mapped[int] = mapped_column(ForeignKey("bookings.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    subject_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    role: Mapped[ReviewedAs]  # in which the subject is reviewed
    # False: its author says that nothing took place. Then it has no stars (the column holds
    # `rules.NO_STARS`), is never shown and never counts: it is a case for moderators.
    happened: Mapped[bool] = mapped_column(default=True, server_default=true())
    stars: Mapped[int]
    facets: Mapped[dict[str, Any]]  # stars by facet; they explain, they do not enter the score
    text: Mapped[str]  # for everybody; where nothing took place, for the other and moderators
    private_note: Mapped[str]  # for the other alone
    written_at: Mapped[datetime]
    shown_from: Mapped[datetime]  # sealed before; needs no job to open
    reply: Mapped[str]
    replied_at: Mapped[datetime | None]
    hidden_at: Mapped[datetime | None]  # by a moderator, or because nothing took place
    voided_at: Mapped[datetime | None]  # by a decision: exactly restored by taking it away

    author: Mapped[Member] = relationship(foreign_keys=author_id, lazy="joined", innerjoin=True)
    subject: Mapped[Member] = relationship(foreign_keys=subject_id)
    booking: Mapped[Booking] = relationship()
    photos: Mapped[list["ReviewPhoto"]] = relationship(
        order_by="ReviewPhoto.position", cascade="all, delete-orphan"
    )

    def is_shown(self, now: datetime) -> bool:
        return now >= self.shown_from


class ReviewPhoto(Model):
    """A picture that its author shows with a review; its words are the picture's own."""

    __tablename__ = "review_photos"

    picture_id: Mapped[int] = mapped_column(ForeignKey("pictures.id"), primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), index=True)
    position: Mapped[int]

    picture: Mapped[Picture] = relationship(lazy="joined", innerjoin=True)
