"""Restrictions: those in force, those of a member, those that wait for a person."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import joinedload

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.web import signed_links
from pro_am.foundation.web.addresses import public_url
from pro_am.moderation.models import Appeal, Report, Restriction, Takeover
from pro_am.moderation.rules.appeals import APPEAL_WITHIN
from pro_am.moderation.rules.restrictions import Kind

STATEMENT = "a statement of reasons"
KEPT_OUT = (Kind.SUSPENSION, Kind.EXCLUSION)


def _is_in_force(now: datetime) -> ColumnElement[bool]:
    return (
        Restriction.began_at.is_not(None)
        & Restriction.ended_at.is_(None)
        & or_(Restriction.until.is_(None), Restriction.until > now)
    )


def standing(member_id: int, kind: Kind, ref: str = "") -> Restriction | None:
    """The restriction of this kind, about this thing, that is in force."""
    found = select(Restriction).where(
        Restriction.member_id == member_id,
        Restriction.kind == kind,
        _is_in_force(clock.now()),
    )
    if kind is not Kind.OFFERS_PAUSE:  # which takes all offers, whichever it is about
        found = found.where(Restriction.ref == ref)
    return db.session.scalar(found.order_by(Restriction.id).limit(1))


def is_kept_out(member_id: int) -> bool:
    """Whether a suspension or an exclusion is in force."""
    return any(standing(member_id, kind) for kind in KEPT_OUT)


def exclusion_of(member: Member) -> Restriction | None:
    """The exclusion that is in force, or that waits for a second person."""
    return db.session.scalar(
        select(Restriction)
        .where(
            Restriction.member_id == member.id,
            Restriction.kind == Kind.EXCLUSION,
            Restriction.ended_at.is_(None),
        )
        .limit(1)
    )


def of_report(report: Report) -> Restriction | None:
    """What its decision took from somebody; an exclusion is decided apart."""
    return db.session.scalar(
        select(Restriction).where(
            Restriction.report_id == report.id, Restriction.kind != Kind.EXCLUSION
        )
    )


def restriction_of(member: Member, public_id: str) -> Restriction | None:
    """One's own, once one has been told of it."""
    return db.session.scalar(
        _with_appeal().where(
            Restriction.member_id == member.id,
            Restriction.public_id == public_id,
            Restriction.told_at.is_not(None),
        )
    )


def restriction_with(public_id: str) -> Restriction | None:
    """Any: for those who decide."""
    return db.session.scalar(_with_appeal().where(Restriction.public_id == public_id))


def restrictions_of(member: Member, limit: int = 50) -> list[Restriction]:
    return list(
        db.session.scalars(
            select(Restriction)
            .options(joinedload(Restriction.appeal))
            .where(Restriction.member_id == member.id, Restriction.told_at.is_not(None))
            .order_by(Restriction.told_at.desc(), Restriction.id.desc())
            .limit(limit)
        )
    )


def restriction_facts(member: Member) -> list[dict[str, object]]:
    """What a member's own file says of what was decided about them."""
    return [
        {
            "kind": each.kind,
            "rule": each.rule,
            "about": each.quoted,
            "facts": each.words_in(member.language),
            "decided_by": each.by_role,
            "began_at": each.began_at,
            "ended_at": each.ended_at,
            "ending": each.ending,
            "my_appeal": each.appeal.words if each.appeal else None,
            "answer": each.appeal.answer if each.appeal else None,
        }
        for each in restrictions_of(member)
    ]


@dataclass(frozen=True)
class ForPeople:
    """Restrictions that people who took no part see to, each list in its order."""

    seconds: list[Restriction]  # exclusions that one person has proposed
    looks: list[Restriction]  # decided by a rule, and not seen by a person
    paused: list[Restriction]  # pauses of offers that a person has decided or seen


def for_people(limit: int = 200) -> ForPeople:
    found = db.session.scalars(
        select(Restriction)
        .options(joinedload(Restriction.report))
        .where(
            Restriction.ended_at.is_(None),
            or_(
                Restriction.began_at.is_(None),
                Restriction.look_by.is_not(None) & Restriction.looked_at.is_(None),
                Restriction.kind == Kind.OFFERS_PAUSE,
            ),
        )
        .order_by(Restriction.made_at)
        .limit(limit)
    ).all()
    begun = [each for each in found if not each.waits_for_second]
    return ForPeople(
        [each for each in found if each.waits_for_second],
        [each for each in begun if each.waits_for_look],
        [each for each in begun if not each.waits_for_look],
    )


def waiting_counts() -> tuple[int, int]:
    """How many restrictions wait for a look, and how many appeals for an answer."""
    looks = select(func.count()).where(
        Restriction.look_by.is_not(None),
        Restriction.looked_at.is_(None),
        Restriction.ended_at.is_(None),
    )
    appeals = select(func.count()).where(Appeal.answered_at.is_(None))
    row = db.session.execute(select(looks.scalar_subquery(), appeals.scalar_subquery())).one()
    return row[0], row[1]


def takeovers(limit: int = 20) -> list[Takeover]:
    """Accounts that somebody else had, as said lately."""
    return list(
        db.session.scalars(
            select(Takeover)
            .where(Takeover.undone_at.is_(None))
            .order_by(Takeover.said_at.desc())
            .limit(limit)
        )
    )


def takeover_with(public_id: str) -> Takeover | None:
    return db.session.scalar(select(Takeover).where(Takeover.public_id == public_id))


def statement_url(restriction: Restriction) -> str:
    """For a letter: it opens without a sign-in, since some of them cannot sign in."""
    until = (restriction.told_at or clock.now()) + APPEAL_WITHIN
    token = signed_links.sign(STATEMENT, restriction.id, until=until)
    return public_url("statements.read", language=restriction.member.language, token=token)


def by_letter(token: str) -> tuple[Restriction, bool] | None:
    """What the link of a letter is about, and whether the link is over."""
    link = signed_links.read(STATEMENT, token)
    found = link and db.session.scalar(_with_appeal().where(Restriction.id == link.facts[0]))
    return (found, link.is_over) if link and found else None


def _with_appeal() -> Select[Restriction]:
    return select(Restriction).options(joinedload(Restriction.appeal).selectinload(Appeal.votes))
