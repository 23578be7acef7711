"""Other hours on some days: a holiday, a festival, a Saturday that is different."""

from datetime import date

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.availability import actions
from pro_am.availability.forms import ExceptionForm
from pro_am.availability.models import Calendar
from pro_am.availability.rules.exceptions import Exceptional
from pro_am.availability.views.own import (
    blueprint,
    capacity_of,
    coming_exceptions,
    own_calendar,
    same_calendar,
)
from pro_am.foundation.web import wording
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow


@blueprint.route("/days", methods=["GET", "POST"])
@allow(Policy.OWNER)
def override_days() -> ResponseReturnValue:
    """New ones, or with `?first=` those that are changed."""
    calendar, form = own_calendar(), ExceptionForm()
    known = _asked_exception(calendar)
    if request.method == "GET" and known:
        form.fill_from(known, capacity_of(calendar))
    if form.is_valid_post():
        exceptional = form.exceptional(capacity_of(calendar))
        actions.override_days(calendar.id, exceptional, instead_of=_edited_days(form))
        flash(_("%(days)s: set.", days=_words(exceptional.first, exceptional.last)), "success")
        return redirect(url_for(".edit", _anchor="days", **same_calendar()), 303)
    return page("availability/override.html", form, is_known=known is not None)


@blueprint.post("/days/<day>/drop")
@allow(Policy.OWNER)
def drop_override(day: str) -> ResponseReturnValue:
    first = _day(day) or abort(404)
    last = max(first, _day(request.form.get("last", "")) or first)
    actions.drop_overrides(own_calendar().id, first, last)
    flash(_("%(days)s: your weekly hours count again.", days=_words(first, last)), "success")
    return redirect(url_for(".edit", _anchor="days", **same_calendar()), 303)


def _asked_exception(calendar: Calendar) -> Exceptional | None:
    first = _day(request.args.get("first", ""))
    return next((each for each in coming_exceptions(calendar) if each.first == first), None)


def _edited_days(form: ExceptionForm) -> tuple[date, date] | None:
    first, last = _day(form.was_first.data or ""), _day(form.was_last.data or "")
    return (first, last) if first and last else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _words(first: date, last: date) -> str:
    if first == last:
        return wording.long_day(first)
    return _("%(first)s to %(last)s", first=wording.long_day(first), last=wording.long_day(last))
