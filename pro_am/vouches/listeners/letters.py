"""Letters about vouches: who vouches for you, does it still hold, it has ended."""

from typing import Any

from pro_am.accounts.models import Member
from pro_am.foundation import outbox
from pro_am.foundation.events import listen
from pro_am.foundation.topics import Topic
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.words import mark
from pro_am.vouches.events import ConfirmationDue, VouchGiven, VouchWithdrawn
from pro_am.vouches.models import Vouch
from pro_am.vouches.queries import links
from pro_am.vouches.rules.confirming import lapses_at
from pro_am.vouches.rules.vouch import Ending

TOPICS = (
    Topic(
        "vouches",
        mark("Recommendations in person"),
        mark("What became of a recommendation that you gave, or of an invitation."),
    ),
)


def attach() -> None:
    listen(VouchGiven, _given)
    listen(VouchWithdrawn, _ended)
    listen(ConfirmationDue, _due)


def _given(event: VouchGiven) -> None:
    """The person vouched for knows by whom, and may do without: from the letter, in one click."""
    if event.is_new:
        vouch = event.vouch
        _post("vouches/given", vouch, vouch.vouched, decline_url=links.decline_url(vouch))


def _ended(event: VouchWithdrawn) -> None:
    """Whoever takes a vouch back is not made to explain it; the other reads it on their page."""
    vouch = event.vouch
    if vouch.ending is Ending.DECLINED:
        _post("vouches/declined", vouch, vouch.voucher)
    if vouch.ending is Ending.LAPSED:
        _post("vouches/lapsed", vouch, vouch.voucher)
        _post("vouches/lapsed_for_you", vouch, vouch.vouched)


def _due(event: ConfirmationDue) -> None:
    vouch = event.vouch
    _post(
        "vouches/confirm",
        vouch,
        vouch.voucher,
        until=lapses_at(vouch.confirmed_at),
        confirm_url=links.confirm_url(vouch),
    )


def _post(template: str, vouch: Vouch, reader: Member, **facts: Any) -> None:
    outbox.post(
        reader.address,
        template,
        reader=reader,
        vouch=vouch,
        voucher=vouch.voucher,
        vouched=vouch.vouched,
        url=public_url("vouches.mine", language=reader.language),
        **facts,
    )
