"""The page on which a booking gets another time, and the answers to a proposal of one."""

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.availability.views import slot_days
from pro_am.bookings import actions
from pro_am.bookings.forms import MoveForm
from pro_am.bookings.models import Booking, MoveProposal
from pro_am.bookings.queries import moves
from pro_am.bookings.rules import policy, rescheduling
from pro_am.bookings.rules.life import BookingState, Side
from pro_am.bookings.views.other_times import coming, week_of
from pro_am.bookings.views.own import blueprint, own_booking
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page, told
from pro_am.foundation.web.policy import Policy, allow


@blueprint.route("/bookings/<reference>/move", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
def move(reference: str) -> ResponseReturnValue:
    booking, form, member = own_booking(reference), MoveForm(), current_member()
    state, side = booking.state_now(clock.now()), booking.side_of(member)
    if request.method == "GET" and not rescheduling.may_be_moved(state, side, booking.awaits):
        return redirect(url_for(".show", reference=reference), 303)
    taken = None
    if form.is_valid_post() and (start := slot_days.from_value(form.start.data)):
        try:
            actions.reschedule(booking, member, start, reason=form.reason.data or "")
        except SlotTaken as refusal:
            taken = refusal
            form.show(refusal)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_words_after(own_booking(reference), side), "success")
            return redirect(url_for(".show", reference=reference), 303)
        booking = own_booking(reference)
    return page(
        "bookings/move.html",
        form,
        booking=booking,
        other=booking.other_than(member),
        side=side.value,
        asks=rescheduling.needs_agreement(state, side),
        is_late=state is BookingState.CONFIRMED and side is Side.HOST and _is_late(booking),
        nearest=taken.nearest if taken else [],
        length=booking.ends_at - booking.starts_at,
        week=week_of(booking, moves.other_starts(booking, coming(), clock.now())),
    )


@blueprint.post("/bookings/<reference>/proposal/<any(agree,refuse,take_back):deed>")
@allow(Policy.PARTICIPANT)
def answer_proposal(reference: str, deed: str) -> ResponseReturnValue:
    booking, member = own_booking(reference), current_member()
    side = booking.side_of(member)
    if (deed == "take_back") is (side is Side.HOST):
        abort(404)  # each side has its own words
    proposal = moves.open_proposal(booking, clock.now())
    try:
        flash(_answered(proposal, deed), "success")
    except Refusal as refusal:
        flash(told(refusal), "warning")
    return redirect(url_for(".show", reference=reference), 303)


def _answered(proposal: MoveProposal | None, deed: str) -> str:
    if proposal is None:
        raise rescheduling.ProposalOver
    member = current_member()
    if deed == "agree":
        actions.agree(proposal, member)
        return _("Agreed. Both of you get a letter with the new date.")
    if deed == "refuse":
        actions.refuse(proposal, member)
        return _("Your booking stays at its time, and the pro-am is told.")
    actions.take_back(proposal, member)
    return _("Your proposal is withdrawn. The booking stays at its time.")


def _is_late(booking: Booking) -> bool:
    return not policy.settle(
        policy.policy_from(booking.policy),
        Side.HOST,
        booked_at=booking.requested_at,
        start=booking.starts_at,
        now=clock.now(),
    ).is_in_time


def _words_after(booking: Booking, side: Side) -> str:
    if side is Side.PROVIDER:
        return _("Your proposal is sent. Until your host agrees, the booking stays at its time.")
    if booking.state is BookingState.REQUESTED:
        return _("Your request is for the new time now, and the pro-am is told.")
    return _("Moved. Both of you get a letter with the new date.")
