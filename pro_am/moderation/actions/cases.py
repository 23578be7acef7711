"""Cases that take two people: one decides, another agrees or a third settles it."""

from dataclasses import dataclass

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.moderation.models import CaseVote
from pro_am.moderation.queries import bench
from pro_am.moderation.queries.cases import votes_on
from pro_am.moderation.rules import cases as rules
from pro_am.moderation.rules.restrictions import check_words


@dataclass(frozen=True)
class Voice:
    outcome: str
    words_fr: str
    words_en: str


def speak(case_ref: str, by: Member, voice: Voice, *, parties: frozenset[int]) -> Voice | None:
    """Inside a transaction that has claimed the case: what it amounts to, or None as long as
    somebody else has to speak. `parties` are those whom it concerns."""
    with transaction():
        by = db.session.get_one(Member, by.id)
        votes = votes_on(case_ref)
        rules.check_voice(by_id=by.id, parties=parties, votes_by=[each.by_id for each in votes])
        words_fr, words_en = check_words((voice.words_fr, voice.words_en))
        db.session.add(
            CaseVote(
                case_ref=case_ref,
                by_id=by.id,
                at=clock.now(),
                outcome=voice.outcome,
                words_fr=words_fr,
                words_en=words_en,
            )
        )
        outcomes = [*(each.outcome for each in votes), voice.outcome]
        agreed = rules.agreed(outcomes, is_alone=bench.decides_alone(by))
    return voice if agreed is not None else None
