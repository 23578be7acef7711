"""What those who run the community do to profiles: hiding one, saying why, showing it again."""

from pro_am.accounts.models import Member
from pro_am.foundation import audit, outbox
from pro_am.foundation.database import transaction
from pro_am.foundation.events import publish
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.words import mark
from pro_am.moderation.actions import restrictions
from pro_am.moderation.actions.restrictions import Grounds, Thing
from pro_am.moderation.queries.restrictions import standing
from pro_am.moderation.rules import Subject
from pro_am.moderation.rules.restrictions import Ending, Kind, Rule
from pro_am.profiles import queries, rules
from pro_am.profiles.events import ProfileChanged
from pro_am.profiles.models import Profile
from pro_am.profiles.rules import Publication


def withdraw_profile(profile: Profile, *, by: Member, why: str) -> None:
    """Those who run the community hide a profile; its owner is told why, and cannot show it."""
    with transaction():
        profile.withdrawn_why = rules.check_withdrawal(profile.state, why)
        profile.withdrawn_from, profile.state = profile.state, Publication.WITHDRAWN
        audit.note(
            mark("profile withdrawn"), by=by.id, about=f"profile {profile.slug}", why=why.strip()
        )
        restrictions.impose(
            profile.member,
            Kind.PROFILE_WITHDRAWN,
            Grounds(Rule.OTHER, profile.withdrawn_why, profile.withdrawn_why),
            by=by,
            thing=Thing(Subject.PROFILE, profile.slug, profile.headline),
        )
        publish(ProfileChanged(profile.id))


def restore_profile(profile: Profile, *, by: Member) -> None:
    with transaction():
        if profile.state is not Publication.WITHDRAWN or profile.withdrawn_why is None:
            return  # shown already, or hidden with its suspended owner
        audit.note(mark("profile shown again"), by=by.id, about=f"profile {profile.slug}")
        if found := standing(profile.member_id, Kind.PROFILE_WITHDRAWN, profile.slug):
            restrictions.end(found, Ending.LIFTED, by=by)
        else:  # withdrawn before reasons were kept
            show_again(profile.member_id)


def show_again(member_id: int) -> None:
    """It is not withdrawn any more: its owner reads so, and finds it as it was."""
    with transaction():
        profile = queries.profile_of_id(member_id)
        if profile is None or profile.withdrawn_why is None:
            return
        before = profile.withdrawn_from or Publication.PUBLISHED
        profile.withdrawn_why = profile.withdrawn_from = None
        member = profile.member
        if member.suspended_at is None or before is not Publication.PUBLISHED:
            profile.state = before
        outbox.post(
            member.address,
            "profiles/restored",
            name=member.first_name,
            url=public_url("profiles.mine", language=member.language),
        )
        publish(ProfileChanged(profile.id))


def hide_with_owner(member_id: int) -> None:
    """A suspended member's profile is hidden, until they are back."""
    with transaction():
        profile = queries.profile_of_id(member_id)
        if profile and profile.state is Publication.PUBLISHED:
            profile.state = Publication.WITHDRAWN
            publish(ProfileChanged(profile.id))


def show_with_owner(member_id: int) -> None:
    """What was hidden for its owner's sake alone is shown again."""
    with transaction():
        profile = queries.profile_of_id(member_id)
        if profile and profile.state is Publication.WITHDRAWN and profile.withdrawn_why is None:
            profile.state = Publication.PUBLISHED
            publish(ProfileChanged(profile.id))
