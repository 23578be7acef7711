"""Letters about another time, and the end of proposals of one."""

from pro_am.bookings import actions
from pro_am.bookings.events import BookingMoved, BookingRescheduled, MoveProposed, MoveRefused
from pro_am.bookings.listeners.letters import post
from pro_am.bookings.queries import links
from pro_am.bookings.rules.life import AHEAD, Side
from pro_am.foundation.events import listen


def attach() -> None:
    listen(BookingRescheduled, _rescheduled)
    listen(MoveProposed, _proposed)
    listen(MoveRefused, _refused)
    listen(BookingMoved, _moved)


def _rescheduled(event: BookingRescheduled) -> None:
    for side in Side:
        post(
            event.booking,
            side,
            "bookings/rescheduled",
            by=event.by,
            old_start=event.old_start,
            reason=event.reason,
        )


def _proposed(event: MoveProposed) -> None:
    post(
        event.booking,
        Side.HOST,
        "bookings/move_proposed",
        with_file=False,
        proposal=event.proposal,
        answer_url=links.move_url(event.proposal),
    )


def _refused(event: MoveRefused) -> None:
    reader = Side.PROVIDER if event.by.id == event.booking.host_id else Side.HOST
    post(
        event.booking,
        reader,
        "bookings/move_refused",
        with_file=False,
        by=event.by,
        reason=event.reason,
    )


def _moved(event: BookingMoved) -> None:
    """What is called off goes nowhere else."""
    if event.booking.state not in AHEAD:
        actions.end_proposals(event.booking)
