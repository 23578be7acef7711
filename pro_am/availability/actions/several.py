"""A profile with several calendars: "kitchen", "studio"."""

from collections.abc import Collection

from sqlalchemy import select

from pro_am.availability import queries
from pro_am.availability.actions.claiming import claim
from pro_am.availability.actions.hours import hours_like
from pro_am.availability.actions.picturing import picture_free_days
from pro_am.availability.events import CalendarGoes, HoursChanged
from pro_am.availability.models import Calendar
from pro_am.availability.rules.refusals import (
    CalendarInUse,
    FirstCalendar,
    TooManyCalendars,
)
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.profiles import actions as profiles
from pro_am.profiles.models import Offer

MOST_CALENDARS = 5


def add_calendar(main_id: int, name: str) -> Calendar:
    """Another one for the profile of a first: it begins with the hours and limits of that.

    A name is given once: asking twice is asking once.
    """
    with transaction():
        main = claim(main_id)
        known = queries.calendars_of(main.profile_id)
        same = next((each for each in known if not each.is_main and each.name == name), None)
        if same:
            return same
        if len(known) >= MOST_CALENDARS:
            raise TooManyCalendars(most=MOST_CALENDARS)
        added = Calendar(
            profile_id=main.profile_id,
            name=name,
            is_main=False,
            time_zone=main.time_zone,
            notice_minutes=main.notice_minutes,
            horizon_days=main.horizon_days,
            buffer_before_minutes=main.buffer_before_minutes,
            buffer_after_minutes=main.buffer_after_minutes,
            travel_buffer_minutes=main.travel_buffer_minutes,
            most_a_day=main.most_a_day,
            confirmed_at=clock.now(),
            windows=hours_like(main),
        )
        db.session.add(added)
        db.session.flush()  # free days need its id
        picture_free_days(added)
        publish(HoursChanged(added.id, added.profile_id))
    return added


def rename_calendar(calendar_id: int, name: str) -> None:
    with transaction():
        claim(calendar_id).name = name


def remove_calendar(calendar_id: int) -> None:
    """Its offers take their time in the first one from now on; what took place in it stays.

    Raises CalendarInUse while something is agreed or asked for in it.
    """
    removed = db.session.get_one(Calendar, calendar_id)
    main = queries.calendar_of(removed.profile_id)
    if main is None or removed.is_main:
        raise FirstCalendar
    main_id = main.id
    with transaction():
        claim(main_id)  # calendars are claimed in one order
        publish(CalendarGoes(calendar_id, main_id))
        calendar = claim(calendar_id)
        if queries.agreed_after(calendar_id, clock.now()):
            raise CalendarInUse
        take_time_of(calendar_id, ())
        calendar.removed_at = clock.now()
        calendar.windows, calendar.overrides = [], []
        db.session.flush()  # the picture below is of a calendar that is never open
        picture_free_days(calendar)
        publish(HoursChanged(main_id, calendar.profile_id))


def take_time_of(calendar_id: int, public_ids: Collection[str]) -> None:
    """These offers of its profile take their time in a calendar, and no others.

    The others take it in the first one; in that, all do that are in none else. What is booked
    stays where it is.
    """
    with transaction():
        calendar = claim(calendar_id)
        for offer in db.session.scalars(
            select(Offer).where(Offer.profile_id == calendar.profile_id).order_by(Offer.id)
        ):
            if offer.public_id in public_ids:
                profiles.use_calendar(offer, calendar.id)
            elif offer.calendar_id == calendar.id:
                profiles.use_calendar(offer, None)
