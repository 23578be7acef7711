"""Contesting a restriction, and answering that: two stewards who took no part."""

from dataclasses import dataclass

from pro_am.accounts.models import Member
from pro_am.foundation import clock, ids, outbox
from pro_am.foundation.database import db, transaction
from pro_am.foundation.web.addresses import public_url
from pro_am.moderation.actions import restrictions
from pro_am.moderation.actions.claiming import claimed_appeal, claimed_restriction
from pro_am.moderation.models import Appeal, AppealVote, Restriction
from pro_am.moderation.queries import bench
from pro_am.moderation.queries import restrictions as queries
from pro_am.moderation.rules import LONGEST
from pro_am.moderation.rules import appeals as rules
from pro_am.moderation.rules.appeals import Answer, Panel
from pro_am.moderation.rules.restrictions import Ending, check_words


@dataclass(frozen=True)
class Vote:
    answer: Answer
    words_fr: str
    words_en: str


def contest(restriction: Restriction, words: str) -> Appeal:
    """The member says what is wrong with it; those who will answer hear of it."""
    with transaction():
        restriction = claimed_restriction(restriction.id)
        rules.check_appeal(
            words,
            is_contested=restriction.appeal is not None,
            told_at=restriction.told_at,
            ending=restriction.ending,
            now=clock.now(),
        )
        appeal = Appeal(
            public_id=ids.public_id(),
            restriction=restriction,
            words=words.strip()[:LONGEST],
            made_at=clock.now(),
            answer_by=clock.now() + rules.ANSWERED_WITHIN,
        )
        db.session.add(appeal)
        db.session.flush()  # letters link to it
        _tell_hearers(appeal)
    return appeal


def answer(appeal: Appeal, by: Member, vote: Vote) -> Answer | None:
    """One voice; the appeal's answer once enough agree, or None while somebody has to speak."""
    with transaction():
        appeal, by = claimed_appeal(appeal.id), db.session.get_one(Member, by.id)
        panel = bench.panel_of(appeal)
        rules.check_vote(
            bench.speaker(by),
            panel=panel,
            votes_by=[each.by_id for each in appeal.votes],
            involved=bench.involved_in(appeal.restriction),
            is_answered=appeal.answered_at is not None,
        )
        words_fr, words_en = check_words((vote.words_fr, vote.words_en))
        appeal.votes.append(
            AppealVote(
                by_id=by.id,
                at=clock.now(),
                answer=vote.answer,
                words_fr=words_fr,
                words_en=words_en,
            )
        )
        given = rules.answer_after([each.answer for each in appeal.votes], panel)
        if given is not None:
            _settle(appeal, given, panel, by)
        elif len(appeal.votes) >= rules.PANEL:
            _tell_hearers(appeal)
    return given


def _settle(appeal: Appeal, given: Answer, panel: Panel, by: Member) -> None:
    appeal.answer, appeal.answered_at, appeal.panel = given, clock.now(), panel
    restriction = appeal.restriction
    if given is Answer.OVERTURNED:
        restrictions.end(restriction, Ending.OVERTURNED, by=by)
    reader = restriction.member
    outbox.post(
        reader.address,
        "moderation/appeal_answered",
        reader=reader,
        appeal=appeal,
        answer_words=rules.ANSWERS[given],
        words=[each.words_in(reader.language) for each in appeal.votes if each.answer is given],
        url=queries.statement_url(restriction),
    )


def _tell_hearers(appeal: Appeal) -> None:
    for reader in bench.hearers_of(appeal):
        outbox.post(
            reader.address,
            "moderation/appeal_waits",
            reader=reader,
            appeal=appeal,
            differ=len(appeal.votes) >= rules.PANEL,
            url=public_url("appeals.show", language=reader.language, public_id=appeal.public_id),
        )
