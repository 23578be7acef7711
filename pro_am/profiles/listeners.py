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
from pro_am.moderation.events import (
    ContentHidden,
    ContentShownAgain,
    RestrictionBegan,
    RestrictionEnded,
)
from pro_am.moderation.models import Report
from pro_am.moderation.rules import Subject
from pro_am.moderation.rules.restrictions import Kind
from pro_am.profiles import actions, queries
from pro_am.profiles.actions import hiding, offers_pause, withdrawing
from pro_am.profiles.actions.emptying import empty_profile
from pro_am.profiles.events import ProfileChanged
from pro_am.profiles.models import Offer, Profile


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
    listen(RestrictionBegan, _restricted)
    listen(RestrictionEnded, _given_back)


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
    if of := _reported(event.report):
        hiding.hide(of)


def _shown_again(event: ContentShownAgain) -> None:
    if of := _reported(event.report):
        hiding.show_again(of)


def _reported(report: Report) -> Profile | Offer | None:
    if report.kind is Subject.PROFILE:
        return queries.profile_with(report.ref)
    if report.kind is Subject.OFFER:
        return queries.own_offer(report.owner, report.ref)
    return None


def _restricted(event: RestrictionBegan) -> None:
    if event.restriction.kind is Kind.OFFERS_PAUSE:
        offers_pause.keep_back(event.restriction.member_id)


def _given_back(event: RestrictionEnded) -> None:
    restriction = event.restriction
    if restriction.kind is Kind.OFFERS_PAUSE:
        offers_pause.let_go(restriction.member_id)
    if restriction.kind is Kind.PROFILE_WITHDRAWN:
        withdrawing.show_again(restriction.member_id)
