"""A friend hears of one week; of the next, when nothing was planned, only the client does."""

from datetime import timedelta

from sqlalchemy import select

from pro_am.bookings.models import Booking
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.supporters import actions, queries
from pro_am.supporters.actions import Guest
from pro_am.supporters.rules import rhythm as rhythms
from pro_am.supporters.rules import sight
from tests.supporters.conftest import RUN, make_plan

LETTERS = [
    ("fay", "supporters/asked"),
    ("fay", "supporters/recap"),
    ("ana", "supporters/quiet_week"),
]


def live(client, stopped):
    guest = Guest("Fay", "fay@example.com", client.language, sight.AT_FIRST)
    friend = actions.ask(client, guest)
    actions.accept(friend)
    row = queries.rhythm_of(client)
    monday = rhythms.next_due(row.rhythm, clock.now())
    booking = db.session.scalars(select(Booking).where(Booking.host_id == client.id)).first()
    make_plan(booking, RUN, monday)
    for week in (monday, monday + timedelta(weeks=1)):
        stopped.now = rhythms.due_at(row.rhythm, week)
        actions.tell_due()
    actions.leave(friend)
