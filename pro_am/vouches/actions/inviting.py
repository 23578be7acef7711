"""Inviting somebody new, and what becomes of it."""

from dataclasses import dataclass

from sqlalchemy import update

from pro_am.accounts import queries as accounts
from pro_am.accounts.models import Member
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.refusal import Refusal
from pro_am.vouches.actions.claiming import claim_places
from pro_am.vouches.actions.giving import Known, begin
from pro_am.vouches.events import InvitationAccepted, InvitationWritten
from pro_am.vouches.models import Invitation, Vouch
from pro_am.vouches.queries import deciding, invitations
from pro_am.vouches.rules.giving import check_giving
from pro_am.vouches.rules.invitations import InvitationState, check_accepting, check_inviting
from pro_am.vouches.rules.vouch import AS_HOST, Basis


@dataclass(frozen=True)
class Guest:
    """Whom an invitation is for; without an address it is a link to hand over."""

    name: str
    email: str | None
    note: str = ""


def invite(
    inviter: Member, guest: Guest, known: Known | None, *, idempotency_key: str
) -> Invitation:
    """Ask somebody to come; with `known`, the inviter vouches for them from their first day.

    The answer is the same whether the address is somebody's here or not: who is here already gets
    a note instead, and can accept nothing.
    """
    email = guest.email.strip().lower() if guest.email else None
    with transaction():
        inviter = claim_places(inviter.id)
        written = invitations.invitation_with_key(inviter, idempotency_key)
        if written:
            return written
        now = clock.now()
        open_count, lately = invitations.open_and_lately(inviter.id, now)
        check_inviting(open_count=open_count, lately=lately, email=email, own_email=inviter.email)
        invitation = Invitation(
            public_id=ids.public_id(),
            idempotency_key=idempotency_key,
            inviter=inviter,
            name=guest.name.strip(),
            email=email,
            note=guest.note.strip(),
            created_at=now,
            vouches=known is not None,
            craft=known.craft if known else AS_HOST,
            relation=known.relation if known else None,
            known_since=known.known_since if known else None,
            words=known.words.strip() if known else "",
            shows_name=known.shows_name if known else True,
        )
        db.session.add(invitation)
        holder = accounts.holder_of(email, now) if email else None
        is_here = holder is not None and holder.email_confirmed_at is not None
        publish(InvitationWritten(invitation, holder if is_here else None))
    return invitation


def take_back(invitation: Invitation) -> None:
    """Its link opens nothing any more. One that was accepted stays."""
    with transaction():
        invitation = _claimed(invitation)
        if invitation.state_now(clock.now()) is InvitationState.OPEN:
            invitation.withdrawn_at = clock.now()


def accept(invitation: Invitation, member: Member) -> None:
    """A new member says who brought them; the inviter's vouch begins, if there is a place."""
    with transaction():
        inviter = claim_places(invitation.inviter_id)
        invitation, now = _claimed(invitation), clock.now()
        check_accepting(invitations.accepting_facts(invitation, member, now))
        invitation.accepted_at, invitation.accepted_by = now, member
        vouch = _vouch_of(invitation, inviter, member) if invitation.vouches else None
        publish(InvitationAccepted(invitation, vouch))


def forget_addresses() -> None:
    """Of those who came, and of those who did not want to."""
    old = invitations.with_old_addresses(clock.now())
    with transaction():
        db.session.execute(
            update(Invitation).where(Invitation.id.in_(old)).values(email=None, note="")
        )


def forget_guests(inviter: Member) -> None:
    """The inviter is erased: their invitations end, and what they wrote of others goes."""
    with transaction():
        for invitation in invitations.invitations_by(inviter):
            take_back(invitation)
            invitation.name = invitation.note = invitation.words = ""
            invitation.email = invitation.relation = invitation.known_since = None


def _vouch_of(invitation: Invitation, inviter: Member, member: Member) -> Vouch | None:
    """None when the inviter cannot vouch (any more): the new member is welcome all the same."""
    now = clock.now()
    try:
        check_giving(deciding.voucher_facts(inviter), deciding.vouched_facts(inviter, member), now)
    except Refusal:
        return None
    known = Known(
        craft=invitation.craft,
        words=invitation.words,
        relation=invitation.relation,
        known_since=invitation.known_since,
        shows_name=invitation.shows_name,
    )
    key = f"invitation {invitation.id}"
    return begin(inviter, member, known, Basis.INVITATION, idempotency_key=key)


def _claimed(invitation: Invitation) -> Invitation:
    return db.session.get_one(
        Invitation, invitation.id, with_for_update={"of": Invitation}, populate_existing=True
    )
