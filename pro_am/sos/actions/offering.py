"""Ten minutes later: whoever was answered by nobody is offered to ring somebody themselves."""

from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.sos import queries
from pro_am.sos.actions import letters
from pro_am.sos.models import Sos
from pro_am.sos.rules.calling import is_alone

LOOK_AGAIN = "sos.look_again"


def look_again(sos_id: int) -> None:
    """One letter, once; nothing when there was an answer, or it is over."""
    with transaction():
        sos = db.session.get(Sos, sos_id, with_for_update={"of": Sos})
        if sos is None or sos.offered_at is not None:
            return
        now = clock.now()
        answers = sum(len(each.answers) for each in sos.told)
        is_over = sos.ended_at is not None
        if is_alone(called_at=sos.at, answers=answers, is_over=is_over, now=now):
            sos.offered_at = now
            letters.post_offer(sos, queries.choices_of(sos.client))
