"""What people do from a letter, without signing in.

A GET (and what fetches ahead, or scans mail) shows a page with buttons; only a POST acts. A link
that was used, or that something has overtaken, says kindly what is the case now. These pages
travel with letters: no address where people meet, and nothing about anybody's health.
"""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pro_am.bookings import actions
from pro_am.bookings.queries import links
from pro_am.bookings.queries.links import Purpose
from pro_am.bookings.rules import life, waiting_list
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web import signed_links
from pro_am.foundation.web.forms import told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.security import csrf

blueprint = Blueprint("by_letter", __name__, url_prefix="/by-letter")
blueprint.after_request(signed_links.keep_to_itself)
# The address itself says who may: it is signed, and whoever has it has the letter. A page that
# sends no referrer could not be told from another site's by where its form comes from.
csrf.exempt(blueprint)


@blueprint.route("/answer/<token>", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def answer(token: str) -> ResponseReturnValue:
    """A pro-am accepts or declines a request; one that names allergies is read signed in."""
    link = links.booking_link(Purpose.ANSWER, token) or abort(404)
    booking = link.booking
    refused = None
    if request.method == "POST" and not link.is_stale:
        try:
            if request.form.get("then") == "decline":
                actions.decline(booking, link.reader)
            elif not booking.allergies:
                actions.confirm(booking, link.reader, allergies_read=False)
            return redirect(url_for(".answer", token=token), 303)
        except Refusal as refusal:
            refused = told(refusal)
    html = render_template(
        "bookings/by_letter/answer.html",
        booking=booking,
        reader=link.reader,
        state=booking.state_now(clock.now()),
        states=life.STATES,
        can_answer=not link.is_stale and booking.state_now(clock.now()) is BookingState.REQUESTED,
        refused=refused,
    )
    return html, 409 if refused else 200


@blueprint.route("/presence/<token>", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def presence(token: str) -> ResponseReturnValue:
    """One of the two says that it stands."""
    link = links.booking_link(Purpose.PRESENCE, token) or abort(404)
    booking, refused = link.booking, None
    if request.method == "POST" and not link.is_stale:
        try:
            actions.will_come(booking, link.reader)
            return redirect(url_for(".presence", token=token), 303)
        except Refusal as refusal:
            refused = told(refusal)
    state = booking.state_now(clock.now())
    html = render_template(
        "bookings/by_letter/presence.html",
        booking=booking,
        reader=link.reader,
        other=booking.other_than(link.reader),
        state=state,
        states=life.STATES,
        has_said_so=actions.has_said_so(booking, link.reader.id),
        can_say_so=not link.is_stale and state is BookingState.CONFIRMED,
        refused=refused,
    )
    return html, 409 if refused else 200


@blueprint.route("/move/<token>", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def move(token: str) -> ResponseReturnValue:
    """A host agrees to another time, or keeps the one that is agreed."""
    link, refused = links.move_link(token) or abort(404), None
    if request.method == "POST" and not link.is_stale:
        deed = actions.refuse if request.form.get("then") == "keep" else actions.agree
        try:
            deed(link.proposal, link.proposal.booking.host)
            return redirect(url_for(".move", token=token), 303)
        except Refusal as refusal:
            refused = told(refusal)
            link = links.move_link(token) or abort(404)
    booking = link.proposal.booking
    html = render_template(
        "bookings/by_letter/move.html",
        proposal=link.proposal,
        booking=booking,
        reader=booking.host,
        is_open=not link.is_stale and booking.state_now(clock.now()) is BookingState.CONFIRMED,
        refused=refused,
    )
    return html, 409 if refused else 200


@blueprint.route("/place/<token>", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def place(token: str) -> ResponseReturnValue:
    """Somebody takes what they waited for, or leaves the list."""
    link = links.place_link(token) or abort(404)
    waiting, refused = link.place, None
    if request.method == "POST" and not link.is_stale:
        try:
            if request.form.get("then") == "leave":
                actions.leave(waiting)
            else:
                actions.take(waiting)
            return redirect(url_for(".place", token=token), 303)
        except Refusal as refusal:
            refused = told(refusal)
            link = links.place_link(token) or abort(404)
            waiting = link.place
    state = waiting.state_now(clock.now())
    is_offered = not link.is_stale and state is waiting_list.PlaceState.OFFERED
    html = render_template(
        "bookings/by_letter/place.html",
        place=waiting,
        booking=actions.booking_of_place(waiting),
        state=state.value,
        is_offered=is_offered,
        needs_more=is_offered and actions.needs_more(waiting.offer),
        refused=refused,
    )
    return html, 409 if refused else 200
