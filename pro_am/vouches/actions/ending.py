"""How a vouch ends: taken back, not wished for, or because somebody is no longer here."""

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import transaction
from pro_am.foundation.events import publish
from pro_am.foundation.revisions import raise_revision
from pro_am.vouches import queries
from pro_am.vouches.actions.claiming import claim_vouch
from pro_am.vouches.events import VouchGiven, VouchWithdrawn
from pro_am.vouches.models import VOUCHES, Vouch
from pro_am.vouches.rules.refusals import Ended
from pro_am.vouches.rules.vouch import Ending


def withdraw(found: Vouch) -> None:
    """By its giver; the place is free again at once within a fortnight, else after 90 days."""
    with transaction():
        end(_standing(found), Ending.WITHDRAWN)


def decline(found: Vouch) -> None:
    """By the person vouched for: it is no longer shown, nor counted, and costs nobody a place."""
    with transaction():
        end(_standing(found), Ending.DECLINED)


def part(member: Member) -> None:
    """A member is erased: what stands between them and others ends, and their words go."""
    with transaction():
        for found in queries.of_member(member):
            end(claim_vouch(found.id), Ending.GONE)
        for found in queries.given_by(member):
            found.words, found.known_since, found.relation = "", None, None
        raise_revision(VOUCHES)


def void(found: Vouch) -> None:
    """Moderators take it out of every count; the same vouch may be restored."""
    with transaction():
        found = claim_vouch(found.id)
        if found.voided_at is None:
            found.voided_at = clock.now()
            publish(VouchWithdrawn(found))
            raise_revision(VOUCHES)


def restore(found: Vouch) -> None:
    with transaction():
        found = claim_vouch(found.id)
        if found.voided_at is not None:
            found.voided_at = None
            publish(VouchGiven(found, is_new=False))
            raise_revision(VOUCHES)


def end(found: Vouch, ending: Ending) -> None:
    """Inside a transaction that has claimed it."""
    found.withdrawn_at, found.ending = clock.now(), ending
    publish(VouchWithdrawn(found))
    raise_revision(VOUCHES)


def _standing(found: Vouch) -> Vouch:
    found = claim_vouch(found.id)
    if not found.is_standing:
        raise Ended
    return found
