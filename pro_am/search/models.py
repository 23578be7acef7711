"""What the index has yet to hear of, the words of all offers, and what is meant or wanted."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation.database import Model

# Their revisions rise with every change.
WORDS = "search_words"
SYNONYMS = "search_synonyms"


class SearchNews(Model):
    """A profile changed. Written in the transaction of the change, read in order by one worker."""

    __tablename__ = "search_outbox"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - ids must never come again

    id: Mapped[int] = mapped_column(primary_key=True)
    profile_id: Mapped[int] = mapped_column(ForeignKey("profiles.id"))


class NoSurprises(Model):
    """A member does without the place in results for something unlike what they usually book."""

    __tablename__ = "no_surprises"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    since: Mapped[datetime]


class SearchWords(Model):
    """The vocabulary of all public offers as a worker read it last: one row, like the index a
    cache, which every web process keeps in memory."""

    __tablename__ = "search_words"

    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]  # in the outbox
    written_at: Mapped[datetime]
    vocabulary: Mapped[bytes]


class Synonym(Model):
    """Words that find each other or, one way, words that also find some others."""

    __tablename__ = "search_synonyms"
    __table_args__ = (UniqueConstraint("language", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    language: Mapped[str]  # of who asks
    words: Mapped[list[Any]]
    finds: Mapped[list[Any]]  # empty: each of the words finds all of them
    key: Mapped[str]  # the same words however they are written: there once
    changed_at: Mapped[datetime]
