"""What becomes of profiles and offers when their member changes or goes."""

from flask_babel import gettext

from pro_am.accounts.events import (
    DataTaken,
    LeavingConsidered,
    MemberErased,
    MemberLeaving,
    MemberReinstated,
    MemberRenamed,
    MemberSuspended,
)
from pro_am.foundation.events import listen, publish
from pro_am.profiles import actions, queries
from pro_am.profiles.actions import withdrawing
from pro_am.profiles.actions.emptying import empty_profile
from pro_am.profiles.events import ProfileChanged


def attach() -> None:
    listen(MemberRenamed, _renamed)
    listen(LeavingConsidered, _considered)
    listen(MemberLeaving, _leaving)
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)
    listen(MemberSuspended, _suspended)
    listen(MemberReinstated, _reinstated)


def _renamed(event: MemberRenamed) -> None:
    """Its name is found, too."""
    if profile := queries.profile_of(event.member):
        publish(ProfileChanged(profile.id))


def _considered(event: LeavingConsidered) -> None:
    if queries.profile_of(event.member):
        event.goes.append(gettext("Your profile with its offers: nobody finds or books it."))


def _leaving(event: MemberLeaving) -> None:
    profile = queries.profile_of(event.member)
    if profile and profile.is_published:
        actions.pause_profile(profile)


def _erased(event: MemberErased) -> None:
    if profile := queries.profile_of(event.member):
        empty_profile(profile)


def _taken(event: DataTaken) -> None:
    event.parts["profile"] = queries.profile_facts(event.member)
    event.parts["offers"] = queries.offer_facts(event.member)


def _suspended(event: MemberSuspended) -> None:
    withdrawing.hide_with_owner(event.member_id)


def _reinstated(event: MemberReinstated) -> None:
    withdrawing.show_with_owner(event.member_id)
