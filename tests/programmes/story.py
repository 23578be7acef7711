"""What a client and a coach live through, so that every letter of a programme is written."""

from datetime import datetime, time, timedelta

from pro_am.foundation.database import transaction
from pro_am.programmes import actions
from pro_am.programmes.actions import Otherwise
from pro_am.programmes.rules.plan import ItemText
from pro_am.programmes.rules.words import ExceptionKind, ItemKind
from tests.factories import make_member, make_pro_am
from tests.factories.programmes import make_programme

LETTERS = [
    ("hugo", "bookings/requested"),
    ("ana", "bookings/request_sent"),
    ("ana", "bookings/confirmed"),
    ("hugo", "bookings/confirmed"),
    ("ana", "programmes/week"),
    ("hugo", "programmes/news"),
    ("hugo", "programmes/paused"),
    ("ana", "programmes/resumed"),
    ("ana", "programmes/ended"),
    ("hugo", "programmes/ended"),
]


def live(client, clock):
    with transaction():
        coach = make_member("Hugo Brun")
        coach.language = client.language
    make_pro_am(coach)
    programme = make_programme(client, coach, weeks=4)
    monday = programme.starts_on
    actions.plan(programme, monday, (0,), ItemText(ItemKind.SESSION, "Run slowly"), key="run")
    clock.now = datetime.combine(monday, time(9))
    actions.write_week_letters()
    ill = Otherwise(monday, monday, ExceptionKind.ILLNESS, "A cold.")
    actions.make_exception(programme, ill, key="ill")
    actions.pause(programme, client, from_day=monday + timedelta(weeks=1))
    actions.resume(programme, coach, on_day=monday)
    clock.now = programme.booking.ends_at  # their first talk is over
    actions.end(programme, coach, words="It was good with you.")
