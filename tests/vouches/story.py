"""What Ana lives through, so that every letter about vouches and invitations is written."""

from datetime import timedelta

from pro_am.accounts.models import Member
from pro_am.foundation import clock, ids
from pro_am.foundation.database import transaction
from pro_am.vouches import actions, jobs
from pro_am.vouches.actions import Guest
from tests.vouches.knowing import make_known, someone, vouch

LETTERS = [
    ("ben", "vouches/given"),
    ("ana", "vouches/declined"),
    ("ben", "vouches/given"),
    ("ana", "vouches/confirm"),
    ("ana", "vouches/lapsed"),
    ("ben", "vouches/lapsed_for_you"),
    ("cleo", "vouches/here_already"),
    ("dora", "vouches/invited"),
    ("ana", "vouches/accepted"),
]


def live(ana: Member, ben: Member) -> None:
    make_known(ana)
    actions.decline(vouch(ana, ben))
    given = vouch(ana, ben)
    for days in (340, 60):
        with transaction():
            given.confirmed_at -= timedelta(days=days)
        jobs.see_to_confirmations()
    for email in ("cleo@example.org", "dora@example.org"):
        guest = Guest("Dora", email, "Come and eat with us.")
        invitation = actions.invite(ana, guest, None, idempotency_key=ids.public_id())
    newcomer = someone("Nina Neuve")
    with transaction():
        newcomer.created_at = clock.now()
    actions.accept(invitation, newcomer)
