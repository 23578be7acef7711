"""Reading letters, and who does without which."""

from datetime import datetime

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.foundation.topics import Topic, known_topics
from pro_am.foundation.web.addresses import public_url
from pro_am.notifications.models import UnwantedTopic


def due_letters(now: datetime, limit: int = 100) -> list[int]:
    return list(
        db.session.scalars(
            select(Letter.id)
            .where(Letter.state == "waiting", Letter.next_at <= now)
            .order_by(Letter.id)
            .limit(limit)
        )
    )


def latest_letters(limit: int = 100) -> list[Letter]:
    return list(db.session.scalars(select(Letter).order_by(Letter.id.desc()).limit(limit)))


def unwanted_topics(member_id: int) -> set[str]:
    return set(
        db.session.scalars(select(UnwantedTopic.topic).where(UnwantedTopic.member_id == member_id))
    )


def is_unwanted(letter: Letter) -> bool:
    """Whether its reader does without its topic, or is a member no more."""
    if letter.member_id is None:
        return False
    reader = db.session.get(Member, letter.member_id)
    if reader is None or reader.erased_at:
        return True
    return letter.topic in unwanted_topics(reader.id)


def way_out(member_id: int, topic: str, language: str | None = None) -> str:
    """The address where a member does without a topic, or takes it back, with no sign-in."""
    token = _signer().dumps([member_id, topic])
    return public_url("letters.without", language=language, token=token)


def way_out_of(letter: Letter) -> str | None:
    """Where its reader does without such letters, if they may."""
    if letter.topic and letter.member_id is not None:
        return way_out(letter.member_id, letter.topic, letter.language)
    return letter.way_out


def choice_from(token: str) -> tuple[Member, Topic] | None:
    """Whose choice about what an address is for; None when we did not make it."""
    try:
        member_id, key = _signer().loads(token)
    except BadSignature:
        return None
    member, topic = db.session.get(Member, member_id), known_topics().get(key)
    return (member, topic) if member and not member.erased_at and topic else None


def _signer() -> URLSafeSerializer:
    """Signed for this purpose alone; without an end, since old letters are found again too."""
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="letters that nobody wants")
