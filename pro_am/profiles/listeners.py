"""What becomes of profiles and offers when their member changes or goes, or a moderator decides."""

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
from pro_am.moderation.events import ContentHidden, ContentShownAgain
from pro_am.moderation.rules import Subject
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
    listen(ContentHidden, _hidden)
    listen(ContentShownAgain, _shown_again)


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


def _hidden(event: ContentHidden) -> None:
    """Paused: its owner may change it and publish it again."""
    kind, ref = event.report.kind, event.report.ref
    if kind is Subject.PROFILE and (profile := queries.profile_with(ref)):
        actions.pause_profile(profile)
    if kind is Subject.OFFER and (offer := queries.open_offer(ref)):
        actions.pause_offer(offer)


def _shown_again(event: ContentShownAgain) -> None:
    kind, ref = event.report.kind, event.report.ref
    if kind is Subject.PROFILE and (profile := queries.profile_with(ref)):
        actions.publish_profile(profile)
    if kind is Subject.OFFER and (offer := queries.own_offer(event.report.owner, ref)):
        actions.publish_offer(offer, given_back=True)
