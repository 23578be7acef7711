"""Threads, who is in them, their messages, and the questions some of them began with."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.foundation import ids
from pro_am.foundation.database import Model
from pro_am.media.models import Picture
from pro_am.profiles.models import Profile


class Thread(Model):
    __tablename__ = "threads"

    id: Mapped[int] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]


class ThreadMember(Model):
    __tablename__ = "thread_members"

    thread_id: Mapped[int] = mapped_column(ForeignKey("threads.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True, index=True)
    read_at: Mapped[datetime | None]

    thread: Mapped[Thread] = relationship()
    member: Mapped[Member] = relationship(lazy="joined", innerjoin=True)


class Question(Model):
    """A thread that began before any booking: one for each asker and pro-am."""

    __tablename__ = "questions"
    __table_args__ = (
        UniqueConstraint("asker_id", "profile_id"),
        Index("ix_questions_asker_asked", "asker_id", "asked_at"),
    )

    thread_id: Mapped[int] = mapped_column(ForeignKey("threads.id"), primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    asker_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    profile_id: Mapped[int] = mapped_column(ForeignKey("profiles.id"), index=True)
    asked_at: Mapped[datetime]

    asker: Mapped[Member] = relationship(lazy="joined", innerjoin=True)
    profile: Mapped[Profile] = relationship(lazy="joined", innerjoin=True)


class Message(Model):
    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("author_id", "idempotency_key"),
        Index("ix_messages_thread_at", "thread_id", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=ids.public_id)
    thread_id: Mapped[int] = mapped_column(ForeignKey("threads.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    idempotency_key: Mapped[str]
    at: Mapped[datetime]
    body: Mapped[str]
    picture_id: Mapped[int | None] = mapped_column(ForeignKey("pictures.id"))  # private
    hidden_at: Mapped[datetime | None]  # by a moderator

    thread: Mapped[Thread] = relationship()
    author: Mapped[Member] = relationship(lazy="joined", innerjoin=True)
    picture: Mapped[Picture | None] = relationship(lazy="joined")
