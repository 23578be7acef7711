"""Addresses in letters about vouches that act without a sign-in: made here, and read again here."""

import enum
from dataclasses import dataclass
from datetime import timedelta

from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.web import signed_links
from pro_am.foundation.web.addresses import public_url
from pro_am.vouches.models import Vouch
from pro_am.vouches.rules.confirming import lapses_at

DECLINE_WITHIN = timedelta(days=365)


class Purpose(enum.StrEnum):
    CONFIRM = "confirm a vouch"
    DECLINE = "decline a vouch"


@dataclass(frozen=True)
class VouchLink:
    vouch: Vouch
    is_stale: bool
    """Whether it has ended since the letter, or time has passed."""


def confirm_url(vouch: Vouch) -> str:
    """Where its giver says that it still holds."""
    token = signed_links.sign(Purpose.CONFIRM, vouch.id, until=lapses_at(vouch.confirmed_at))
    return public_url("vouches_by_letter.confirm", language=vouch.voucher.language, token=token)


def decline_url(vouch: Vouch) -> str:
    """Where the person vouched for says that they do not wish it."""
    token = signed_links.sign(Purpose.DECLINE, vouch.id, until=clock.now() + DECLINE_WITHIN)
    return public_url("vouches_by_letter.decline", language=vouch.vouched.language, token=token)


def vouch_link(purpose: Purpose, token: str) -> VouchLink | None:
    """None for an address that we did not sign for this purpose."""
    link = signed_links.read(purpose, token)
    vouch = db.session.get(Vouch, link.facts[0]) if link else None
    if link is None or vouch is None:
        return None
    return VouchLink(vouch, link.is_over or not vouch.is_standing)
