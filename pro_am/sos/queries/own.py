"""A client's own SOS, and what is known of each friend who was told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import selectinload

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.programmes.models import Programme
from pro_am.programmes.rules.words import Standing
from pro_am.sos.models import Sos, SosAnswer, SosChoices, Told
from pro_am.sos.rules.calling import Delivery, delivery_of
from pro_am.supporters.models import Supporter
from pro_am.supporters.rules.life import SupporterState


@dataclass(frozen=True)
class FriendLine:
    name: str
    delivery: Delivery
    answers: tuple[SosAnswer, ...]


def own_sos(client: Member, public_id: str) -> Sos | None:
    return db.session.scalar(
        select(Sos)
        .where(Sos.client_id == client.id, Sos.public_id == public_id)
        .options(selectinload(Sos.told).selectinload(Told.answers))
    )


def open_sos(client: Member) -> Sos | None:
    """The newest that is not over."""
    return db.session.scalar(
        select(Sos)
        .where(Sos.client_id == client.id, Sos.ended_at.is_(None))
        .order_by(Sos.at.desc(), Sos.id.desc())
        .limit(1)
    )


def sos_with_key(client: Member, idempotency_key: str) -> Sos | None:
    return db.session.scalar(
        select(Sos).where(Sos.client_id == client.id, Sos.idempotency_key == idempotency_key)
    )


def latest_moments(client: Member, since: datetime) -> list[datetime]:
    return list(
        db.session.scalars(select(Sos.at).where(Sos.client_id == client.id, Sos.at > since))
    )


def choices_of(client: Member) -> SosChoices | None:
    return db.session.get(SosChoices, client.id)


def friends_of(sos: Sos) -> list[FriendLine]:
    """Who was told, in that order, with what became of each letter; one statement."""
    wanted = [each.letter_id for each in sos.told]
    rows = db.session.execute(select(Letter.id, Letter.state).where(Letter.id.in_(wanted)))
    states: dict[int, str] = {letter_id: state for letter_id, state in rows}
    return [
        FriendLine(
            each.supporter.name,
            delivery_of(states.get(each.letter_id), has_answered=bool(each.answers)),
            tuple(each.answers),
        )
        for each in sos.told
    ]


def concerns(member_id: ColumnElement[int]) -> ColumnElement[bool]:
    """In SQL: whether somebody has a reason for the button, a programme under way or a friend."""
    return or_(
        exists().where(Programme.client_id == member_id, Programme.standing != Standing.ENDED),
        exists().where(
            Supporter.client_id == member_id, Supporter.state == SupporterState.FOLLOWING
        ),
    )


def sos_facts(client: Member) -> Iterator[dict[str, object]]:
    """What a client's own file says."""
    called = select(Sos).where(Sos.client_id == client.id).order_by(Sos.id)
    for sos in db.session.scalars(called.options(selectinload(Sos.told))):
        yield {
            "at": sos.at,
            "pick": sos.pick,
            "words": sos.words,
            "told": [each.supporter.name for each in sos.told],
            "answers": [
                {"by": each.supporter.name, "at": a.at, "kind": a.kind, "words": a.words}
                for each in sos.told
                for a in each.answers
            ],
            "ended_at": sos.ended_at,
            "ending": sos.ending,
        }
