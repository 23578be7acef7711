"""Alarms: one is raised where a price jumps, and each is settled by a person."""

from pro_am.accounts.models import Member
from pro_am.bookings.queries import asked_for
from pro_am.foundation import audit, clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.words import mark
from pro_am.moderation.actions import public_log
from pro_am.moderation.actions.restrictions import role_of
from pro_am.moderation.rules.public_log import About
from pro_am.profiles import queries as profiles
from pro_am.trust.models import Alarm
from pro_am.trust.queries import alarms as queries
from pro_am.trust.rules import settling as rules
from pro_am.trust.rules.price_jumps import price_jump

PRICE_JUMP = "price_jump"


def look_at_price(offer_id: int) -> None:
    """An offer costs something else: much more than of late, while people have booked it?"""
    with transaction():
        offer = profiles.offer_with_id(offer_id)
        if offer is None:
            return
        now = clock.now()
        jump = price_jump(
            offer.price_minor,
            profiles.prices_before(offer.id),
            now,
            has_bookings=asked_for.has_bookings_ahead(offer.id, now),
        )
        key = f"{PRICE_JUMP} {offer.public_id} {offer.price_minor}"
        if jump is None or queries.alarm_with_key(key):
            return
        db.session.add(
            Alarm(
                key=key,
                kind=PRICE_JUMP,
                member_id=offer.profile.member_id,
                reviews=[],
                figures={
                    "before_minor": jump.before_minor,
                    "now_minor": jump.now_minor,
                    "offer": offer.id,
                },
                raised_at=now,
            )
        )


def settle(alarm: Alarm, by: Member, words: str, *, outcome: str) -> None:
    """A person has looked; `outcome` is a marked sentence for the public log."""
    with transaction():
        alarm = db.session.get_one(
            Alarm, alarm.id, with_for_update={"of": Alarm}, populate_existing=True
        )
        authors = queries.authors_of(alarm)
        rules.check_settling(
            by_id=by.id,
            parties=frozenset({alarm.member_id, *authors}),
            is_settled=alarm.settled_at is not None,
            words=words,
        )
        alarm.settled_at, alarm.settled_by_id = clock.now(), by.id
        alarm.words = words.strip()
        audit.note(mark("settled an alarm"), by=by.id, about=f"alarm {alarm.id}")
        public_log.note(About.ALARM, outcome, by_role=role_of(by))
