"""Members who go take what they added with them, at once."""

from pro_am.accounts.events import DataTaken, MemberErased, MemberLeaving, MemberSuspended
from pro_am.accounts.models import Member
from pro_am.also_booked import actions, queries
from pro_am.foundation.database import db
from pro_am.foundation.events import listen


def attach() -> None:
    listen(MemberLeaving, _leaving)
    listen(MemberSuspended, _suspended)
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)


def _leaving(event: MemberLeaving) -> None:
    actions.let_go_of(event.member)


def _suspended(event: MemberSuspended) -> None:
    actions.let_go_of(db.session.get_one(Member, event.member_id))


def _erased(event: MemberErased) -> None:
    actions.forget_member(event.member)


def _taken(event: DataTaken) -> None:
    event.parts["also_booked"] = [{"left_out_since": queries.left_out_since(event.member)}]
