"""Buttons on a booking: confirm, decline, withdraw, cancel, begin, complete."""

from collections.abc import Callable

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.bookings import actions
from pro_am.bookings.forms import ActForm, ConfirmForm, ReasonForm
from pro_am.bookings.forms.acts import CodeForm
from pro_am.bookings.queries import policies
from pro_am.bookings.rules import moves
from pro_am.bookings.rules.moves import Act
from pro_am.bookings.rules.policy import free_until, policy_from, settle
from pro_am.bookings.views.own import blueprint, own_booking, page_of
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow


@blueprint.post("/bookings/<reference>/confirm")
@allow(Policy.PARTICIPANT)
def confirm(reference: str) -> ResponseReturnValue:
    booking, form = own_booking(reference), ConfirmForm()
    return at_once(
        reference,
        form,
        lambda: actions.confirm(
            booking,
            current_member(),
            allergies_read=bool(form.allergies_read.data),
            sent=form.sent,
        ),
        _("Confirmed. Both of you get a letter with the date."),
    )


@blueprint.route("/bookings/<reference>/decline", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
def decline(reference: str) -> ResponseReturnValue:
    return _with_a_word(reference, Act.DECLINE)


@blueprint.route("/bookings/<reference>/cancel", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
def cancel(reference: str) -> ResponseReturnValue:
    return _with_a_word(reference, Act.CANCEL)


@blueprint.post("/bookings/<reference>/withdraw")
@allow(Policy.PARTICIPANT)
def withdraw(reference: str) -> ResponseReturnValue:
    return _pressed(reference, actions.withdraw, _("Your request is withdrawn."))


@blueprint.post("/bookings/<reference>/begin")
@allow(Policy.PARTICIPANT)
def begin(reference: str) -> ResponseReturnValue:
    booking, form = own_booking(reference), CodeForm()
    if not form.is_valid_post():
        return page_of(booking, form)
    code = form.code.data or ""
    return at_once(
        reference,
        form,
        lambda: actions.begin(booking, current_member(), code=code, sent=form.sent),
        _("It has begun. Have a good time!"),
    )


@blueprint.post("/bookings/<reference>/complete")
@allow(Policy.PARTICIPANT)
def complete(reference: str) -> ResponseReturnValue:
    return _pressed(
        reference, actions.complete, _("Noted: it took place. You can review each other now.")
    )


def _pressed(reference: str, deed: Callable[..., None], words: str) -> ResponseReturnValue:
    booking, form = own_booking(reference), ActForm()
    return at_once(reference, form, lambda: deed(booking, current_member(), sent=form.sent), words)


def at_once(
    reference: str, form: ActForm, deed: Callable[[], None], words: str
) -> ResponseReturnValue:
    """A button without a page of its own: done, or the booking as it is and the reason (409)."""
    try:
        deed()
    except Refusal as refusal:
        form.show(refusal)
        return page_of(own_booking(reference), form)
    flash(words, "success")
    return redirect(url_for(".show", reference=reference), 303)


def _with_a_word(reference: str, act: Act) -> ResponseReturnValue:
    """Declining and cancelling are a page with a button, and room for a word."""
    booking, member, now = own_booking(reference), current_member(), clock.now()
    form, side = ReasonForm(), booking.side_of(member)
    possible = moves.possible_acts(booking.facts(now), side)
    if request.method == "GET" and act not in possible:
        return redirect(url_for(".show", reference=reference), 303)
    if form.is_valid_post():
        try:
            deed = actions.decline if act is Act.DECLINE else actions.cancel
            deed(booking, member, reason=form.reason.data or "", sent=form.sent)
        except Refusal as refusal:
            form.show(refusal)
            booking = own_booking(reference)
        else:
            flash(
                _("Declined. The other person is told, and can look for another time.")
                if act is Act.DECLINE
                else _("Cancelled. Both of you get a letter."),
                "success",
            )
            return redirect(url_for(".show", reference=reference), 303)
    policy = policy_from(booking.policy)
    form.shows(booking)
    return page(
        "bookings/with_a_word.html",
        form,
        booking=booking,
        other=booking.other_than(current_member()),
        act=act.value,
        side=side.value,
        free_until=free_until(policy, booking.starts_at),
        pays_in_person=policies.pays_in_person(),
        settlement=settle(
            policy, side, booked_at=booking.requested_at, start=booking.starts_at, now=clock.now()
        ),
    )
