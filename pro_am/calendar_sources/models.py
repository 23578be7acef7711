"""Calendars kept elsewhere, and how reading them went; of what stands in them only a count."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.calendar_sources.rules.health import Problem
from pro_am.foundation.database import Model


class CalendarSource(Model):
    """An address that is read again and again, or a file that was uploaded."""

    __tablename__ = "calendar_sources"
    __table_args__ = (UniqueConstraint("member_id", "idempotency_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    idempotency_key: Mapped[str]
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    calendar_id: Mapped[int] = mapped_column(ForeignKey("calendars.id"), index=True)
    name: Mapped[str]
    url: Mapped[str | None]  # whoever knows it can read the calendar: shown masked; None: a file
    created_at: Mapped[datetime]
    paused_at: Mapped[datetime | None]
    next_at: Mapped[datetime | None] = mapped_column(index=True)  # when it is read again
    asked_at: Mapped[datetime | None]  # somebody waits for a reading
    tried_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]  # when we last knew it to be what we have
    unpacked_at: Mapped[datetime | None]  # when all of it was last read: dates move on
    failures: Mapped[int] = mapped_column(default=0)  # in a row
    problem: Mapped[Problem | None]
    answered: Mapped[int | None]  # the status, when that was the problem
    told_stale_at: Mapped[datetime | None]
    etag: Mapped[str] = mapped_column(default="")
    last_modified: Mapped[str] = mapped_column(default="")
    events: Mapped[int] = mapped_column(default=0)
    stretches: Mapped[int] = mapped_column(default=0)
    remarks: Mapped[list[Any]] = mapped_column(default=list)  # [[line, trouble], ...]

    @property
    def is_file(self) -> bool:
        return self.url is None


class CalendarFile(Model):
    """What was uploaded; after the first reading, only what tells of time."""

    __tablename__ = "calendar_files"

    source_id: Mapped[int] = mapped_column(
        ForeignKey("calendar_sources.id", ondelete="CASCADE"), primary_key=True
    )
    packed: Mapped[bytes]  # zlib
    is_as_uploaded: Mapped[bool]
