"""What those who run the community do to profiles: hiding one, saying why, showing it again."""

from flask import current_app

from pro_am.accounts.models import Member
from pro_am.foundation import audit, outbox
from pro_am.foundation.database import transaction
from pro_am.foundation.events import publish
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.words import mark
from pro_am.profiles import queries, rules
from pro_am.profiles.events import ProfileChanged
from pro_am.profiles.models import Profile
from pro_am.profiles.rules import Publication


def withdraw_profile(profile: Profile, *, by: Member, why: str) -> None:
    """Those who run the community hide a profile; its owner is told why, and cannot show it."""
    with transaction():
        profile.withdrawn_why = rules.check_withdrawal(profile.state, why)
        profile.state = Publication.WITHDRAWN
        member = profile.member
        outbox.post(
            member.address,
            "profiles/withdrawn",
            name=member.first_name,
            why=profile.withdrawn_why,
            contact=current_app.config["MAIL_FROM"],
        )
        audit.note(
            mark("profile withdrawn"), by=by.id, about=f"profile {profile.slug}", why=why.strip()
        )
        publish(ProfileChanged(profile.id))


def restore_profile(profile: Profile, *, by: Member) -> None:
    with transaction():
        if profile.state is not Publication.WITHDRAWN or profile.withdrawn_why is None:
            return  # shown already, or hidden with its suspended owner
        profile.withdrawn_why = None
        if profile.member.suspended_at is None:
            profile.state = Publication.PUBLISHED
        member = profile.member
        outbox.post(
            member.address,
            "profiles/restored",
            name=member.first_name,
            url=public_url("profiles.mine", language=member.language),
        )
        audit.note(mark("profile shown again"), by=by.id, about=f"profile {profile.slug}")
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
