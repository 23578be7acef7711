"""One client's programme with one coach: its weeks, their items, exceptions and comments."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.foundation.database import Model
from pro_am.media.models import Picture
from pro_am.programmes.models.template import Template
from pro_am.programmes.rules.course import Break, Course
from pro_am.programmes.rules.words import (
    Ending,
    ExceptionKind,
    ItemKind,
    ItemState,
    Side,
    Standing,
)


class Programme(Model):
    """What came of a booking of a programme that its coach confirmed."""

    __tablename__ = "programmes"
    __table_args__ = (
        CheckConstraint("weeks_agreed >= 1", "weeks"),
        CheckConstraint("client_id <> coach_id", "two_members"),
        Index("ix_programmes_coach_standing", "coach_id", "standing"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey("bookings.id"), unique=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    coach_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    title: Mapped[str]
    weeks_agreed: Mapped[int]
    time_zone: Mapped[str]  # the client's: their days are meant by every date below
    starts_on: Mapped[date]  # the Monday of its first week
    standing: Mapped[Standing] = mapped_column(default=Standing.ACTIVE)
    paused_on: Mapped[date | None]  # the first day of the break that it has now
    ended_at: Mapped[datetime | None]
    ending: Mapped[Ending | None]
    ending_words: Mapped[str] = mapped_column(default="", server_default="")  # of who ended it
    created_at: Mapped[datetime]
    # When the client last said something of it, and the coach last looked at it.
    heard_at: Mapped[datetime | None]
    looked_at: Mapped[datetime | None]

    booking: Mapped[Booking] = relationship()
    client: Mapped[Member] = relationship(foreign_keys=client_id, lazy="joined", innerjoin=True)
    coach: Mapped[Member] = relationship(foreign_keys=coach_id, lazy="joined", innerjoin=True)
    weeks: Mapped[list["ProgrammeWeek"]] = relationship(
        back_populates="programme", order_by="ProgrammeWeek.monday"
    )
    exceptions: Mapped[list["ProgrammeException"]] = relationship(
        back_populates="programme", order_by="ProgrammeException.from_day"
    )
    breaks: Mapped[list["ProgrammeBreak"]] = relationship(
        back_populates="programme", order_by="ProgrammeBreak.from_day"
    )

    @property
    def course(self) -> Course:
        """Its weeks and breaks, as facts."""
        breaks = tuple(Break(each.from_day, each.to_day) for each in self.breaks)
        return Course(self.starts_on, self.weeks_agreed, breaks)

    def side_of(self, member: Member) -> Side:
        """The side of one of its two people; KeyError for anybody else."""
        return {self.client_id: Side.CLIENT, self.coach_id: Side.COACH}[member.id]

    def other_than(self, member: Member) -> Member:
        return self.coach if member.id == self.client_id else self.client


class ProgrammeBreak(Model):
    """Days of a pause: nothing is asked for them, and a week of nothing else is not paid for."""

    __tablename__ = "programme_breaks"
    __table_args__ = (
        CheckConstraint("from_day <= to_day", "days"),
        Index("ix_programme_breaks_days", "programme_id", "from_day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"))
    from_day: Mapped[date]
    to_day: Mapped[date | None]  # the last one; None: until it goes on

    programme: Mapped[Programme] = relationship(back_populates="breaks")


class ProgrammeWeek(Model):
    __tablename__ = "programme_weeks"
    __table_args__ = (UniqueConstraint("programme_id", "monday"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"))
    monday: Mapped[date]
    template_id: Mapped[int | None] = mapped_column(ForeignKey("programme_templates.id"))
    note: Mapped[str] = mapped_column(default="")  # the coach's, before the week
    # What each of the two wishes friends to read in the recap.
    coach_words: Mapped[str] = mapped_column(default="")
    client_words: Mapped[str] = mapped_column(default="")

    programme: Mapped[Programme] = relationship(back_populates="weeks")
    template: Mapped[Template | None] = relationship()
    items: Mapped[list["Item"]] = relationship(
        back_populates="week", order_by="Item.day, Item.position"
    )


class Item(Model):
    """One thing to do: on a day of the week, or on any."""

    __tablename__ = "programme_items"
    __table_args__ = (
        CheckConstraint("day BETWEEN 0 AND 7", "day"),
        CheckConstraint("weight >= 1", "weight"),
        Index("ix_programme_items_week", "week_id", "day", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    week_id: Mapped[int] = mapped_column(ForeignKey("programme_weeks.id"))
    day: Mapped[int]  # 0: Monday; 7: any day of the week
    position: Mapped[int]
    kind: Mapped[ItemKind]
    title: Mapped[str]
    amount: Mapped[Decimal | None] = mapped_column(Numeric(10, 2))
    unit: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    picture_id: Mapped[int | None] = mapped_column(ForeignKey("pictures.id"))
    weight: Mapped[int] = mapped_column(default=1)  # how much of the week it is
    state: Mapped[ItemState] = mapped_column(default=ItemState.PLANNED)
    answered_at: Mapped[datetime | None]
    words: Mapped[str] = mapped_column(default="")  # the client's, for the coach

    week: Mapped[ProgrammeWeek] = relationship(back_populates="items")
    picture: Mapped[Picture | None] = relationship()


class ProgrammeException(Model):
    """Days that went otherwise: what was planned for them is not counted; the coach sees why."""

    __tablename__ = "programme_exceptions"
    __table_args__ = (
        CheckConstraint("from_day <= to_day", "days"),
        Index("ix_programme_exceptions_days", "programme_id", "from_day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"))
    from_day: Mapped[date]
    to_day: Mapped[date]  # the last one
    kind: Mapped[ExceptionKind]
    words: Mapped[str]
    created_at: Mapped[datetime]
    taken_back_at: Mapped[datetime | None]

    programme: Mapped[Programme] = relationship(back_populates="exceptions")


class ProgrammeComment(Model):
    """A word of one of the two about a week, or about one of its items; friends never see it."""

    __tablename__ = "programme_comments"
    __table_args__ = (
        UniqueConstraint("by_id", "week_id", "idempotency_key"),
        Index("ix_programme_comments_week", "week_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    week_id: Mapped[int] = mapped_column(ForeignKey("programme_weeks.id"))
    item_id: Mapped[int | None] = mapped_column(ForeignKey("programme_items.id"))
    exception_id: Mapped[int | None] = mapped_column(ForeignKey("programme_exceptions.id"))
    by_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    at: Mapped[datetime]
    text: Mapped[str]
    idempotency_key: Mapped[str]

    week: Mapped[ProgrammeWeek] = relationship()
    by: Mapped[Member] = relationship(lazy="joined", innerjoin=True)
