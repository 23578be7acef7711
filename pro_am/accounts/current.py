"""Who is asking: the signed-in member as a real Member, not Flask-Login's proxy."""

from flask_login import UserMixin, current_user

from pro_am.accounts.models import Member, SignedInSession
from pro_am.accounts.rules import Role
from pro_am.foundation import clock


class SignedIn(UserMixin):
    """What Flask-Login holds: one session in the database and the member behind it."""

    def __init__(self, row: SignedInSession, secret: str) -> None:
        self.row = row
        self.member_id = row.member_id  # for the log, which must not ask the database
        self.secret = secret

    @property
    def member(self) -> Member:
        return self.row.member

    @property
    def is_steward(self) -> bool:
        return self.member.has_role(Role.STEWARD)

    @property
    def is_fresh(self) -> bool:
        """Whether the password was given in this session a short time ago."""
        return self.row.fresh_until is not None and clock.now() < self.row.fresh_until

    @property
    def is_moderator(self) -> bool:
        """The operator stands in where nobody was appointed."""
        return self.member.has_role(Role.MODERATOR) or self.is_admin

    @property
    def is_admin(self) -> bool:
        return self.member.has_role(Role.ADMIN)

    def get_id(self) -> str:
        return self.secret  # Flask-Login's alternative id; the database keeps its fingerprint


def current_member() -> Member:
    """The member who is signed in; only for views whose policy asks for one."""
    member: Member = current_user.member
    return member


def current_session() -> SignedInSession:
    """The session of the browser that asks."""
    session: SignedInSession = current_user.row
    return session


def member_or_none() -> Member | None:
    return current_user.member if current_user.is_authenticated else None
