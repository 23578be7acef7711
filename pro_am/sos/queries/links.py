"""The address by which a friend answers: signed, for one SOS and one friend."""

from sqlalchemy.orm import selectinload

from pro_am.foundation.database import db
from pro_am.foundation.web import signed_links
from pro_am.foundation.web.addresses import public_url
from pro_am.sos.models import Told
from pro_am.sos.rules.calling import ANSWERED_WITHIN
from pro_am.sos.rules.words import AnswerKind

PURPOSE = "answer an SOS"


def answer_url(told: Told, say: AnswerKind | None = None) -> str:
    """With `say` the page has that answer first; it is sent by a button there, never by this."""
    token = signed_links.sign(PURPOSE, told.id, until=told.sos.at + ANSWERED_WITHIN)
    language = told.supporter.language
    return public_url(
        "sos_answers.show", language=language, token=token, say=say.value if say else None
    )


def told_from(token: str) -> Told | None:
    """None for an address that we did not sign, that is too old, or of one who follows no more."""
    link = signed_links.read(PURPOSE, token)
    if link is None or link.is_over:
        return None
    told = db.session.get(Told, link.facts[0], options=[selectinload(Told.answers)])
    if told is None or not told.supporter.is_following or told.sos.client.left_at:
        return None
    return told
