"""Profiles are hidden and shown with their owners."""

from pro_am.accounts.events import MemberReinstated, MemberSuspended
from pro_am.foundation.events import listen
from pro_am.profiles.actions import withdrawing


def attach() -> None:
    listen(MemberSuspended, _suspended)
    listen(MemberReinstated, _reinstated)


def _suspended(event: MemberSuspended) -> None:
    withdrawing.hide_with_owner(event.member_id)


def _reinstated(event: MemberReinstated) -> None:
    withdrawing.show_with_owner(event.member_id)
