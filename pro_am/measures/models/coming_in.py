"""Files that wait for a yes, and devices that may add values."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.foundation.database import Model


class Upload(Model):
    """The table that was read from a file, until its member chose what of it counts."""

    __tablename__ = "measure_uploads"
    __table_args__ = (UniqueConstraint("client_id", "idempotency_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    idempotency_key: Mapped[str]
    name: Mapped[str]
    packed: Mapped[bytes]  # zlib of JSON: see rules.tables.Table; of an activity no track
    created_at: Mapped[datetime] = mapped_column(index=True)  # forgotten a day later
    imported_at: Mapped[datetime | None]


class Device(Model):
    """A program that adds values by a secret; without the row it adds nothing more."""

    __tablename__ = "measure_devices"
    __table_args__ = (UniqueConstraint("client_id", "idempotency_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    idempotency_key: Mapped[str]
    name: Mapped[str]
    fingerprint: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

    client: Mapped[Member] = relationship(lazy="joined", innerjoin=True)
