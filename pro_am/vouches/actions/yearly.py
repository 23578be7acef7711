"""The yearly confirmation: asked for by letter, lapsed after a month of grace, both are told."""

from pro_am.foundation import clock
from pro_am.foundation.database import transaction
from pro_am.foundation.events import publish
from pro_am.vouches.actions.claiming import claim_vouch
from pro_am.vouches.actions.ending import end
from pro_am.vouches.events import ConfirmationDue
from pro_am.vouches.models import Vouch
from pro_am.vouches.queries import due
from pro_am.vouches.rules.confirming import check_confirming, is_to_be_asked, lapses_at
from pro_am.vouches.rules.refusals import Ended
from pro_am.vouches.rules.vouch import Ending


def confirm(found: Vouch) -> None:
    """Its giver says that it still holds, for another year."""
    with transaction():
        found, now = claim_vouch(found.id), clock.now()
        if not found.is_standing or now >= lapses_at(found.confirmed_at):
            raise Ended
        check_confirming(found.confirmed_at, now)
        found.confirmed_at = now


def ask() -> None:
    """Ask those whose year is nearly over, or over, each in a transaction of its own."""
    for vouch_id in due.to_ask(clock.now()):
        with transaction():
            found, now = claim_vouch(vouch_id), clock.now()
            if found.is_standing and is_to_be_asked(found.confirmed_at, found.asked_at, now):
                found.asked_at = now
                publish(ConfirmationDue(found))


def lapse() -> None:
    for vouch_id in due.lapsed(clock.now()):
        with transaction():
            found = claim_vouch(vouch_id)
            if found.is_standing and lapses_at(found.confirmed_at) <= clock.now():
                end(found, Ending.LAPSED)
