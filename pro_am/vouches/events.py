"""What happened here that others may care about."""

from dataclasses import dataclass

from pro_am.accounts.models import Member
from pro_am.vouches.models import Invitation, Vouch


@dataclass(frozen=True)
class VouchGiven:
    """It counts from now on."""

    vouch: Vouch
    is_new: bool = True  # False: moderators had taken it out, and restored it


@dataclass(frozen=True)
class VouchWithdrawn:
    """It counts no more, however it ended: `vouch.ending`, or `vouch.voided_at`, says how."""

    vouch: Vouch


@dataclass(frozen=True)
class ConfirmationDue:
    """Its giver is asked whether it still holds."""

    vouch: Vouch


@dataclass(frozen=True)
class InvitationWritten:
    """`holder` is the member whose address it went to: they are here already."""

    invitation: Invitation
    holder: Member | None


@dataclass(frozen=True)
class InvitationAccepted:
    """`vouch` is None when the inviter vouches for nobody, or had no place left."""

    invitation: Invitation
    vouch: Vouch | None
