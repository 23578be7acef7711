"""A member asks somebody new to come, by e-mail or with a link to hand over."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, false, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.foundation.database import Model
from pro_am.vouches.rules.invitations import OPEN_FOR, InvitationState, state_at
from pro_am.vouches.rules.vouch import Relation


class Invitation(Model):
    __tablename__ = "invitations"
    __table_args__ = (
        UniqueConstraint("inviter_id", "idempotency_key"),
        Index("ix_invitations_created", "created_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    idempotency_key: Mapped[str]
    inviter_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    name: Mapped[str]  # whom it is for, in the inviter's words
    email: Mapped[str | None]  # forgotten as soon as it is of no more use
    note: Mapped[str]  # for the person invited
    created_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    accepted_at: Mapped[datetime | None]
    accepted_by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), unique=True)
    # The vouch that begins when it is accepted, if the inviter says so.
    vouches: Mapped[bool] = mapped_column(default=False, server_default=false())
    craft: Mapped[str]
    relation: Mapped[Relation | None]
    known_since: Mapped[int | None]
    words: Mapped[str]
    shows_name: Mapped[bool] = mapped_column(default=True, server_default=true())

    inviter: Mapped[Member] = relationship(foreign_keys=inviter_id, lazy="joined", innerjoin=True)
    accepted_by: Mapped[Member | None] = relationship(foreign_keys=accepted_by_id, lazy="joined")

    @property
    def until(self) -> datetime:
        return self.created_at + OPEN_FOR

    def state_now(self, now: datetime) -> InvitationState:
        return state_at(
            created_at=self.created_at,
            accepted_at=self.accepted_at,
            withdrawn_at=self.withdrawn_at,
            now=now,
        )
