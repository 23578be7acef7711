"""Bookings and what happened to each; disputes, and who was reminded to answer."""

from pro_am.bookings.models.answer_reminder import AnswerReminder
from pro_am.bookings.models.booking import Booking, BookingStep
from pro_am.bookings.models.dispute import Dispute, DisputePicture, Statement
from pro_am.bookings.models.own_policy import OwnPolicy

__all__ = [
    "AnswerReminder",
    "Booking",
    "BookingStep",
    "Dispute",
    "DisputePicture",
    "OwnPolicy",
    "Statement",
]
