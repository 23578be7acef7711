"""Reminding whoever has to answer, once at each moment."""

from pro_am.bookings.events import AnswerDue
from pro_am.bookings.models import AnswerReminder, Booking
from pro_am.bookings.queries import answers
from pro_am.bookings.rules.answer_reminders import Moment, moment_reached
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish


def remind_to_answer() -> None:
    """The row that says so is written with its letter: whoever dies leaves both or neither."""
    for waiting in answers.waiting_for_an_answer(clock.now()):
        moment = moment_reached(waiting.asked_at, waiting.answer_by, clock.now())
        if moment and moment not in waiting.reminded:
            _remind(waiting.booking_id, waiting.round, moment)


def _remind(booking_id: int, in_round: int, moment: Moment) -> None:
    with transaction():
        booking = db.session.get_one(
            Booking, booking_id, with_for_update={"of": Booking}, populate_existing=True
        )
        is_waiting = booking.state_now(clock.now()) is BookingState.REQUESTED
        if not is_waiting or booking.round != in_round:
            return  # answered a moment ago
        if db.session.get(AnswerReminder, (booking_id, in_round, moment)):
            return  # another worker was quicker
        db.session.add(
            AnswerReminder(booking_id=booking_id, round=in_round, moment=moment, at=clock.now())
        )
        publish(AnswerDue(booking, moment))
