"""The bookings of whoever asks: their list, and one of them."""

from datetime import datetime, timedelta

from flask import Blueprint, Response, abort, render_template, request
from flask.typing import ResponseReturnValue

from pro_am.accounts.current import current_member
from pro_am.bookings import queries
from pro_am.bookings.forms import ActForm, ConfirmForm
from pro_am.bookings.forms.acts import CodeForm
from pro_am.bookings.listeners import invitation_for
from pro_am.bookings.models import Booking
from pro_am.bookings.queries import answers, disputes, policies, waiting
from pro_am.bookings.queries.moves import open_proposal
from pro_am.bookings.queries.reminders import reminders_of
from pro_am.bookings.queries.series import place_in_series
from pro_am.bookings.rules import life, moves, no_show, rescheduling
from pro_am.bookings.rules.disputes import OUTCOMES
from pro_am.bookings.rules.life import BookingState, Side
from pro_am.bookings.rules.moves import Facts
from pro_am.bookings.rules.policy import free_until, policy_from
from pro_am.bookings.views.evidence import evidence_urls
from pro_am.conversations import queries as threads
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.media import queries as media
from pro_am.profiles.rules.craft_fields import from_asked

blueprint = Blueprint("bookings", __name__)

ADDRESS_SHOWN_AFTER = timedelta(hours=48)
CODE_SHOWN_BEFORE = timedelta(hours=24)
ADDRESS_STATES = {BookingState.CONFIRMED, *life.HAPPENED}
DISPUTE_STATES = {BookingState.DISPUTED, BookingState.RESOLVED}
MISSED_STATES = {BookingState.DECLINED, BookingState.EXPIRED}  # where another time may help


@blueprint.get("/bookings")
@allow(Policy.MEMBER)
def index() -> ResponseReturnValue:
    member, now = current_member(), clock.now()
    return render_template(
        "bookings/index.html",
        coming=queries.coming(member, now, number=_number("coming")),
        waiting=waiting.places_of(member, now),
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


def page_of(booking: Booking, form: ActForm | None = None) -> ResponseReturnValue:
    """The page of a booking; with a form that was refused, why."""
    member, now = current_member(), clock.now()
    facts, side = booking.facts(now), booking.side_of(member)
    state = facts.state
    button = ActForm(formdata=None)
    code_form = form if isinstance(form, CodeForm) else CodeForm(formdata=None)
    confirm_form = form if isinstance(form, ConfirmForm) else ConfirmForm(formdata=None)
    for each in (button, code_form, confirm_form):
        each.shows(booking)
    form = form or button
    dispute = disputes.dispute_of(booking) if state in DISPUTE_STATES else None
    return page(
        "bookings/show.html",
        form,
        booking=booking,
        asked=from_asked(booking.answers),
        other=booking.other_than(member),
        side=side.value,
        state=state,
        acts={act.value for act in moves.possible_acts(facts, side)},
        is_over=facts.is_over,
        is_my_turn=booking.awaits is side,
        button=button,
        code_form=code_form,
        shows_code=_shows_code(booking, facts, side),
        contest_until=booking.claimed_at and no_show.contest_until(booking.claimed_at),
        dispute=dispute,
        outcomes=OUTCOMES,
        photo_urls=evidence_urls(dispute, "bookings.evidence", reference=booking.reference),
        nearest=_nearest(booking, facts, side),
        policy=policy_from(booking.policy),
        pays_in_person=policies.pays_in_person(),
        cancel_until=booking.starts_at - facts.cancel_notice
        if facts.cancel_notice and side is Side.HOST
        else None,
        shows_address=state in ADDRESS_STATES and now < booking.ends_at + ADDRESS_SHOWN_AFTER,
        free_until=free_until(policy_from(booking.policy), booking.starts_at),
        last_message=next(iter(threads.latest_in(booking.thread_id, 1)), None),
        confirm_form=confirm_form,
        can_move=rescheduling.may_be_moved(state, side, booking.awaits),
        proposal=open_proposal(booking, now) if state is BookingState.CONFIRMED else None,
        place_in_series=place_in_series(booking),
        reminders=reminders_of(booking) if state is not BookingState.REQUESTED else [],
        faces=media.faces_of(
            [booking.host_id, booking.provider_id],
            met=[booking.host_id, booking.provider_id] if state in ADDRESS_STATES else [member.id],
        ),
    )


def _shows_code(booking: Booking, facts: Facts, side: Side) -> bool:
    """The host reads it out when they meet, so they see it from the day before."""
    is_open = facts.state is BookingState.CONFIRMED and facts.times.waits_for_code
    return side is Side.HOST and is_open and facts.now >= booking.starts_at - CODE_SHOWN_BEFORE


def _nearest(booking: Booking, facts: Facts, side: Side) -> list[datetime]:
    """Other times for a host whose request came to nothing."""
    is_missed = side is Side.HOST and facts.state in MISSED_STATES
    if not is_missed or booking.starts_at <= facts.now or not booking.offer.is_published:
        return []
    return answers.nearest_for(booking, booking.starts_at, facts.now)
