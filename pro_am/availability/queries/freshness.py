"""Whether calendars rest, and the signed addresses by which their pro-ams say that they hold."""

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import select

from pro_am.availability.models import Calendar
from pro_am.foundation.database import db


def is_resting(calendar_id: int) -> bool:
    """Its pro-am was asked whether the hours hold, and has not answered."""
    paused = select(Calendar.id).where(Calendar.id == calendar_id, Calendar.paused_at.is_not(None))
    return db.session.scalar(paused) is not None


def freshness_token(profile_id: int) -> str:
    return _signer().dumps(profile_id)


def profile_asked_about(token: str) -> int | None:
    """Whose hours an address is about; None when we did not make it."""
    try:
        profile_id: int = _signer().loads(token)
    except BadSignature:
        return None
    return profile_id


def _signer() -> URLSafeSerializer:
    """Signed for this purpose alone; without an end, since all it says is that hours hold."""
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="hours that still hold")
