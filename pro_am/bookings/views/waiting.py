"""Joining a waiting list, and one's place in it."""

from datetime import date, datetime

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from pro_am.accounts.current import current_member
from pro_am.availability import queries as calendars
from pro_am.availability.views import slot_days
from pro_am.bookings import actions
from pro_am.bookings.forms import JoinForm
from pro_am.bookings.models import WaitingPlace
from pro_am.bookings.queries import waiting
from pro_am.bookings.rules.waiting_list import PlaceState
from pro_am.bookings.views.own import blueprint
from pro_am.foundation import clock, time_zones
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import Form, page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.profiles import queries as profiles
from pro_am.profiles.models import Offer


@blueprint.route("/book/<public_id>/waiting-list", methods=["GET", "POST"])
@allow(Policy.MEMBER)
def join(public_id: str) -> ResponseReturnValue:
    """A page with a button: for a start that is taken, or any time of a day."""
    offer = profiles.open_offer(public_id) or abort(404)
    calendar = calendars.calendar_for(offer) or abort(404)
    start = slot_days.from_value(request.args.get("start"))
    day = _asked_day(start, calendar.time_zone) or abort(404)
    form = JoinForm()
    form.people.choices = people_choices(offer)
    if request.method == "GET":
        people = request.args.get("people", type=int) or offer.seats_least
        form.people.data = min(max(people, offer.seats_least), offer.seats_most)
    if form.is_valid_post():
        try:
            place = actions.join(
                current_member(), offer, day=day, start=start, people=form.people.data
            )
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("You are on the list. We write to you as soon as a place is free."), "success")
            return redirect(url_for(".waiting_place", public_id=place.public_id), 303)
    return page(
        "bookings/waiting/join.html",
        form,
        offer=offer,
        day=day,
        start=start,
        zone=calendar.time_zone,
    )


@blueprint.get("/waiting-list/<public_id>")
@allow(Policy.OWNER)
def waiting_place(public_id: str) -> ResponseReturnValue:
    place = _place(public_id)
    state = place.state_now(clock.now())
    return page(
        "bookings/waiting/place.html",
        Form(),
        place=place,
        state=state.value,
        number=waiting.number_of(place) if state is PlaceState.WAITING else None,
        zone=place.time_zone,
    )


@blueprint.post("/waiting-list/<public_id>/leave")
@allow(Policy.OWNER)
def leave_list(public_id: str) -> ResponseReturnValue:
    actions.leave(_place(public_id))
    flash(_("You are no longer on this list."), "success")
    return redirect(url_for(".index"), 303)


def people_choices(offer: Offer) -> dict[int, str]:
    return {
        number: ngettext("%(num)s person", "%(num)s people", number)
        for number in range(offer.seats_least, offer.seats_most + 1)
    }


def _place(public_id: str) -> WaitingPlace:
    return waiting.place_of(current_member(), public_id) or abort(404)


def _asked_day(start: datetime | None, zone: str) -> date | None:
    if start:
        return time_zones.to_local(start, time_zones.zone(zone)).date()
    try:
        return date.fromisoformat(request.args.get("day", ""))
    except ValueError:
        return None
