"""What a client settles in a quiet hour."""

from collections.abc import Sequence
from dataclasses import dataclass

from pro_am.accounts.models import Member
from pro_am.foundation.database import db, transaction
from pro_am.sos.models import SosChoices
from pro_am.sos.rules.telephone import dialled


@dataclass(frozen=True)
class Settled:
    phone: str  # their own; empty: friends are shown none
    coach_sees: bool
    contacts: Sequence[tuple[str, str]]  # name and telephone


def settle(client: Member, settled: Settled) -> None:
    """Telephone numbers are kept as they are dialled. Raises NoTelephone."""
    phone = dialled(settled.phone)
    numbers = [
        [name.strip() or telephone, dialled(telephone)]
        for name, telephone in settled.contacts
        if dialled(telephone)
    ]
    with transaction():
        db.session.merge(
            SosChoices(
                member_id=client.id, phone=phone, coach_sees=settled.coach_sees, numbers=numbers
            )
        )
