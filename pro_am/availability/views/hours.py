"""The hours of every week: a page that shows what people will see before it is saved."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.availability import actions
from pro_am.availability.forms import WEEKDAYS, ExceptionForm, HoursForm, clock_words
from pro_am.availability.models import Calendar
from pro_am.availability.views.own import (
    Sight,
    blueprint,
    coming_exceptions,
    own_calendar,
    own_calendars,
    same_calendar,
    sight_of,
)
from pro_am.foundation.web import wording
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow

ADD = {f"add-{day}": day for day in range(len(WEEKDAYS))}


@blueprint.route("/", methods=["GET", "POST"])
@allow(Policy.OWNER)
def edit() -> ResponseReturnValue:
    """One form with several buttons; only the one that saves changes anything."""
    calendar, form = own_calendar(), _form()
    button = request.form.get("do", "save")
    if request.method == "GET":
        form.fill_from(calendar)
    elif button in ADD:
        form.add_row(ADD[button])
    elif button == "copy":
        form.copy_day()
    elif form.is_valid_post():
        if button == "preview":
            return _page(form, calendar, sight_of(calendar, form), is_unsaved=True)
        _save(calendar, form)
        return redirect(url_for(".edit", **same_calendar()), 303)
    return _page(form, calendar, sight_of(calendar), is_unsaved=button in ADD or button == "copy")


@blueprint.post("/preview")
@allow(Policy.OWNER)
def preview() -> ResponseReturnValue:
    """The part of the page that shows what people will see, for hours that are being typed."""
    calendar, form = own_calendar(), _form()
    if not form.is_valid_post():
        return "", 204  # half a time is typed: nothing new to show, and no fault either
    sight = sight_of(calendar, form)
    return render_template("availability/_preview.html", sight=sight, calendar=calendar)


def _form() -> HoursForm:
    form = HoursForm()
    form.offer_choices(wording.duration)
    if request.method == "POST":
        form.note_rows(request.form)
    return form


def _save(calendar: Calendar, form: HoursForm) -> None:
    actions.change_hours(
        calendar.id,
        weekly=form.windows,
        notice_minutes=form.notice_minutes.data,
        horizon_days=form.horizon_days.data,
        buffers=form.buffers,
        capacity=form.capacity.data,
        most_a_day=form.most_a_day.data,
    )
    flash(_("Your hours are saved."), "success")


def _page(
    form: HoursForm, calendar: Calendar, sight: Sight, *, is_unsaved: bool
) -> ResponseReturnValue:
    return page(
        "availability/edit.html",
        form,
        calendar=calendar,
        calendars=own_calendars(),
        exceptions=coming_exceptions(calendar),
        exception_form=ExceptionForm(formdata=None),
        sight=sight,
        is_unsaved=is_unsaved,
        clock_words=clock_words,
    )
