"""Counts of searches, and the words that moderators keep off the public page."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation.database import Model


class AskedSearch(Model):
    """How often one search was made on one day, and how often it found nobody."""

    __tablename__ = "searches_asked"
    __table_args__ = (
        UniqueConstraint(
            "day",
            "language",
            "words",
            "craft",
            "speciality",
            "town_id",
            "filters",
            name="uq_searches_asked_search",
        ),
        Index("ix_searches_asked_what", "words", "craft", "speciality"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date]
    language: Mapped[str]
    words: Mapped[str]
    shown: Mapped[str]
    """The same with its accents."""
    craft: Mapped[str]
    speciality: Mapped[str]
    town_id: Mapped[int]
    filters: Mapped[str]
    times: Mapped[int]
    in_vain: Mapped[int]


class StruckWords(Model):
    """Words that a moderator keeps off the public page."""

    __tablename__ = "struck_words"

    words: Mapped[str] = mapped_column(primary_key=True)
    struck_at: Mapped[datetime]
