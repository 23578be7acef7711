"""Vouches as moderators ask for them."""

from datetime import datetime

from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.vouches.models import Vouch


def any_vouch_with(public_id: str) -> Vouch | None:
    return db.session.scalar(select(Vouch).where(Vouch.public_id == public_id))


def given_between(voucher_id: int, since: datetime, until: datetime) -> list[Vouch]:
    return list(
        db.session.scalars(
            select(Vouch).where(
                Vouch.voucher_id == voucher_id, Vouch.given_at >= since, Vouch.given_at <= until
            )
        )
    )
