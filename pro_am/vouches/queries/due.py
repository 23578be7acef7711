"""Vouches whose year is over, or nearly: by id, for the worker."""

from datetime import datetime

from sqlalchemy import ColumnElement, or_, select

from pro_am.foundation.database import db
from pro_am.vouches.models import Vouch
from pro_am.vouches.rules.confirming import ASKED_BEFORE, STANDS_FOR, YEAR


def to_ask(now: datetime) -> list[int]:
    """Those whose givers have not been asked yet; `rules.confirming.is_to_be_asked` in SQL."""
    nearly, over = now - YEAR + ASKED_BEFORE, now - YEAR
    return _standing(
        or_(
            (Vouch.confirmed_at <= nearly)
            & (Vouch.asked_at.is_(None) | (Vouch.asked_at < Vouch.confirmed_at)),
            (Vouch.confirmed_at <= over) & (Vouch.asked_at < now - ASKED_BEFORE),
        ),
        Vouch.confirmed_at > now - STANDS_FOR,
    )


def lapsed(now: datetime) -> list[int]:
    return _standing(Vouch.confirmed_at <= now - STANDS_FOR)


def _standing(*those: ColumnElement[bool]) -> list[int]:
    return list(
        db.session.scalars(
            select(Vouch.id).where(Vouch.withdrawn_at.is_(None), *those).order_by(Vouch.id)
        )
    )
