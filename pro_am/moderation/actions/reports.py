"""Reporting, and what moderators decide about it: told to both half an hour later."""

from dataclasses import dataclass
from datetime import timedelta

from pro_am.accounts import queries as accounts
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.foundation import clock, ids, jobs, outbox
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.web.addresses import public_url
from pro_am.moderation import queries, rules
from pro_am.moderation.actions import public_log, restrictions
from pro_am.moderation.actions.claiming import claimed_report, one_at_a_time
from pro_am.moderation.actions.restrictions import Grounds, Thing, role_of, weighs_otherwise
from pro_am.moderation.events import SafetyReported
from pro_am.moderation.models import Report, ReportDeed, Restriction
from pro_am.moderation.queries import restrictions as restricting
from pro_am.moderation.rules import Deed, Outcome, Reason, Severity, Subject
from pro_am.moderation.rules.public_log import About
from pro_am.moderation.rules.restrictions import OF_OUTCOMES, Kind, rule_of

TELL = "moderation.tell"


@dataclass(frozen=True)
class Reported:
    """What a report is about: `quoted` is its text as it is now."""

    kind: Subject
    ref: str
    owner_id: int
    quoted: str
    concerns_id: int | None = None  # whom a review is about


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
        one_at_a_time(reporter)
        rules.check_report(
            reporter_id=reporter.id,
            owner_id=about.owner_id,
            reason=reason,
            concerns_id=about.concerns_id,
        )
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
        weighs_otherwise(found)
    return found


def note_reading(found: Report, moderator: Member) -> None:
    """Whoever opens a report has read what people wrote; its author learns of it afterwards."""
    with transaction():
        _note(found.id, moderator, Deed.READ)


def decide(found: Report, moderator: Member, decision: Decision) -> None:
    """It takes effect at once; both people are told when the half hour for undoing is over."""
    with transaction():
        found = claimed_report(found.id)
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
        weighs_otherwise(found)
        if kind := OF_OUTCOMES.get(decision.outcome):
            _restrict(found, kind, moderator, decision.pause_days)
        jobs.enqueue(
            TELL,
            run_at=now + rules.UNDO_WITHIN,
            report_id=found.id,
            decided_at=now.isoformat(),
        )


def undo(found: Report, moderator: Member) -> None:
    """Take a decision back within half an hour; nobody has been told of it yet."""
    with transaction():
        found = claimed_report(found.id)
        if found.told_at or not rules.may_undo(found.decided_at, clock.now()):
            raise rules.TooLateToUndo
        if restriction := restricting.of_report(found):
            restrictions.take_back(restriction)
        _note(found.id, moderator, Deed.UNDONE, found.outcome)
        found.outcome = found.decided_at = found.decided_by_id = None
        weighs_otherwise(found)


def tell(report_id: int, decided_at: str) -> None:
    """Tell both people of a decision, unless it was undone or taken anew since."""
    with transaction():
        found = claimed_report(report_id)
        if found.told_at or not found.decided_at or found.decided_at.isoformat() != decided_at:
            return
        found.told_at = clock.now()
        restriction = restricting.of_report(found)
        _tell(found.reporter, "moderation/decided", found, restriction)
        if restriction:
            restrictions.tell(restriction)
        else:
            _tell(found.owner, "moderation/about_you", found, None)
            public_log.note(
                About.REPORT,
                rules.OUTCOMES[found.outcome or Outcome.NOTHING_WRONG],
                rule=rule_of(found.reason),
                by_role=role_of(db.session.get(Member, found.decided_by_id)),
            )


def _tell(reader: Member, template: str, report: Report, restriction: Restriction | None) -> None:
    outbox.post(
        reader.address,
        template,
        reader=reader,
        report=report,
        subject_words=rules.SUBJECTS[report.kind],
        words=report.words_in(reader.language),
        until=restriction.until if restriction else None,
        url=public_url("moderation.reports", language=reader.language),
    )


def _restrict(found: Report, kind: Kind, moderator: Member, pause_days: int) -> None:
    """At once; its author reads the reasons when the half hour for undoing is over."""
    until = clock.now() + timedelta(days=pause_days) if kind is Kind.WRITING_PAUSE else None
    restrictions.impose(
        found.owner,
        kind,
        Grounds(rule_of(found.reason), found.words_fr, found.words_en),
        by=moderator,
        thing=Thing(found.kind, found.ref, found.quoted),
        report=found,
        until=until,
        is_told=False,
    )


def _alarm(found: Report) -> None:
    for moderator in accounts.members_with(Role.MODERATOR, Role.ADMIN):
        outbox.post(
            moderator.address,
            "moderation/alarm",
            reader=moderator,
            url=public_url("reports.show", language=moderator.language, public_id=found.public_id),
        )


def _note(report_id: int, by: Member, deed: Deed, outcome: Outcome | None = None) -> None:
    db.session.add(
        ReportDeed(report_id=report_id, by_id=by.id, at=clock.now(), deed=deed, outcome=outcome)
    )
