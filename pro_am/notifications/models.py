"""Which letters members do without, and which addresses take none."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation.database import Model


class UnwantedTopic(Model):
    """A member does without the letters about a topic; no row, and they are sent."""

    __tablename__ = "unwanted_topics"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    topic: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime]


class BouncedAddress(Model):
    """Its mailbox takes no letters, as a mail server or the operator said."""

    __tablename__ = "bounced_addresses"

    email: Mapped[str] = mapped_column(primary_key=True)  # lower case
    since: Mapped[datetime]
    words: Mapped[str]  # of who said so


class UnwrittenAddress(Model):
    """Somebody without an account who wants no letter that a member lets us write to them."""

    __tablename__ = "unwritten_addresses"

    address_mark: Mapped[str] = mapped_column(primary_key=True)  # a fingerprint of the address
    since: Mapped[datetime]
