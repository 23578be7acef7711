"""The calendar editor: weekly hours, other hours on some days, and what people see of it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.availability import actions, queries
from pro_am.availability.forms import HoursForm, OverrideForm, clock_words
from pro_am.availability.models import Calendar
from pro_am.availability.rules.windows import open_windows
from pro_am.foundation import clock, time_zones
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.web import wording
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.profiles import queries as profiles

blueprint = Blueprint("availability", __name__, url_prefix="/my-calendar")

PREVIEWED = timedelta(days=14)


@dataclass(frozen=True)
class PreviewDay:
    """One of the next days as people will see it: when it is open, on the local clock."""

    day: date
    hours: list[str]
    reason: str


@blueprint.route("/", methods=["GET", "POST"])
@allow(Policy.OWNER)
def edit() -> ResponseReturnValue:
    calendar = _own_calendar()
    form = HoursForm()
    form.offer_choices(wording.duration)
    if request.method == "GET":
        form.fill_from(calendar)
    if form.is_valid_post():
        actions.change_hours(
            calendar.id,
            weekly=form.windows,
            notice_minutes=form.notice_minutes.data,
            horizon_days=form.horizon_days.data,
            buffers=(
                form.buffer_before.data,
                form.buffer_after.data,
                form.travel_buffer.data,
            ),
        )
        flash(_("Your hours are saved."), "success")
        return redirect(url_for(".edit"), 303)
    return page(
        "availability/edit.html",
        form,
        calendar=calendar,
        override_form=OverrideForm(formdata=None),
        preview=_preview(calendar),
        clock_words=clock_words,
    )


@blueprint.route("/days", methods=["GET", "POST"])
@allow(Policy.OWNER)
def override_day() -> ResponseReturnValue:
    calendar = _own_calendar()
    form = OverrideForm()
    if form.is_valid_post():
        actions.override_day(calendar.id, form.override, reason=(form.reason.data or "").strip())
        flash(_("%(day)s is set.", day=wording.long_day(form.day.data)), "success")
        return redirect(url_for(".edit"), 303)
    return page("availability/override.html", form)


@blueprint.post("/days/<day>/drop")
@allow(Policy.OWNER)
def drop_override(day: str) -> ResponseReturnValue:
    try:
        chosen = date.fromisoformat(day)
    except ValueError:
        abort(404)
    actions.drop_override(_own_calendar().id, chosen)
    flash(_("On %(day)s your weekly hours count again.", day=wording.long_day(chosen)), "success")
    return redirect(url_for(".edit"), 303)


def _own_calendar() -> Calendar:
    profile = profiles.profile_of(current_member()) or abort(404)
    return queries.calendar_of(profile.id) or abort(404)


def _preview(calendar: Calendar) -> list[PreviewDay]:
    zone = time_zones.zone(calendar.time_zone)
    today = time_zones.to_local(clock.now(), zone).date()
    midnight = datetime.combine(today, datetime.min.time())
    windows = open_windows(
        queries.rules_of(calendar),
        TimeSlot(midnight - timedelta(days=1), midnight + PREVIEWED + timedelta(days=1)),
    )
    hours: dict[date, list[str]] = {}
    for window in windows:
        day = time_zones.to_local(window.start, zone).date()
        hours.setdefault(day, []).append(
            f"{wording.clock_time(window.start, calendar.time_zone)}–"
            f"{wording.clock_time(window.end, calendar.time_zone)}"
        )
    reasons = {each.day: each.reason for each in calendar.overrides}
    days = [today + timedelta(days=number) for number in range(PREVIEWED.days)]
    return [PreviewDay(day, hours.get(day, []), reasons.get(day, "")) for day in days]
