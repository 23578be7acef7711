"""Cases: what moderators decide about a review."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.foundation import ids
from pro_am.foundation.database import Model
from pro_am.reviews.models.review import Review
from pro_am.reviews.rules.cases import CaseKind, CaseOutcome


class ReviewCase(Model):
    """Somebody objects, the other side answers once, a moderator decides and says why.

    It is about whether a booking took place (then its review says so, and the other side
    answers), or about whether a review matches (then witnesses say so, and its author answers).
    """

    __tablename__ = "review_cases"
    __table_args__ = (UniqueConstraint("review_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=ids.public_id)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"))
    kind: Mapped[CaseKind]
    opened_at: Mapped[datetime]
    answer: Mapped[str] = mapped_column(default="", server_default="")
    answered_at: Mapped[datetime | None]
    outcome: Mapped[CaseOutcome | None]
    settled_at: Mapped[datetime | None] = mapped_column(index=True)
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    words_fr: Mapped[str] = mapped_column(default="", server_default="")  # by the moderator
    words_en: Mapped[str] = mapped_column(default="", server_default="")

    review: Mapped[Review] = relationship(lazy="joined", innerjoin=True)

    @property
    def answerer_id(self) -> int:
        """Whose side is to be heard beside that of whoever objects."""
        review = self.review
        return review.author_id if self.kind is CaseKind.MISMATCH else review.subject_id

    def words_in(self, language: str) -> str:
        return self.words_fr if language == "fr" else self.words_en
