"""What a friend answers, from the letter."""

from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.sos.actions import letters
from pro_am.sos.models import SosAnswer, Told
from pro_am.sos.rules.calling import NothingSaid, check_answering
from pro_am.sos.rules.words import AnswerKind


def answer(told: Told, kind: AnswerKind, words: str, *, idempotency_key: str) -> None:
    """Raises SosIsOver, NothingSaid or ManyWords. The same tap twice is one answer."""
    words = words.strip() if kind is AnswerKind.WORDS else ""
    key = idempotency_key if kind is AnswerKind.WORDS else kind.value
    if kind is AnswerKind.WORDS and not words:
        raise NothingSaid
    with transaction():
        told = db.session.get_one(
            Told, told.id, with_for_update={"of": Told}, populate_existing=True
        )
        if any(each.idempotency_key == key for each in told.answers):
            return
        written = sum(each.kind is AnswerKind.WORDS for each in told.answers)
        check_answering(kind, is_over=told.sos.ended_at is not None, written=written)
        said = SosAnswer(idempotency_key=key, at=clock.now(), kind=kind, words=words)
        told.answers.append(said)
        letters.post_answer(said)
