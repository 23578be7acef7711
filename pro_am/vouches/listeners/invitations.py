"""Letters about invitations: to the guest, to who is here already, to the inviter."""

from pro_am.foundation import outbox
from pro_am.foundation.events import listen
from pro_am.foundation.outbox import Address
from pro_am.foundation.web.addresses import public_url
from pro_am.notifications.queries import strangers_way_out
from pro_am.vouches.events import InvitationAccepted, InvitationWritten
from pro_am.vouches.queries import invitations


def attach() -> None:
    listen(InvitationWritten, _written)
    listen(InvitationAccepted, _accepted)


def _written(event: InvitationWritten) -> None:
    """Who has an account hears that somebody thought of them, and what they can do instead."""
    invitation, holder = event.invitation, event.holder
    if invitation.email is None:
        return
    if holder:
        outbox.post(
            Address(invitation.email, holder.language, holder.id),
            "vouches/here_already",
            reader=holder,
            inviter=invitation.inviter,
            url=public_url("vouches.mine", language=holder.language),
        )
        return
    language = invitation.inviter.language  # the best guess of what the two speak
    outbox.post(
        Address(invitation.email, language, way_out=strangers_way_out(invitation.email, language)),
        "vouches/invited",
        invitation=invitation,
        inviter=invitation.inviter,
        url=invitations.url_of(invitation, language),
    )


def _accepted(event: InvitationAccepted) -> None:
    invitation = event.invitation
    reader = invitation.inviter
    outbox.post(
        reader.address,
        "vouches/accepted",
        reader=reader,
        guest=invitation.accepted_by,
        vouches=invitation.vouches,
        vouch=event.vouch,
        url=public_url("vouches.mine", language=reader.language),
    )
