"""What decides whether somebody may vouch, and for whom; whom they find a page of."""

from datetime import datetime

from pro_am.accounts import queries as accounts
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.moderation import queries as moderation
from pro_am.profiles.models import Profile
from pro_am.profiles.queries import profile_of
from pro_am.standing import queries as standing
from pro_am.vouches import queries
from pro_am.vouches.rules import vouch as kinds
from pro_am.vouches.rules.giving import VouchedFacts, VoucherFacts
from pro_am.vouches.rules.vouch import AS_HOST, Basis


def person_for(viewer: Member, public_id: str) -> Member | None:
    """Another member whose page the viewer may open: one who is here and not kept apart."""
    found = accounts.member_with_public_id(public_id)
    if found is None or found.email_confirmed_at is None or not _is_here(found):
        return None
    if found.id != viewer.id and moderation.are_kept_apart(viewer.id, found.id):
        return None
    return found


def voucher_facts(voucher: Member) -> VoucherFacts:
    return VoucherFacts(
        voucher.id, standing.level_of(voucher.id), voucher.created_at, queries.places_of(voucher.id)
    )


def vouched_facts(voucher: Member, vouched: Member) -> VouchedFacts:
    return VouchedFacts(
        vouched.id,
        is_here=_is_here(vouched),
        is_kept_apart=moderation.are_kept_apart(voucher.id, vouched.id),
        is_vouched_for=queries.standing_vouch(voucher.id, vouched.id) is not None,
    )


def basis_for(voucher: Member, vouched: Member, now: datetime) -> Basis:
    return kinds.basis_of(
        have_met=queries.have_met(voucher.id, vouched.id, now),
        is_steward=voucher.has_role(Role.STEWARD),
    )


def specialities_of(vouched: Member) -> dict[str, tuple[str, ...]]:
    """What one may vouch for in them: slugs of crafts, each with those of its specialities."""
    profile: Profile | None = profile_of(vouched)
    if profile is None or not profile.is_published:
        return {AS_HOST: ()}
    own = tuple(speciality.slug for speciality in profile.specialities)
    return {profile.craft.slug: own, AS_HOST: ()}


def _is_here(member: Member) -> bool:
    return member.left_at is None and member.suspended_at is None
