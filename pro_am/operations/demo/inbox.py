"""Conversations of the demo community that are not about a booking, and one open report."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from pro_am.accounts import actions as accounts
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.conversations.models import Message, Question, Thread, ThreadMember
from pro_am.foundation import ids
from pro_am.foundation.database import db
from pro_am.moderation.models import Report
from pro_am.moderation.rules import Reason, Subject, severity_of
from pro_am.profiles.models import Profile


@dataclass(frozen=True)
class Asked:
    """A question and what was said since: who (by key), how many minutes ago, which words."""

    asker: str
    pro_am: str
    lines: tuple[tuple[str, int, str], ...]
    is_read: bool = True


REPORTED = "For ten, pay me in advance by bank transfer, and we leave the site out of it."
QUESTIONS = (
    Asked(
        "anais",
        "fatou",
        (
            (
                "anais",
                2 * 1440,
                "Bonjour ! Le mafé existe-t-il sans arachide ? Ma sœur y est allergique.",
            ),
            (
                "fatou",
                2 * 1440 - 95,
                "Bonjour Anaïs ! Pas lui, mais mon yassa n’a aucun fruit à coque.",
            ),
            ("anais", 2 * 1440 - 140, "Parfait, merci. Je regarde les dates avec elle."),
        ),
    ),
    Asked(
        "helen",
        "lea",
        (
            ("helen", 300, "Hello! Could you explain things in English while we cook?"),
            ("lea", 210, "With pleasure! My English is simple, and pasta needs few words."),
        ),
        is_read=False,
    ),
    Asked(
        "anais",
        "lea",
        (("anais", 55, "Bonjour Léa ! Un enfant de huit ans peut-il aider ?"),),
        is_read=False,
    ),
    Asked(
        "helen",
        "bastien",
        (
            ("helen", 3 * 1440, "Hello, is there a lower price for ten sessions?"),
            ("bastien", 3 * 1440 - 60, REPORTED),
        ),
    ),
)


def fill(members: Mapping[str, Member], profiles: Mapping[str, Profile], now: datetime) -> None:
    """Write the conversations down, let Helen report one message, and appoint a moderator."""
    for number, asked in enumerate(QUESTIONS):
        _ask(number, asked, members, profiles[asked.pro_am], now)
    accounts.grant_role(members["yann"], Role.MODERATOR, by=None)


def _ask(
    number: int, asked: Asked, members: Mapping[str, Member], profile: Profile, now: datetime
) -> None:
    times = [now - timedelta(minutes=ago) for _who, ago, _words in asked.lines]
    thread = Thread(created_at=times[0])
    db.session.add(thread)
    db.session.flush()  # the rest needs its id
    asker, provider = members[asked.asker], members[asked.pro_am]
    db.session.add(
        Question(
            thread_id=thread.id,
            public_id=ids.public_id(),
            asker_id=asker.id,
            profile_id=profile.id,
            asked_at=times[0],
        )
    )
    last_by = asked.lines[-1][0]
    for key in (asked.asker, asked.pro_am):
        has_seen_all = asked.is_read or key == last_by
        read_at = times[-1] if has_seen_all else None
        db.session.add(
            ThreadMember(thread_id=thread.id, member_id=members[key].id, read_at=read_at)
        )
    for at, (who, _ago, words) in zip(times, asked.lines, strict=True):
        message = Message(
            thread_id=thread.id,
            author_id=members[who].id,
            idempotency_key=f"demo question {number} {at:%H%M%S}",
            at=at,
            body=words,
        )
        db.session.add(message)
        if words == REPORTED:
            db.session.flush()  # the report names its public id
            db.session.add(_report(message, asker, provider, at + timedelta(minutes=20)))


def _report(message: Message, reporter: Member, owner: Member, at: datetime) -> Report:
    return Report(
        public_id=ids.public_id(),
        idempotency_key="demo",
        reporter_id=reporter.id,
        owner_id=owner.id,
        kind=Subject.MESSAGE,
        ref=message.public_id,
        quoted=message.body,
        reason=Reason.SCAM,
        severity=severity_of(Reason.SCAM),
        words="It may be nothing, but I would rather pay in the way you describe.",
        created_at=at,
        words_fr="",
        words_en="",
    )
