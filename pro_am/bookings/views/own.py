"""The bookings of whoever asks: their list, and one of them."""

from datetime import timedelta

from flask import Blueprint, Response, abort, render_template, request
from flask.typing import ResponseReturnValue

from pro_am.accounts.current import current_member
from pro_am.bookings import queries
from pro_am.bookings.forms import ConfirmForm
from pro_am.bookings.listeners import invitation_for
from pro_am.bookings.models import Booking
from pro_am.bookings.rules import life
from pro_am.bookings.rules.life import BookingState
from pro_am.bookings.rules.policy import free_until, policy_from
from pro_am.conversations import queries as threads
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.media import queries as media
from pro_am.profiles.rules.craft_fields import from_asked

blueprint = Blueprint("bookings", __name__)

ADDRESS_SHOWN_AFTER = timedelta(hours=48)
ADDRESS_STATES = {BookingState.CONFIRMED, BookingState.IN_PROGRESS, BookingState.COMPLETED}


@blueprint.get("/bookings")
@allow(Policy.MEMBER)
def index() -> ResponseReturnValue:
    member, now = current_member(), clock.now()
    return render_template(
        "bookings/index.html",
        coming=queries.coming(member, now, number=_number("coming")),
        past=queries.past(member, now, number=_number("past")),
        unread=threads.unread_threads(member),
        states=life.STATES,
    )


@blueprint.get("/bookings/<reference>")
@allow(Policy.PARTICIPANT)
def show(reference: str) -> ResponseReturnValue:
    booking = own_booking(reference)
    return page_of(booking)


@blueprint.get("/bookings/<reference>/calendar.ics")
@allow(Policy.PARTICIPANT)
def calendar_file(reference: str) -> ResponseReturnValue:
    booking = own_booking(reference)
    if booking.state_now(clock.now()) not in ADDRESS_STATES:
        abort(404)
    attachment = invitation_for(booking, current_member())
    return Response(
        attachment.text,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{attachment.filename}"'},
    )


def _number(name: str) -> int:
    """Which page of a list is asked for."""
    return max(request.args.get(name, 1, type=int), 1)


def own_booking(reference: str) -> Booking:
    found: Booking = db.one_or_404(queries.booking_of(current_member(), reference))
    return found


def page_of(booking: Booking, form: ConfirmForm | None = None) -> ResponseReturnValue:
    member, now = current_member(), clock.now()
    state, side = booking.state_now(now), booking.side_of(member)
    is_over = now >= booking.ends_at
    review_until = life.review_window(booking.ends_at)[1]
    may_review = state in life.HAPPENED and booking.ends_at <= now < review_until
    form = form or ConfirmForm(formdata=None)
    return page(
        "bookings/show.html",
        form,
        booking=booking,
        asked=from_asked(booking.answers),
        other=booking.other_than(member),
        side=side.value,
        state=state,
        acts={act.value for act in life.possible_acts(state, side, is_over=is_over)},
        is_over=is_over,
        shows_address=state in ADDRESS_STATES and now < booking.ends_at + ADDRESS_SHOWN_AFTER,
        free_until=free_until(policy_from(booking.policy), booking.starts_at),
        last_message=next(iter(threads.latest_in(booking.thread_id, 1)), None),
        confirm_form=form,
        review_until=review_until if may_review else None,
        faces=media.faces_of(
            [booking.host_id, booking.provider_id],
            met=[booking.host_id, booking.provider_id] if state in ADDRESS_STATES else [member.id],
        ),
    )
