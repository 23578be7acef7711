"""Members, their roles, their sessions, the tokens we sent them, and counted tries."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.rules import Purpose, Role
from pro_am.accounts.rules.names import first_name
from pro_am.foundation.database import Model
from pro_am.foundation.outbox import Address


class Member(Model):
    __tablename__ = "members"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    email: Mapped[str] = mapped_column(unique=True)  # lower case
    password_hash: Mapped[str]
    language: Mapped[str]
    time_zone: Mapped[str]
    created_at: Mapped[datetime]
    email_confirmed_at: Mapped[datetime | None]
    left_at: Mapped[datetime | None]  # closed the account; may still come back
    erased_at: Mapped[datetime | None]  # nothing is left but the row that others' pages rest on
    suspended_at: Mapped[datetime | None]
    suspended_why: Mapped[str | None]  # as the member was told

    roles: Mapped[list["MemberRole"]] = relationship(foreign_keys="MemberRole.member_id")

    def has_role(self, role: Role) -> bool:
        return any(held.role == role for held in self.roles)

    @property
    def address(self) -> Address:
        return Address(self.email, self.language, self.id)

    @property
    def first_name(self) -> str:
        return first_name(self.name, is_erased=self.erased_at is not None)


class MemberRole(Model):
    __tablename__ = "member_roles"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    role: Mapped[Role] = mapped_column(primary_key=True)
    granted_by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    granted_at: Mapped[datetime]


class SignedInSession(Model):
    """One browser that is signed in. Deleting the row signs it out."""

    __tablename__ = "sessions"

    id: Mapped[int] = mapped_column(primary_key=True)
    fingerprint: Mapped[str] = mapped_column(unique=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    browser: Mapped[str]
    fresh_until: Mapped[datetime | None]  # the password was given a short time before

    member: Mapped[Member] = relationship(lazy="joined", innerjoin=True)


class AccountToken(Model):
    __tablename__ = "account_tokens"

    id: Mapped[int] = mapped_column(primary_key=True)
    fingerprint: Mapped[str] = mapped_column(unique=True)
    purpose: Mapped[Purpose]
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    expires_at: Mapped[datetime]
    email: Mapped[str | None]  # the address that it would change to, or back to


class KeyChange(Model):
    """The password or the address of an account was changed: by its owner, it is to be hoped."""

    __tablename__ = "key_changes"

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    at: Mapped[datetime] = mapped_column(index=True)


class Try(Model):
    """One counted try: what, by whom or from where (a fingerprint), when."""

    __tablename__ = "tries"
    __table_args__ = (Index("ix_tries_counted", "bucket", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    bucket: Mapped[str]
    at: Mapped[datetime]
