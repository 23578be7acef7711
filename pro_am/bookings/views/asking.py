"""The last page before a request."""

from datetime import datetime, timedelta

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.availability import queries as calendars
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.availability.views import slot_days
from pro_am.bookings import actions
from pro_am.bookings.actions import SeriesWish, Wish
from pro_am.bookings.forms import RequestForm
from pro_am.bookings.models import Booking, WaitingPlace
from pro_am.bookings.queries import waiting
from pro_am.bookings.rules.policy import FLEXIBLE, free_until
from pro_am.bookings.rules.series import Week, WeeksToChoose
from pro_am.bookings.rules.waiting_list import PlaceState
from pro_am.bookings.views import times_asked as times
from pro_am.bookings.views.own import blueprint
from pro_am.bookings.views.series import chosen_weeks, week_choices, words_after_series
from pro_am.bookings.views.waiting import people_choices
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.profiles import queries as profiles
from pro_am.profiles.forms.answers import asking
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import PlaceMode, total_minor
from pro_am.profiles.rules.craft_fields import fields_from


@blueprint.route("/book/<public_id>", methods=["GET", "POST"])
@allow(Policy.MEMBER)
def ask(public_id: str) -> ResponseReturnValue:
    """The last page before a request: everything chosen, what is missing, one button."""
    offer = profiles.open_offer(public_id) or abort(404)
    if offer.profile.member_id == current_member().id:
        html = render_template("bookings/own_offer.html", offer=offer)
        return html, 200 if request.method == "GET" else 409
    form = _request_form(offer)
    place = _offered_place(form, offer)
    start = place.hold.starts_at if place and place.hold else slot_days.from_value(form.start.data)
    nearest: list[datetime] = []
    weeks: list[Week] = []
    is_ready = form.is_valid_post() and not form.points_out(form.message.data or "")
    if is_ready and start:
        try:
            return redirect(_sent(form, offer, _wish(form, start), place), 303)
        except SlotTaken as taken:
            nearest = taken.nearest
            form.show(taken)
        except WeeksToChoose as choice:
            weeks = choice.weeks
            form.show(choice)
        except Refusal as refusal:
            form.show(refusal)
    elif place is None and not times.is_free(offer, start, _people(offer, form)):
        nearest = times.nearest(offer, start, _people(offer, form))
        if form.start.data:
            form.show(SlotTaken(nearest))
    calendar = calendars.calendar_for(offer)
    return page(
        "bookings/ask.html",
        form,
        offer=offer,
        start=start,
        length=timedelta(minutes=offer.duration_minutes),
        nearest=nearest,
        weeks=weeks,
        place=place,
        seats_left=times.seats_left(offer, start) if start and not nearest and not place else None,
        at_once=times.promises_at_once(offer, calendar, start, nearest),
        total_minor=_total(offer, form),
        calendar=calendar,
        comes_to_host=_comes_to_host(offer),
        free_until=free_until(FLEXIBLE, start) if start else None,
    )


def _sent(form: RequestForm, offer: Offer, wish: Wish, place: WaitingPlace | None) -> str:
    """Send the request; the address of the page on which it goes on."""
    member, key = current_member(), form.idempotency_key.data
    if form.weeks.data > 1 and place is None:
        asked = SeriesWish(wish, form.weeks.data, chosen_weeks())
        series = actions.request_series(member, offer, asked, idempotency_key=key)
        flash(words_after_series(series), "success")
        return url_for(".series", reference=series.reference)
    if place:
        booking = actions.take(place, wish)
    else:
        booking = actions.request_booking(member, offer, wish, idempotency_key=key)
    flash(_words_after(booking, form), "success")
    return url_for(".show", reference=booking.reference)


def _offered_place(form: RequestForm, offer: Offer) -> WaitingPlace | None:
    """What is held for this member, who waited for it."""
    place = form.place.data and waiting.place_of(current_member(), form.place.data)
    if not place or place.offer_id != offer.id:
        return None
    if place.state_now(clock.now()) is not PlaceState.OFFERED:
        return None
    form.people.data = place.people
    return place


def _request_form(offer: Offer) -> RequestForm:
    questions = fields_from(offer.profile.craft.booking_questions)
    form = asking(RequestForm, questions, must_answer=True)
    form.people.choices = people_choices(offer)
    form.weeks.choices = week_choices()
    if request.method == "GET":
        form.start.data = request.args.get("start", "")
        people = request.args.get("people", type=int) or offer.seats_least
        form.people.data = min(max(people, offer.seats_least), offer.seats_most)
        form.town.data = request.args.get("town", "")
        form.place.data = request.args.get("place", "")
    return form


def _wish(form: RequestForm, start: datetime) -> Wish:
    return Wish(
        start=start,
        people=form.people.data,
        message=form.message.data or "",
        address=form.address.data or "",
        town=form.town.town,
        allergies=(form.allergies.data or "") if form.allergies_consent.data else "",
        answers=form.answers,
        at_once=bool(form.at_once.data),
    )


def _words_after(booking: Booking, form: RequestForm) -> str:
    if booking.is_instant:
        return _("Booked. Both of you get a letter with the date. You pay nothing now.")
    name = booking.provider.first_name
    if form.at_once.data and booking.allergies:
        return _("%(name)s reads your allergies first, then answers.", name=name)
    if form.at_once.data:
        return _("Your request is sent: for this time %(name)s answers first.", name=name)
    return _("Your request is sent. You pay nothing now.")


def _total(offer: Offer, form: RequestForm) -> int:
    return total_minor(
        offer.price_unit,
        offer.price_minor,
        people=_people(offer, form),
        minutes=offer.duration_minutes,
        weeks=offer.weeks,
    )


def _comes_to_host(offer: Offer) -> bool:
    return offer.place_mode in (PlaceMode.HOST, PlaceMode.DELIVERED)


def _people(offer: Offer, form: RequestForm) -> int:
    return form.people.data if isinstance(form.people.data, int) else offer.seats_least
