"""What two people say, one after the other, of a case that takes both."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation.database import Model


class CaseVote(Model):
    """A case of whichever feature, by its public id; never changed."""

    __tablename__ = "case_votes"

    case_ref: Mapped[str] = mapped_column(primary_key=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    at: Mapped[datetime]
    outcome: Mapped[str]
    words_fr: Mapped[str]
    words_en: Mapped[str]
