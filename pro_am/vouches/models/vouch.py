"""A member stakes their name on another."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.foundation.database import Model
from pro_am.vouches.rules.budget import Place
from pro_am.vouches.rules.vouch import Basis, Ending, Relation

VOUCHES = "vouches"  # their revision rises with every change that a page may show

_STANDING = text("withdrawn_at IS NULL")


class Vouch(Model):
    """It is never deleted and never begun anew: scores must be computable from what was true."""

    __tablename__ = "vouches"
    __table_args__ = (
        UniqueConstraint("voucher_id", "idempotency_key"),
        CheckConstraint("voucher_id <> vouched_id", "two_members"),
        Index(
            "uq_vouches_standing",
            "voucher_id",
            "vouched_id",
            unique=True,
            sqlite_where=_STANDING,
            postgresql_where=_STANDING,
        ),
        Index("ix_vouches_vouched", "vouched_id", "withdrawn_at"),
        Index("ix_vouches_confirmed", "withdrawn_at", "confirmed_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    idempotency_key: Mapped[str]
    voucher_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    vouched_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    craft: Mapped[str]  # the slug of the craft named, or "host"
    speciality: Mapped[str]  # the slug of one of its specialities, or ""
    basis: Mapped[Basis]
    relation: Mapped[Relation | None]  # as declared
    known_since: Mapped[int | None]  # a year, as declared
    words: Mapped[str]
    weight: Mapped[float]
    given_at: Mapped[datetime]
    confirmed_at: Mapped[datetime]
    asked_at: Mapped[datetime | None]  # when a letter asked for the yearly confirmation
    # When it ended, however it did: the rules ask `ending`.
    withdrawn_at: Mapped[datetime | None]
    ending: Mapped[Ending | None]
    voided_at: Mapped[datetime | None]  # by moderators; exactly restored by taking it away
    shows_name: Mapped[bool] = mapped_column(default=True, server_default=true())

    voucher: Mapped[Member] = relationship(foreign_keys=voucher_id, lazy="joined", innerjoin=True)
    vouched: Mapped[Member] = relationship(foreign_keys=vouched_id, lazy="joined", innerjoin=True)

    @property
    def place(self) -> Place:
        return Place(self.given_at, self.withdrawn_at, self.ending, self.voided_at)

    @property
    def is_standing(self) -> bool:
        return self.withdrawn_at is None
