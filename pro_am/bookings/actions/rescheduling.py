"""Another time for a booking: the new one is taken and the old given back in one transaction."""

from datetime import datetime

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.availability import queries as calendars
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.availability.rules.slots import nearest_slots
from pro_am.bookings.events import BookingRescheduled, MoveProposed, MoveRefused
from pro_am.bookings.models import Booking, BookingStep, MoveProposal
from pro_am.bookings.queries import answers
from pro_am.bookings.queries import moves as queries
from pro_am.bookings.rules import life, policy, rescheduling
from pro_am.bookings.rules.life import BookingState, Side
from pro_am.bookings.rules.rescheduling import Deed, ProposalState
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.time_slots import TimeSlot


def reschedule(booking: Booking, by: Member, start: datetime, *, reason: str = "") -> None:
    """Move a booking to another free start: its host at once, its pro-am when the host agrees.

    Taken meanwhile: SlotTaken with the nearest free starts, and the old time is kept.
    """
    booking_id, by_id, calendar_id = booking.id, by.id, booking.hold.calendar_id
    try:
        with transaction():
            availability.claim(calendar_id)
            booking = db.session.get_one(Booking, booking_id, populate_existing=True)
            by = db.session.get_one(Member, by_id)
            if not _is_done(booking, by, start):
                _reschedule(booking, by, start, reason.strip())
    except SlotTaken:
        booking = db.session.get_one(Booking, booking_id)
        raise SlotTaken(_nearest(booking, start)) from None


def agree(proposal: MoveProposal, host: Member) -> None:
    """The host agrees to the other time."""
    with transaction():
        booking, proposal = _claimed(proposal)
        _check_open(booking, proposal)
        _close(proposal, ProposalState.AGREED)
        timing = answers.timing_of(booking)
        availability.move_into(booking.hold, proposal.hold, timing, proposal.starts_at)
        _enter_time(booking, host, reason="", was_in_time=None)


def refuse(proposal: MoveProposal, host: Member, *, reason: str = "") -> None:
    """The booking stays where it is; whether it can take place there is for its pro-am to say."""
    _end(proposal, host, ProposalState.REFUSED, Deed.REFUSED, reason)


def take_back(proposal: MoveProposal, provider: Member) -> None:
    _end(proposal, provider, ProposalState.TAKEN_BACK, Deed.TOOK_BACK, "")


def end_proposals(booking: Booking) -> None:
    """What is called off goes nowhere else: give back the time that was held for that."""
    with transaction():
        for proposal in queries.unfinished_proposals(booking):
            _close(proposal, ProposalState.TAKEN_BACK)


def _reschedule(booking: Booking, by: Member, start: datetime, reason: str) -> None:
    now, side = clock.now(), booking.side_of(by)
    state = booking.state_now(now)
    rescheduling.check_move(state, side, booking.awaits, old=booking.starts_at, new=start, now=now)
    if side is Side.HOST:
        rescheduling.check_notice(
            start=booking.starts_at, now=now, notice_minutes=booking.reschedule_notice_minutes
        )
    if rescheduling.needs_agreement(state, side):
        _propose(booking, by, start, reason)
        return
    was_in_time = None
    if state is BookingState.CONFIRMED:
        was_in_time = policy.settle(
            policy.policy_from(booking.policy),
            Side.HOST,
            booked_at=booking.requested_at,
            start=booking.starts_at,
            now=now,
        ).is_in_time
    availability.move(booking.hold, answers.timing_of(booking), start)
    if state is BookingState.REQUESTED:
        booking.hold.expires_at = booking.answer_by = life.answer_deadline(now, start)
    end_proposals(booking)
    _enter_time(booking, by, reason=reason, was_in_time=was_in_time)


def _propose(booking: Booking, by: Member, start: datetime, reason: str) -> None:
    now = clock.now()
    if queries.open_proposal(booking, now):
        raise rescheduling.ProposalOpen
    end_proposals(booking)  # one that lapsed a moment ago
    # Whichever of the two comes first: who agrees later would agree to what has begun.
    answer_by = life.answer_deadline(now, min(start, booking.starts_at))
    timing = answers.timing_of(booking)
    beside = availability.hold_beside(booking.hold, timing, start, expires_at=answer_by)
    proposal = MoveProposal(
        booking_id=booking.id,
        hold_id=beside.id if beside else None,
        starts_at=start,
        ends_at=timing.service(start).end,
        proposed_at=now,
        answer_by=answer_by,
        reason=reason,
        open_for=booking.id,
    )
    db.session.add(proposal)
    _note(booking, by, Deed.PROPOSED, reason, moved_to=start)
    publish(MoveProposed(booking, proposal, by))


def _end(proposal: MoveProposal, by: Member, state: ProposalState, deed: Deed, reason: str) -> None:
    by_id = by.id
    with transaction():
        booking, proposal = _claimed(proposal)
        _check_open(booking, proposal)
        _close(proposal, state)
        by = db.session.get_one(Member, by_id)
        _note(booking, by, deed, reason.strip(), moved_to=proposal.starts_at)
        publish(MoveRefused(booking, proposal, by, reason.strip()))


def _claimed(proposal: MoveProposal) -> tuple[Booking, MoveProposal]:
    proposal_id, booking_id = proposal.id, proposal.booking_id
    availability.claim(proposal.booking.hold.calendar_id)
    return (
        db.session.get_one(Booking, booking_id, populate_existing=True),
        db.session.get_one(MoveProposal, proposal_id, populate_existing=True),
    )


def _check_open(booking: Booking, proposal: MoveProposal) -> None:
    now = clock.now()
    is_open = proposal.state_now(now) is ProposalState.OPEN
    if not is_open or booking.state_now(now) is not BookingState.CONFIRMED:
        raise rescheduling.ProposalOver


def _close(proposal: MoveProposal, state: ProposalState) -> None:
    proposal.state, proposal.open_for = state, None
    if proposal.hold:
        availability.release(proposal.hold)


def _enter_time(booking: Booking, by: Member, *, reason: str, was_in_time: bool | None) -> None:
    """Write down where the hold has gone; the calendar file of a booking counts its revisions."""
    old = booking.starts_at
    booking.starts_at, booking.ends_at = booking.hold.starts_at, booking.hold.ends_at
    booking.revision += 1
    if booking.state is BookingState.CONFIRMED:
        booking.agreed_at = clock.now()
    _note(
        booking,
        by,
        Deed.MOVED,
        reason,
        moved_from=old,
        moved_to=booking.starts_at,
        was_in_time=was_in_time,
    )
    publish(BookingRescheduled(booking, by, old, reason))


def _note(booking: Booking, by: Member, deed: Deed, reason: str, **facts: object) -> None:
    db.session.add(
        BookingStep(
            booking_id=booking.id,
            at=clock.now(),
            by_id=by.id,
            from_state=booking.state,
            to_state=booking.state,
            reason=reason,
            deed=deed,
            **facts,
        )
    )


def _is_done(booking: Booking, by: Member, start: datetime) -> bool:
    """Whether this very deed was done a moment ago: the same form, sent twice."""
    last = booking.steps[-1]
    is_move = last.deed in (Deed.MOVED, Deed.PROPOSED)
    return is_move and last.by_id == by.id and last.moved_to == start


def _nearest(booking: Booking, start: datetime) -> list[datetime]:
    around = TimeSlot(start - calendars.NEAREST_WITHIN, start + calendars.NEAREST_WITHIN)
    return nearest_slots(queries.other_starts(booking, around, clock.now()), start)
