"""Letters that remind of what is agreed."""

from pro_am.bookings.events import ReminderDue
from pro_am.bookings.listeners.invitations import url_of
from pro_am.bookings.queries import links
from pro_am.foundation import outbox
from pro_am.foundation.events import listen
from pro_am.foundation.topics import Topic
from pro_am.foundation.words import mark
from pro_am.notifications import queries as notifications

TOPICS = (
    Topic(
        "reminders",
        mark("Reminders"),
        mark("What is agreed begins in a day, or in two hours."),
    ),
)


def attach() -> None:
    listen(ReminderDue, _due)


def _due(event: ReminderDue) -> None:
    """Nobody is reminded who does without; that it was their turn is noted all the same."""
    booking, reader = event.booking, event.reader
    if "reminders" in notifications.unwanted_topics(reader.id):
        return
    event.reminder.letter_id = outbox.post(
        reader.address,
        "bookings/reminder",
        reader=reader,
        other=booking.other_than(reader),
        side=booking.side_of(reader).value,
        booking=booking,
        kind=event.reminder.kind.value,
        presence_url=links.presence_url(booking, reader),
        url=url_of(booking, reader),
    )
