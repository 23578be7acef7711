"""When a client's weeks are told, and the one that is not."""

from datetime import date, datetime

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.bulk import insert_new
from pro_am.foundation.database import db, transaction
from pro_am.supporters.models import RecapRhythm
from pro_am.supporters.rules import rhythm as rules
from pro_am.supporters.rules.rhythm import Rhythm


def claim_rhythm(client: Member) -> RecapRhythm:
    """Inside a transaction: nobody else asks or composes for this client meanwhile."""
    first = rules.at_first(client.time_zone)
    row = {
        "client_id": client.id,
        "weekday": first.weekday,
        "minute": first.minute,
        "time_zone": first.time_zone,
        "next_at": _next_at(first),
    }
    insert_new(RecapRhythm, [row], RecapRhythm.client_id)
    return db.session.get_one(RecapRhythm, client.id, with_for_update=True, populate_existing=True)


def tell_at(client: Member, rhythm: Rhythm) -> None:
    with transaction():
        row = claim_rhythm(client)
        row.weekday, row.minute, row.time_zone = rhythm.weekday, rhythm.minute, rhythm.time_zone
        row.next_at = _next_at(rhythm)


def keep_to_oneself(client: Member, monday: date) -> None:
    """No recap of that week goes to anybody."""
    with transaction():
        claim_rhythm(client).not_told = monday


def tell_nevertheless(client: Member) -> None:
    with transaction():
        claim_rhythm(client).not_told = None


def _next_at(rhythm: Rhythm) -> datetime:
    return rules.due_at(rhythm, rules.next_due(rhythm, clock.now()))
