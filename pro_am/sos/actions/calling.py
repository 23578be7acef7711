"""Calling everybody who follows, in one transaction with all their letters; and ending it."""

from dataclasses import dataclass

from pro_am.accounts.models import Member
from pro_am.foundation import clock, ids, jobs
from pro_am.foundation.database import db, transaction
from pro_am.sos import queries
from pro_am.sos.actions import letters
from pro_am.sos.actions.offering import LOOK_AGAIN
from pro_am.sos.models import Sos, Told
from pro_am.sos.rules.calling import ALONE_AFTER, HOUR, NothingSaid, check_calling
from pro_am.sos.rules.distress import speaks_of_distress
from pro_am.sos.rules.words import Pick, SosEnding
from pro_am.supporters.queries import reached_by


@dataclass(frozen=True)
class Call:
    """What somebody says: something picked, words of their own, or both."""

    pick: Pick | None
    words: str


def call(client: Member, said: Call, *, is_sure: bool, idempotency_key: str) -> Sos:
    """Tell all friends at once. Raises NothingSaid, NobodyToTell, or SureAgain."""
    words = said.words.strip()
    if said.pick is None and not words:
        raise NothingSaid
    with transaction():
        # Two presses of one person, one after the other: else both would be the first.
        client = db.session.get_one(Member, client.id, with_for_update={"of": Member})
        if called := queries.sos_with_key(client, idempotency_key):
            return called
        now, friends = clock.now(), reached_by(client)
        earlier = queries.latest_moments(client, now - HOUR)
        check_calling(earlier, now, friends=len(friends), is_sure=is_sure)
        choices = queries.choices_of(client)
        sos = Sos(
            public_id=ids.public_id(),
            client=client,
            idempotency_key=idempotency_key,
            at=now,
            pick=said.pick,
            words=words,
            shows_numbers=speaks_of_distress(words),
            coach_sees=choices is not None and choices.coach_sees,
            told=[Told(supporter=friend, letter_id=0) for friend in friends],
        )
        db.session.add(sos)
        db.session.flush()  # their addresses need their ids
        for told in sos.told:
            told.letter_id = letters.post_call(told, choices.phone if choices else "")
        jobs.enqueue(LOOK_AGAIN, key=str(sos.id), run_at=now + ALONE_AFTER, sos_id=sos.id)
    return sos


def end(sos: Sos, ending: SosEnding) -> None:
    """Whatever came of it is fine; friends who were told hear that nobody need hurry any more."""
    with transaction():
        sos = db.session.get_one(Sos, sos.id, with_for_update={"of": Sos}, populate_existing=True)
        if sos.ended_at is not None:
            return
        sos.ended_at, sos.ending = clock.now(), ending
        letters.take_back_calls(sos)
        for told in sos.told:
            if told.supporter.is_following and told.supporter.email:
                letters.post_end(told)
