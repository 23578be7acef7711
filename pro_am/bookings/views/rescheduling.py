"""The page on which a booking gets another time, and the answers to a proposal of one."""

from datetime import date, timedelta
from typing import Any

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
from pro_am.bookings.views.own import blueprint, own_booking
from pro_am.foundation import clock, time_zones
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.web.forms import page, told
from pro_am.foundation.web.policy import Policy, allow

WITHIN = timedelta(days=60)


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
        **_times(booking),
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


def _times(booking: Booking) -> dict[str, object]:
    """Free times from the asked day on, or from the first one that is free."""
    now, zone = clock.now(), booking.time_zone
    starts = moves.other_starts(booking, TimeSlot(now, now + WITHIN), now)
    by_day = slot_days.by_local_day(starts, zone)
    around = time_zones.to_local(booking.starts_at, time_zones.zone(zone)).date()
    first_free = min(by_day, default=around)
    days = slot_days.shown_from(_asked_day() or max(first_free, around - timedelta(days=1)))
    week_before = max(days[0] - timedelta(days=slot_days.SHOWN_DAYS), first_free)
    later = [day for day in by_day if day > days[-1]]
    return {
        "days": slot_days.slot_days(days, by_day, zone),
        "heading": slot_days.heading(days),
        "has_times": bool(starts),
        "previous_url": _week_url(booking, week_before) if first_free < days[0] else None,
        "next_url": _week_url(booking, min(later)) if later else None,
    }


def _asked_day() -> date | None:
    try:
        return date.fromisoformat(request.args.get("from", ""))
    except ValueError:
        return None


def _week_url(booking: Booking, day: date) -> str:
    week: dict[str, Any] = {"from": day.isoformat()}
    return url_for(".move", reference=booking.reference, _anchor="start", **week)


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
