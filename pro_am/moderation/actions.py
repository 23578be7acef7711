"""Reporting, blocking, and what moderators decide: one function, one intention."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, or_

from pro_am.accounts import queries as accounts
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.foundation import clock, ids, jobs, outbox
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.web.addresses import public_url
from pro_am.moderation import queries, rules
from pro_am.moderation.events import (
    ContentHidden,
    ContentShownAgain,
    MemberBlocked,
    SafetyReported,
)
from pro_am.moderation.models import Block, Report, ReportDeed, WritingPause
from pro_am.moderation.rules import Deed, Outcome, Reason, Severity, Subject

TELL = "moderation.tell"


@dataclass(frozen=True)
class Reported:
    """What a report is about: `quoted` is its text as it is now."""

    kind: Subject
    ref: str
    owner_id: int
    quoted: str


@dataclass(frozen=True)
class Decision:
    outcome: Outcome
    words_fr: str = ""
    words_en: str = ""
    pause_days: int = 0


def report(
    reporter: Member, about: Reported, reason: Reason, words: str, *, idempotency_key: str
) -> Report:
    """Say that something is wrong. Said again while it is undecided, it stays one report."""
    with transaction():
        _one_at_a_time(reporter)
        rules.check_report(reporter_id=reporter.id, owner_id=about.owner_id)
        known = queries.report_with_key(reporter, idempotency_key)
        known = known or queries.open_report(reporter, about.kind, about.ref)
        if known:
            return known
        severity = rules.severity_of(reason)
        found = Report(
            public_id=ids.public_id(),
            idempotency_key=idempotency_key,
            reporter_id=reporter.id,
            owner_id=about.owner_id,
            kind=about.kind,
            ref=about.ref,
            quoted=about.quoted,
            reason=reason,
            severity=severity,
            words=words.strip()[: rules.LONGEST],
            created_at=clock.now(),
            words_fr="",
            words_en="",
        )
        db.session.add(found)
        db.session.flush()  # letters link to it
        if severity is Severity.SAFETY:
            _alarm(found)
            publish(SafetyReported(found))
    return found


def block(blocker: Member, blocked_id: int) -> None:
    """From now on the two cannot write to or book each other. Twice is once."""
    with transaction():
        _one_at_a_time(blocker)
        if blocker.id == blocked_id:
            raise rules.Yourself
        if queries.has_blocked(blocker, blocked_id):
            return
        db.session.add(Block(blocker_id=blocker.id, blocked_id=blocked_id, at=clock.now()))
        publish(MemberBlocked(blocker.id, blocked_id))


def unblock(blocker: Member, blocked_id: int) -> None:
    with transaction():
        db.session.execute(
            delete(Block).where(Block.blocker_id == blocker.id, Block.blocked_id == blocked_id)
        )


def forget_blocks(member: Member) -> None:
    """Somebody is erased: nobody need keep away from them any more."""
    with transaction():
        db.session.execute(
            delete(Block).where(or_(Block.blocker_id == member.id, Block.blocked_id == member.id))
        )


def note_reading(found: Report, moderator: Member) -> None:
    """Whoever opens a report has read what people wrote; its author learns of it afterwards."""
    with transaction():
        _note(found.id, moderator, Deed.READ)


def decide(found: Report, moderator: Member, decision: Decision) -> None:
    """It takes effect at once; both people are told when the half hour for undoing is over."""
    with transaction():
        found = _claimed(found)
        rules.check_decision(
            moderator_id=moderator.id,
            parties=(found.reporter_id, found.owner_id),
            is_decided=found.decided_at is not None,
            words=(decision.words_fr, decision.words_en),
        )
        now = clock.now()
        found.outcome = decision.outcome
        found.decided_at = now
        found.decided_by_id = moderator.id
        found.words_fr = decision.words_fr.strip()
        found.words_en = decision.words_en.strip()
        _note(found.id, moderator, Deed.DECIDED, decision.outcome)
        if decision.outcome is Outcome.HIDDEN:
            publish(ContentHidden(found))
        if decision.outcome is Outcome.PAUSED:
            until = now + timedelta(days=decision.pause_days)
            db.session.add(WritingPause(report_id=found.id, member_id=found.owner_id, until=until))
        jobs.enqueue(
            TELL,
            run_at=now + rules.UNDO_WITHIN,
            report_id=found.id,
            decided_at=now.isoformat(),
        )


def undo(found: Report, moderator: Member) -> None:
    """Take a decision back within half an hour; nobody has been told of it yet."""
    with transaction():
        found = _claimed(found)
        if found.told_at or not rules.may_undo(found.decided_at, clock.now()):
            raise rules.TooLateToUndo
        if found.outcome is Outcome.HIDDEN:
            publish(ContentShownAgain(found))
        db.session.execute(delete(WritingPause).where(WritingPause.report_id == found.id))
        _note(found.id, moderator, Deed.UNDONE, found.outcome)
        found.outcome = found.decided_at = found.decided_by_id = None


def tell(report_id: int, decided_at: str) -> None:
    """Tell both people of a decision, unless it was undone or taken anew since."""
    with transaction():
        found = _claimed(db.session.get_one(Report, report_id))
        if found.told_at or not found.decided_at or found.decided_at.isoformat() != decided_at:
            return
        found.told_at = clock.now()
        pause = db.session.get(WritingPause, found.id)
        for reader, template in (
            (found.reporter, "moderation/decided"),
            (found.owner, "moderation/about_you"),
        ):
            outbox.post(
                reader.address,
                template,
                reader=reader,
                report=found,
                subject_words=rules.SUBJECTS[found.kind],
                words=found.words_in(reader.language),
                until=pause.until if pause else None,
                url=public_url("moderation.reports", language=reader.language),
            )


def _alarm(found: Report) -> None:
    for moderator in accounts.members_with(Role.MODERATOR, Role.ADMIN):
        outbox.post(
            moderator.address,
            "moderation/alarm",
            reader=moderator,
            url=public_url("reports.show", language=moderator.language, public_id=found.public_id),
        )


def _one_at_a_time(member: Member) -> None:
    """Two clicks at once are one after the other."""
    db.session.get_one(Member, member.id, with_for_update={"key_share": True})


def _claimed(found: Report) -> Report:
    return db.session.get_one(
        Report, found.id, with_for_update={"of": Report}, populate_existing=True
    )


def _note(report_id: int, by: Member, deed: Deed, outcome: Outcome | None = None) -> None:
    db.session.add(
        ReportDeed(report_id=report_id, by_id=by.id, at=clock.now(), deed=deed, outcome=outcome)
    )
