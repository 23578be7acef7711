"""What a member measures, and its values in time."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.foundation.database import Model
from pro_am.measures.rules.kinds import ADDED, SeriesKind, Source
from pro_am.measures.rules.values import from_thousandths


class Series(Model):
    __tablename__ = "measure_series"
    __table_args__ = (UniqueConstraint("client_id", "idempotency_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    idempotency_key: Mapped[str]
    kind: Mapped[SeriesKind]
    name: Mapped[str] = mapped_column(default="")  # empty: what its kind is called
    unit: Mapped[str]
    # Where its member would like to get; nobody else decides it.
    goal_thousandths: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[datetime]

    client: Mapped[Member] = relationship()

    @property
    def is_added(self) -> bool:
        """Whether the values of one day are added."""
        return self.kind in ADDED

    @property
    def goal(self) -> Decimal | None:
        return None if self.goal_thousandths is None else from_thousandths(self.goal_thousandths)


class MeasureValue(Model):
    __tablename__ = "measure_values"
    __table_args__ = (
        # What came twice from a form, a file or a device is there once.
        UniqueConstraint("series_id", "client_key"),
        Index("ix_measure_values_day", "series_id", "day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    series_id: Mapped[int] = mapped_column(ForeignKey("measure_series.id"))
    client_key: Mapped[str]
    day: Mapped[date]  # in the zone of its member, when it was taken
    at: Mapped[datetime | None]  # the moment, where it is known
    thousandths: Mapped[int] = mapped_column(BigInteger)
    source: Mapped[Source]
    note: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    corrected_at: Mapped[datetime | None]  # by hand: no file changes it any more

    series: Mapped[Series] = relationship()

    @property
    def value(self) -> Decimal:
        return from_thousandths(self.thousandths)
