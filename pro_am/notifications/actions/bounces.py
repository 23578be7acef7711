"""Addresses whose mailboxes take no letters: marked, so that nothing more is sent there."""

from collections.abc import Iterable

from sqlalchemy import delete

from pro_am.foundation import audit, clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.words import mark
from pro_am.notifications import queries
from pro_am.notifications.models import BouncedAddress
from pro_am.notifications.rules.bounces import NotAReport, read_report


def mark_bounced(emails: Iterable[str], *, words: str) -> int:
    """Send nothing there from now on; return how many were not marked before."""
    wanted = {email.strip().lower() for email in emails}
    with transaction():
        new = sorted(wanted - queries.bounced_among(wanted))
        db.session.add_all(
            BouncedAddress(email=email, since=clock.now(), words=words) for email in new
        )
        if new:
            audit.note(mark("addresses marked that take no letters"), by=None, count=len(new))
    return len(new)


def lift(emails: Iterable[str]) -> int:
    """Write there again; return how many were marked."""
    with transaction():
        marked = queries.bounced_among(email.strip().lower() for email in emails)
        db.session.execute(delete(BouncedAddress).where(BouncedAddress.email.in_(marked)))
        if marked:
            audit.note(mark("addresses written to again"), by=None, count=len(marked))
    return len(marked)


def take_report(raw: bytes) -> list[str]:
    """Mark whom a delivery report tells of; return the addresses. Raises NotAReport.

    Anybody may write to the mailbox for reports. So one counts only when it names a letter of ours,
    by a Message-ID that we signed: whoever has not had the letter cannot silence its reader.
    """
    report = read_report(raw)
    letter = queries.letter_with(report.message_id)
    if letter is None:
        raise NotAReport("The report is about no letter that this installation has sent.")
    if not report.failed:
        return []
    # Where it was forwarded to may be another address: the one that we write to is marked.
    mark_bounced([letter.recipient], words=report.failed[0].words)
    return [letter.recipient]
