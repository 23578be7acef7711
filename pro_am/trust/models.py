"""What each review weighs, as last computed."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation.database import Model


class ReviewWeight(Model):
    __tablename__ = "review_weights"

    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), primary_key=True)
    weight: Mapped[float]  # om: 0 means it is read, but does not count
    computed_at: Mapped[datetime]
