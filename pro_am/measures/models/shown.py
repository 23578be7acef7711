"""Who sees a series, what coaches say of a value, and what they propose to measure."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.foundation.database import Model
from pro_am.measures.models.series import MeasureValue, Series
from pro_am.measures.rules.kinds import SeriesKind
from pro_am.programmes.models import Programme


class Sharing(Model):
    """One series, one audience (see rules.audiences). Without a row nobody sees anything."""

    __tablename__ = "measure_sharings"
    __table_args__ = (Index("ix_measure_sharings_audience", "audience"),)

    series_id: Mapped[int] = mapped_column(ForeignKey("measure_series.id"), primary_key=True)
    audience: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime]

    series: Mapped[Series] = relationship()


class ValueComment(Model):
    """A human word about a value; its author and the member read it."""

    __tablename__ = "measure_comments"
    __table_args__ = (
        UniqueConstraint("by_id", "idempotency_key"),
        Index("ix_measure_comments_value", "value_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    value_id: Mapped[int] = mapped_column(ForeignKey("measure_values.id"))
    by_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    at: Mapped[datetime]
    text: Mapped[str]
    idempotency_key: Mapped[str]

    value: Mapped[MeasureValue] = relationship()
    by: Mapped[Member] = relationship(lazy="joined", innerjoin=True)


class Proposal(Model):
    """A coach would like something measured; it is a series once the client says so."""

    __tablename__ = "measure_proposals"
    __table_args__ = (
        UniqueConstraint("programme_id", "idempotency_key"),
        Index("ix_measure_proposals_programme", "programme_id", "answered_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"))
    idempotency_key: Mapped[str]
    kind: Mapped[SeriesKind]
    name: Mapped[str]
    unit: Mapped[str]
    made_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]

    programme: Mapped[Programme] = relationship(lazy="joined", innerjoin=True)
