"""Buttons on a booking: confirm, decline, withdraw, cancel, complete."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.bookings import actions
from pro_am.bookings.forms import ConfirmForm, ReasonForm
from pro_am.bookings.rules import life
from pro_am.bookings.rules.life import Act
from pro_am.bookings.rules.policy import free_until, policy_from
from pro_am.bookings.views.own import blueprint, own_booking, page_of
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page, told
from pro_am.foundation.web.policy import Policy, allow


@blueprint.post("/bookings/<reference>/confirm")
@allow(Policy.PARTICIPANT)
def confirm(reference: str) -> ResponseReturnValue:
    booking, form = own_booking(reference), ConfirmForm()
    try:
        actions.confirm(booking, current_member(), allergies_read=bool(form.allergies_read.data))
    except Refusal as refusal:
        form.show(refusal)
        return page_of(own_booking(reference), form)
    flash(_("Confirmed. Both of you get a letter with the date."), "success")
    return redirect(url_for(".show", reference=reference), 303)


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
    return _at_once(reference, Act.WITHDRAW)


@blueprint.post("/bookings/<reference>/complete")
@allow(Policy.PARTICIPANT)
def complete(reference: str) -> ResponseReturnValue:
    return _at_once(reference, Act.COMPLETE)


def _with_a_word(reference: str, act: Act) -> ResponseReturnValue:
    """Declining and cancelling are a page with a button, and room for a word."""
    booking, form, member, now = own_booking(reference), ReasonForm(), current_member(), clock.now()
    side = booking.side_of(member)
    possible = life.possible_acts(booking.state_now(now), side, is_over=now >= booking.ends_at)
    if request.method == "GET" and act not in possible:
        return redirect(url_for(".show", reference=reference), 303)
    if form.is_valid_post():
        try:
            deed = actions.decline if act is Act.DECLINE else actions.cancel
            deed(booking, member, reason=form.reason.data or "")
        except Refusal as refusal:
            form.show(refusal)
            booking = own_booking(reference)
        else:
            flash(
                _("Declined. The host is told, and can look for another time.")
                if act is Act.DECLINE
                else _("Cancelled. Both of you get a letter."),
                "success",
            )
            return redirect(url_for(".show", reference=reference), 303)
    return page(
        "bookings/with_a_word.html",
        form,
        booking=booking,
        other=booking.other_than(member),
        act=act.value,
        side=side.value,
        free_until=free_until(policy_from(booking.policy), booking.starts_at),
    )


def _at_once(reference: str, act: Act) -> ResponseReturnValue:
    booking = own_booking(reference)
    try:
        if act is Act.WITHDRAW:
            actions.withdraw(booking, current_member())
        else:
            actions.complete(booking, current_member())
    except Refusal as refusal:
        flash(told(refusal), "warning")
    else:
        flash(
            _("Your request is withdrawn.")
            if act is Act.WITHDRAW
            else _("Noted: it took place. You can review each other now."),
            "success",
        )
    return redirect(url_for(".show", reference=reference), 303)
