"""Whose calendar it is, and what the pages of the editor share."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from flask import Blueprint, abort, request

from pro_am.accounts.current import current_member
from pro_am.availability import queries
from pro_am.availability.forms import HoursForm
from pro_am.availability.models import Calendar
from pro_am.availability.rules.calendar_rules import usual_capacity
from pro_am.availability.rules.exceptions import Exceptional, joined
from pro_am.availability.rules.preview import PreviewDay, outside_hours, preview
from pro_am.foundation import clock, time_zones
from pro_am.foundation.time_slots import TimeSlot
from pro_am.profiles import queries as profiles
from pro_am.profiles.models import Offer

blueprint = Blueprint("availability", __name__, url_prefix="/my-calendar")

PREVIEWED_DAYS = 14


@dataclass(frozen=True)
class Sight:
    """What people will see, and what was agreed before and lies outside the hours."""

    days: list[PreviewDay]
    reasons: dict[date, str]
    outside: list[TimeSlot]


def same_calendar() -> dict[str, Any]:
    """What addresses say so that they lead to the calendar one looks at."""
    asked = request.args.get("calendar")
    return {} if asked is None else {"calendar": asked}


@blueprint.context_processor
def _for_pages() -> dict[str, Any]:
    return {"same_calendar": same_calendar()}


def own_calendars() -> list[Calendar]:
    profile = profiles.profile_of(current_member()) or abort(404)
    return queries.calendars_of(profile.id) or abort(404)


def own_calendar() -> Calendar:
    """The one that is asked for, or the first."""
    calendars = own_calendars()
    asked = request.args.get("calendar")
    if asked is None:
        return calendars[0]
    return next((each for each in calendars if str(each.id) == asked), None) or abort(404)


def own_offers() -> list[Offer]:
    profile = profiles.profile_of(current_member()) or abort(404)
    return profile.offers


def sight_of(calendar: Calendar, form: HoursForm | None = None) -> Sight:
    """The next two weeks of a calendar, with the hours of a form instead of its own."""
    now, rules = clock.now(), queries.rules_of(calendar)
    if form:
        rules = replace(
            rules,
            weekly=tuple(form.windows),
            notice_minutes=form.notice_minutes.data,
            horizon_days=form.horizon_days.data,
        )
    agreed = queries.agreed_after(calendar.id, now)
    return Sight(
        preview(
            rules,
            [load for _slot, load in agreed],
            now,
            days=PREVIEWED_DAYS,
            busy=queries.busy_after(calendar.id, now),
        ),
        {each.day: each.reason for each in calendar.overrides},
        outside_hours(rules, [slot for slot, _load in agreed], now),
    )


def coming_exceptions(calendar: Calendar) -> list[Exceptional]:
    """Other hours from today on, days that follow each other and say the same as one."""
    today = time_zones.to_local(clock.now(), time_zones.zone(calendar.time_zone)).date()
    reasons = {each.day: each.reason for each in calendar.overrides}
    overrides = queries.rules_of(calendar).overrides
    return joined((each, reasons[each.day]) for each in overrides if each.day >= today)


def capacity_of(calendar: Calendar) -> int:
    """How many bookings it takes at the same time, where nothing else is said."""
    return usual_capacity(calendar.windows)
