"""Reading letters, and who does without which."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from flask import current_app
from itsdangerous import BadSignature, Signer, URLSafeSerializer
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation import ids
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Haste, Letter
from pro_am.foundation.topics import Topic, known_topics
from pro_am.foundation.web.addresses import public_url
from pro_am.notifications.models import BouncedAddress, UnwantedTopic, UnwrittenAddress

MOST_AT_ONCE = 900  # values in one statement: SQLite of old takes 999


def due_letters(now: datetime, limit: int) -> list[int]:
    """The most pressing first."""
    return list(
        db.session.scalars(
            select(Letter.id)
            .where(Letter.state == "waiting", Letter.next_at <= now)
            .order_by(Letter.haste, Letter.id)
            .limit(limit)
        )
    )


def urgent_letters(now: datetime) -> list[int]:
    return list(
        db.session.scalars(
            select(Letter.id)
            .where(Letter.haste == Haste.URGENT, Letter.state == "waiting", Letter.next_at <= now)
            .order_by(Letter.id)
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
        return _is_to_who_wants_none(letter)
    reader = db.session.get(Member, letter.member_id)
    if reader is None or reader.erased_at:
        return True
    return letter.topic in unwanted_topics(reader.id)


def is_bounced(email: str) -> bool:
    """Whether nothing is sent there, since its mailbox takes no letters."""
    return bool(bounced_among([email]))


def bounced_among(emails: Iterable[str]) -> set[str]:
    """Which of these addresses (lower case) take no letters, however many they are."""
    asked, found = list(emails), set[str]()
    for begin in range(0, len(asked), MOST_AT_ONCE):
        some = asked[begin : begin + MOST_AT_ONCE]
        found.update(
            db.session.scalars(select(BouncedAddress.email).where(BouncedAddress.email.in_(some)))
        )
    return found


def message_id_of(letter_id: int) -> str:
    """As it stands in the letter's header; signed, so that nobody can make one up."""
    domain = urlsplit(current_app.config["PUBLIC_URL"]).hostname
    return f"<{_message_signer().sign(str(letter_id)).decode()}@{domain}>"


def letter_with(message_id: str) -> Letter | None:
    """The letter that left with this Message-ID; None when we did not make that, or forgot it."""
    signed, _, _ = message_id.strip("<> ").rpartition("@")
    try:
        return db.session.get(Letter, int(_message_signer().unsign(signed)))
    except (BadSignature, ValueError):
        return None


def _is_to_who_wants_none(letter: Letter) -> bool:
    ours = strangers_way_out(letter.recipient, letter.language)
    return letter.way_out == ours and is_unwritten(ids.fingerprint(letter.recipient))


def is_unwritten(address_mark: str) -> bool:
    return db.session.get(UnwrittenAddress, address_mark) is not None


def strangers_way_out(email: str, language: str) -> str:
    """For a letter that a member lets us write to an address without an account."""
    token = _strangers_signer().dumps(ids.fingerprint(email))
    return public_url("letters.never", language=language, token=token)


def stranger_from(token: str) -> str | None:
    """The mark of the address that a way out is for; None when we did not make it."""
    try:
        return str(_strangers_signer().loads(token))
    except BadSignature:
        return None


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


def _strangers_signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="letters to no stranger")


def _message_signer() -> Signer:
    return Signer(current_app.config["SECRET_KEY"], salt="letters that may come back")
