"""Whether hours still hold: their pro-am is asked now and then, and what nobody minds rests."""

from datetime import timedelta

from sqlalchemy import CursorResult, select, update

from pro_am.accounts.models import Member
from pro_am.availability import queries
from pro_am.availability.actions.claiming import claim
from pro_am.availability.actions.picturing import picture_free_days
from pro_am.availability.events import RestChanged
from pro_am.availability.models import Calendar
from pro_am.foundation import clock, outbox
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.web.addresses import public_url
from pro_am.profiles.models import Profile
from pro_am.profiles.rules import Publication

ASKED_AFTER = timedelta(days=60)  # since the pro-am last said or showed that they hold
RESTS_AFTER = timedelta(days=7)  # since they were asked


def confirm_hours(profile_id: int) -> None:
    """They hold, says their pro-am, or shows it by a change; what rested can be booked again."""
    with transaction():
        note_answer(profile_id)
        resting = select(Calendar.id).where(
            Calendar.profile_id == profile_id, Calendar.paused_at.is_not(None)
        )
        ids = db.session.scalars(resting.order_by(Calendar.id)).all()
        for calendar_id in ids:
            calendar = claim(calendar_id)
            calendar.paused_at, calendar.asked_at, calendar.confirmed_at = None, None, clock.now()
            picture_free_days(calendar)
        if ids:
            publish(RestChanged(profile_id))


def note_answer(profile_id: int) -> None:
    """Who answers requests minds their hours; what rests waits for a word of its own."""
    with transaction():
        db.session.execute(
            update(Calendar)
            .where(Calendar.profile_id == profile_id, Calendar.paused_at.is_(None))
            .values(confirmed_at=clock.now(), asked_at=None)
            .execution_options(synchronize_session=False)
        )


def see_to_freshness() -> None:
    """Daily: ask those who have not been heard of for long; pause what nobody answered for."""
    now = clock.now()
    with transaction():  # a calendar of which nothing is known begins to age today
        db.session.execute(
            update(Calendar).where(Calendar.confirmed_at.is_(None)).values(confirmed_at=now)
        )
    mains = (
        select(Calendar.id, Calendar.profile_id)
        .join(Profile, Profile.id == Calendar.profile_id)
        .where(Calendar.is_main, Calendar.paused_at.is_(None))
        .where(Profile.state == Publication.PUBLISHED)
        .order_by(Calendar.id)
    )
    silent = mains.where(Calendar.asked_at.is_(None), Calendar.confirmed_at <= now - ASKED_AFTER)
    late = mains.where(Calendar.asked_at <= now - RESTS_AFTER)
    for calendar_id, profile_id in db.session.execute(silent).all():
        _ask(calendar_id, profile_id)
    for _, profile_id in db.session.execute(late).all():
        _pause(profile_id)


def _ask(calendar_id: int, profile_id: int) -> None:
    with transaction():
        asked = db.session.execute(
            update(Calendar)
            .where(Calendar.id == calendar_id, Calendar.asked_at.is_(None))
            .values(asked_at=clock.now())
            .execution_options(synchronize_session=False)
        )
        assert isinstance(asked, CursorResult)  # noqa: S101 - what an UPDATE returns
        if asked.rowcount != 1:
            return  # another worker was faster
        member = db.session.scalars(
            select(Member)
            .join(Profile, Profile.member_id == Member.id)
            .where(Profile.id == profile_id)
        ).one()
        outbox.post(
            member.address,
            "availability/still_hold",
            name=member.first_name,
            days=RESTS_AFTER.days,
            url=public_url(
                "availability.still_hold",
                language=member.language,
                token=queries.freshness_token(profile_id),
            ),
            change_url=public_url("availability.edit", language=member.language),
        )


def _pause(profile_id: int) -> None:
    """Nothing can be booked until a word comes; what is agreed stays agreed."""
    with transaction():
        for calendar in queries.calendars_of(profile_id):
            resting = claim(calendar.id)
            if resting.asked_at is None and resting.is_main:
                return  # the word came a moment ago
            resting.paused_at = clock.now()
            picture_free_days(resting)
        publish(RestChanged(profile_id))
