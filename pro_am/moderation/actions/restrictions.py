"""Taking something from a member, with reasons; ending that; what either does at once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete

from pro_am.accounts import actions as accounts
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role as Appointed
from pro_am.foundation import clock, ids, outbox
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.moderation.actions import public_log
from pro_am.moderation.actions.claiming import claimed_restriction
from pro_am.moderation.events import (
    ContentHidden,
    ContentShownAgain,
    RestrictionBegan,
    RestrictionEnded,
    ReviewFreezeChanged,
)
from pro_am.moderation.models import Report, Restriction, WritingPause
from pro_am.moderation.queries import restrictions as queries
from pro_am.moderation.rules import Reason, Subject
from pro_am.moderation.rules import restrictions as rules
from pro_am.moderation.rules.public_log import About
from pro_am.moderation.rules.restrictions import Ending, Kind, Role, Rule


@dataclass(frozen=True)
class Grounds:
    """Why: the rule that was not kept, and the facts in French and in English."""

    rule: Rule
    words_fr: str
    words_en: str


@dataclass(frozen=True)
class Thing:
    """What it is about, where that is one thing: its public id or slug, and what it said."""

    subject: Subject | None = None
    ref: str = ""
    quoted: str = ""


NOTHING = Thing()


def role_of(member: Member | None) -> Role:
    """In which role somebody decides; nobody: the program, by a rule."""
    if member is None:
        return Role.RULE
    if member.has_role(Appointed.MODERATOR):
        return Role.MODERATOR
    if member.has_role(Appointed.STEWARD):
        return Role.STEWARD
    return Role.OPERATOR if member.has_role(Appointed.ADMIN) else Role.MEMBER


def impose(  # noqa: PLR0913 - all that a statement of reasons consists of
    member: Member,
    kind: Kind,
    grounds: Grounds,
    *,
    by: Member | None,
    thing: Thing = NOTHING,
    report: Report | None = None,
    other_id: int | None = None,
    until: datetime | None = None,
    is_told: bool = True,
) -> Restriction:
    """Restrict a member from now on, and say why; the same once more stays one restriction."""
    with transaction():
        known = queries.standing(member.id, kind, thing.ref)
        if known and (report is None or known.report_id == report.id):
            return known
        restriction = written(member, kind, grounds, by=by, thing=thing, report=report)
        restriction.other_id = other_id or (report.reporter_id if report else None)
        restriction.until = until
        if by is None:
            restriction.look_by = clock.now() + rules.LOOKED_AT_WITHIN
        begin(restriction)
        if is_told:
            tell(restriction)
    return restriction


def written(
    member: Member,
    kind: Kind,
    grounds: Grounds,
    *,
    by: Member | None,
    thing: Thing = NOTHING,
    report: Report | None = None,
) -> Restriction:
    """Inside a transaction: the row of a restriction that has not begun."""
    restriction = Restriction(
        public_id=ids.public_id(),
        member_id=member.id,
        kind=kind,
        rule=grounds.rule,
        subject=thing.subject,
        ref=thing.ref,
        quoted=thing.quoted,
        report_id=report.id if report else None,
        words_fr=grounds.words_fr.strip()[: rules.LONGEST_WORDS],
        words_en=grounds.words_en.strip()[: rules.LONGEST_WORDS],
        by_id=by.id if by else None,
        by_role=role_of(by),
        made_at=clock.now(),
    )
    db.session.add(restriction)
    db.session.flush()  # what follows names it
    return restriction


def begin(restriction: Restriction) -> None:
    """Inside a transaction: it takes effect."""
    is_first = not queries.standing(restriction.member_id, restriction.kind, restriction.ref)
    restriction.began_at = clock.now()
    if restriction.kind is Kind.WRITING_PAUSE and restriction.until:
        db.session.add(
            WritingPause(
                report_id=restriction.report_id,
                member_id=restriction.member_id,
                until=restriction.until,
            )
        )
    if not is_first:
        return  # another decision has taken it already
    if restriction.kind is Kind.HIDDEN and restriction.report:
        publish(ContentHidden(restriction.report))
    publish(RestrictionBegan(restriction))


def end(restriction: Restriction, ending: Ending, *, by: Member) -> None:
    """From now on nothing is taken any more, unless another restriction takes the same."""
    with transaction():
        restriction = claimed_restriction(restriction.id)
        if restriction.ended_at:
            return
        restriction.ended_at, restriction.ending = clock.now(), ending
        _give_back(restriction)
        if restriction.report:
            weighs_otherwise(restriction.report)
        leaves = restriction.kind in (Kind.SUSPENSION, Kind.EXCLUSION)
        if leaves and not queries.is_kept_out(restriction.member_id):
            accounts.reinstate(restriction.member, by=by)


def take_back(restriction: Restriction) -> None:
    """Nobody was told of it yet: it leaves no trace."""
    with transaction():
        restriction = claimed_restriction(restriction.id)
        restriction.ended_at = clock.now()
        _give_back(restriction)
        db.session.delete(restriction)


def tell(restriction: Restriction) -> None:
    """The statement of reasons, as a letter and in the public log."""
    with transaction():
        restriction.told_at = clock.now()
        reader = restriction.member
        outbox.post(
            reader.address,
            "moderation/statement",
            reader=reader,
            restriction=restriction,
            kind_words=rules.KINDS[restriction.kind],
            rule_words=rules.RULES[restriction.rule],
            role_words=rules.ROLES[restriction.by_role],
            words=restriction.words_in(reader.language),
            url=queries.statement_url(restriction),
        )
        public_log.note(
            About.REPORT if restriction.report_id else About.RESTRICTION,
            rules.KINDS_OF_OTHERS[restriction.kind],
            by_role=restriction.by_role,
            rule=restriction.rule,
            restriction=restriction,
        )


def weighs_otherwise(report: Report) -> None:
    """Inside a transaction: a review that came with a threat weighs less from now on, or more."""
    if report.kind is Subject.REVIEW and report.reason is Reason.EXTORTION:
        publish(ReviewFreezeChanged(report))


def _give_back(restriction: Restriction) -> None:
    db.session.flush()  # so that what still stands is asked without this one
    if restriction.kind is Kind.WRITING_PAUSE:
        db.session.execute(
            delete(WritingPause).where(WritingPause.report_id == restriction.report_id)
        )
    if queries.standing(restriction.member_id, restriction.kind, restriction.ref):
        return  # another decision takes the same
    if restriction.kind is Kind.HIDDEN and restriction.report:
        publish(ContentShownAgain(restriction.report))
    publish(RestrictionEnded(restriction))
