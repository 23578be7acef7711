"""Bookings and what happened to each; disputes, series, waiting lists, and who was reminded."""

from pro_am.bookings.models.answer_reminder import AnswerReminder
from pro_am.bookings.models.booking import Booking, BookingStep
from pro_am.bookings.models.dispute import Dispute, DisputePicture, Statement
from pro_am.bookings.models.move import MoveProposal
from pro_am.bookings.models.own_policy import OwnPolicy
from pro_am.bookings.models.reminder import BookingReminder
from pro_am.bookings.models.series import BookingSeries, SeriesOccurrence
from pro_am.bookings.models.waiting import WaitingPlace

__all__ = [
    "AnswerReminder",
    "Booking",
    "BookingReminder",
    "BookingSeries",
    "BookingStep",
    "Dispute",
    "DisputePicture",
    "MoveProposal",
    "OwnPolicy",
    "SeriesOccurrence",
    "Statement",
    "WaitingPlace",
]
