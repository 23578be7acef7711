"""More than one calendar: adding one, naming it, and which offers take their time in it."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.availability import actions
from pro_am.availability.forms import CalendarForm, NameForm
from pro_am.availability.models import Calendar
from pro_am.availability.views.own import blueprint, own_calendar, own_calendars, own_offers
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow


@blueprint.route("/add", methods=["GET", "POST"])
@allow(Policy.OWNER)
def add() -> ResponseReturnValue:
    main, form = own_calendars()[0], NameForm()
    if form.is_valid_post():
        try:
            added = actions.add_calendar(main.id, form.name.data.strip())
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("“%(name)s” is there. Choose which offers use it.", name=added.name), "success")
            return redirect(url_for(".settings", calendar=added.id), 303)
    return page("availability/add.html", form)


@blueprint.route("/settings", methods=["GET", "POST"])
@allow(Policy.OWNER)
def settings() -> ResponseReturnValue:
    calendar, form = own_calendar(), _form()
    if request.method == "GET":
        _fill(form, calendar)
    if form.is_valid_post():
        actions.rename_calendar(calendar.id, form.name.data.strip())
        if not calendar.is_main:
            actions.take_time_of(calendar.id, form.offers.data or [])
        flash(_("Saved."), "success")
        return redirect(url_for(".edit", calendar=calendar.id), 303)
    return page("availability/settings.html", form, calendar=calendar)


@blueprint.post("/remove")
@allow(Policy.OWNER)
def remove() -> ResponseReturnValue:
    """With its hours, and the calendars that are followed in it."""
    calendar = own_calendar()
    name = calendar.name
    try:
        actions.remove_calendar(calendar.id)
    except Refusal as refusal:
        calendar, form = own_calendar(), _form()
        _fill(form, calendar)
        form.show(refusal)
        return page("availability/settings.html", form, calendar=calendar)
    flash(_("“%(name)s” is removed. Its offers are in your first calendar now.", name=name))
    return redirect(url_for(".edit"), 303)


def _form() -> CalendarForm:
    form = CalendarForm()
    form.offer_choices(own_offers())
    return form


def _fill(form: CalendarForm, calendar: Calendar) -> None:
    form.fill_from(
        calendar.name, [each.public_id for each in own_offers() if each.calendar_id == calendar.id]
    )
