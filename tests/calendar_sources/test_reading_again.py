"""Calendars kept elsewhere, read by the worker: what they take, and what happens when they fail."""

from datetime import datetime, timedelta
from io import BytesIO

import pytest
from sqlalchemy import select

from pro_am.availability import queries as calendars
from pro_am.availability.memory import FreeStarts, bookable_of
from pro_am.availability.models import BusyTime, Calendar, FreeDay
from pro_am.availability.rules.day_bits import bits_by_day
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.calendar_sources import actions, queries
from pro_am.calendar_sources.models import CalendarFile, CalendarSource
from pro_am.calendar_sources.rules.refusals import FileTooLarge, NoAddress, TooManySources
from pro_am.calendar_sources.rules.schedule import next_reading
from pro_am.foundation import ids, jobs
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.foundation.time_slots import TimeSlot
from tests.calendar_sources.files import calendar, event
from tests.conftest import NOON
from tests.factories import free_starts, make_booking
from tests.support.web_server import reply, serving

TUESDAY_EVENING = datetime(2030, 1, 8, 17, 0)  # 18:00 in Paris: Ben's first evening
AT_THE_DENTIST = event("DTSTART:20300108T170000Z\nDTEND:20300108T200000Z\nSUMMARY:Dentist")


@pytest.fixture
def server(app):
    app.config["REACHES_PRIVATE_ADDRESSES"] = True
    with serving() as running:
        running.answer = lambda handler: reply(handler, calendar(AT_THE_DENTIST), ETag='"one"')
        yield running


@pytest.fixture
def ben(person, offer):
    return person("ben")


@pytest.fixture
def own(ben) -> Calendar:
    return db.session.scalars(select(Calendar)).one()


@pytest.fixture
def follow(ben, own, server):
    """A function that follows a calendar of the server and lets the worker read it."""

    def follow(path="/secret.ics"):
        source = actions.add_address(
            ben, own.id, server.url + path, "", idempotency_key=ids.public_id()
        )
        work()
        return source

    return follow


def work():
    while jobs.run_due():
        db.session.expire_all()


def busy_rows():
    return db.session.execute(select(BusyTime.starts_at, BusyTime.ends_at)).all()


def test_what_another_calendar_takes_is_offered_and_booked_by_nobody(follow, offer, person, time):
    before = free_starts(offer)
    assert before[0] == TUESDAY_EVENING
    remembered = FreeStarts(time())
    span = TimeSlot(NOON, NOON + timedelta(days=3))
    assert TUESDAY_EVENING in remembered.within([bookable_of(offer)], span)[0].starts

    follow()

    assert [start for start in before if start not in free_starts(offer)] == [
        start for start in before if start.date() == TUESDAY_EVENING.date() and start.hour < 20
    ]
    db.session.rollback()  # another request
    found = FreeStarts(time()).within([bookable_of(offer)], span)[0].starts
    assert TUESDAY_EVENING not in found
    with pytest.raises(SlotTaken) as taken:
        make_booking(person("ana"), offer, start=TUESDAY_EVENING)
    assert taken.value.nearest


def test_search_sees_it_in_the_picture_of_free_days(follow, own):
    day = TUESDAY_EVENING.date()
    follow()

    picture = db.session.scalars(select(FreeDay).where(FreeDay.day == day)).one()
    evening = bits_by_day([TimeSlot(TUESDAY_EVENING, TUESDAY_EVENING + timedelta(hours=3))])[day]
    assert (picture.low & evening.low, picture.high & evening.high) == (0, 0)


def test_nothing_but_times_is_kept(follow, app):
    source = follow()

    kept = " ".join(
        str(value)
        for table in db.metadata.sorted_tables
        for row in db.session.execute(select(table))
        for value in row
    )
    assert "Dentist" not in kept
    assert (source.events, source.stretches) == (1, 1)


def test_it_is_asked_every_quarter_of_an_hour_and_only_for_what_is_new(follow, server, time):
    source = follow()
    revision = db.session.get_one(Calendar, source.calendar_id).revision
    assert timedelta(minutes=15) <= source.next_at - time() <= timedelta(minutes=17)

    server.answer = lambda handler: reply(handler, status=304)
    time.forward(minutes=20)
    work()

    assert server.asked[1][1]["If-None-Match"] == '"one"'
    assert source.read_at == time()
    assert len(busy_rows()) == 1
    # Nobody has to look at the calendar again because of it.
    assert db.session.get_one(Calendar, source.calendar_id).revision == revision


def test_once_a_day_all_of_it_is_read_since_the_horizon_moves(follow, server, time):
    follow()

    time.forward(days=1)
    work()

    assert "If-None-Match" not in server.asked[1][1]


def test_what_goes_elsewhere_is_free_here(follow, server, time, offer):
    before = free_starts(offer)
    follow()
    server.answer = lambda handler: reply(handler, calendar())

    time.forward(minutes=20)
    work()

    assert free_starts(offer) == [start for start in before if start >= time() + timedelta(days=1)]


def test_an_error_is_told_and_tried_again_later_each_time(follow, server, time):
    server.answer = lambda handler: reply(handler, status=404)
    source = follow()
    assert (source.problem, source.answered, source.failures) == ("answered_badly", 404, 1)

    pauses = []
    for _ in range(9):
        pauses.append((source.next_at - time()) / timedelta(minutes=15))
        time.now = source.next_at
        work()

    assert pauses == [
        pytest.approx(times, rel=0.11, abs=0) for times in (1, 2, 4, 8, 16, 32, 64, 96, 96)
    ]


def test_what_was_known_stays_while_a_calendar_cannot_be_read(follow, server, time):
    follow()
    server.answer = lambda handler: reply(handler, b"<title>Sign in</title>")

    time.forward(minutes=20)
    work()

    assert len(busy_rows()) == 1


def test_a_day_without_a_reading_is_told_once_and_ends_booking_at_once(
    follow, server, time, own, ben
):
    source = follow()
    assert own.is_relied_on(time())
    server.answer = lambda handler: reply(handler, status=500)

    for _ in range(4):
        time.forward(hours=12)
        work()

    assert not db.session.get_one(Calendar, own.id).is_relied_on(time())
    letters = db.session.scalars(select(Letter).where(Letter.template.like("calendar_sources/%")))
    assert [letter.recipient for letter in letters] == [ben.email]
    server.answer = lambda handler: reply(handler, calendar())
    actions.read_again(source)
    work()
    assert db.session.get_one(Calendar, own.id).is_relied_on(time())


def test_a_file_is_kept_without_its_words_and_read_daily(ben, own, time):
    weekly = "DTSTART:20300108T170000Z\nDURATION:PT3H\nRRULE:FREQ=WEEKLY\nSUMMARY:Choir"
    broken = "UID:broken\nDTSTART:whenever"
    source = _upload(ben, own, calendar(event(weekly), event(broken)))
    work()

    file = db.session.get_one(CalendarFile, source.id)
    assert b"Choir" not in queries.unpacked(file.packed)
    assert source.remarks == [[13, "date"]]
    last = max(end for _, end in busy_rows())
    time.forward(days=14)
    work()
    assert max(end for _, end in busy_rows()) > last
    assert source.remarks == [[13, "date"]]  # of the file as it was sent
    assert own.is_relied_on(time() + timedelta(days=400))  # a file does not go stale


def test_a_file_without_a_calendar_is_not_kept(ben, own):
    source = _upload(ben, own, b"GIF89a")
    work()

    assert (source.problem, source.next_at) == ("no_calendar", None)
    assert db.session.scalars(select(CalendarFile)).all() == []


def test_a_file_of_more_than_five_megabytes_is_refused_unread(ben, own):
    with pytest.raises(FileTooLarge):
        _upload(ben, own, b"x" * (5 * 1024 * 1024 + 1))


def test_paused_it_takes_nothing_until_it_goes_on(follow, server, time, own):
    source = follow()

    actions.pause(source)
    time.forward(days=3)
    work()
    assert (busy_rows(), len(server.asked)) == ([], 1)
    assert db.session.get_one(Calendar, own.id).is_relied_on(time())

    actions.resume(source)
    work()
    assert len(server.asked) == 2


def test_removed_it_leaves_nothing(follow, ben, own):
    source = follow()
    _upload(ben, own, calendar(AT_THE_DENTIST))
    work()

    actions.remove_all_of(ben)

    assert db.session.get(CalendarSource, source.id) is None
    assert (busy_rows(), db.session.scalars(select(CalendarFile)).all()) == ([], [])


def test_what_is_removed_while_it_is_read_stays_removed(ben, own, server, app):
    source = actions.add_address(ben, own.id, server.url, "", idempotency_key="1")
    source_id = source.id

    def answer(handler):
        with app.app_context():
            actions.remove(db.session.get_one(CalendarSource, source_id))
        reply(handler, calendar(AT_THE_DENTIST))

    server.answer = answer
    work()

    assert db.session.get(CalendarSource, source_id) is None
    assert busy_rows() == []


def test_the_same_form_or_address_is_one_calendar(ben, own):
    first, again, same = (
        actions.add_address(ben, own.id, url, "", idempotency_key=key).id
        for url, key in [
            ("https://example.org/a.ics", "1"),
            ("https://example.org/b.ics", "1"),
            ("https://example.org/a.ics", "2"),
        ]
    )

    assert first == again == same


def test_there_are_ten_at_most(ben, own):
    for number in range(10):
        _upload(ben, own, calendar(), key=str(number))

    with pytest.raises(TooManySources):
        _upload(ben, own, calendar(), key="one more")


@pytest.mark.parametrize("url", ["", "calendar", "ftp://example.org/", "file:///etc/passwd"])
def test_an_address_that_is_none_is_refused(ben, own, url):
    with pytest.raises(NoAddress):
        actions.add_address(ben, own.id, url, "", idempotency_key="1")


def test_who_is_away_is_not_read(follow, ben, server, time):
    follow()
    with transaction():
        ben.left_at = time()

    time.forward(minutes=20)
    work()

    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("failures", "is_file", "expected"),
    [(0, False, 15), (1, False, 15), (3, False, 60), (40, False, 24 * 60), (0, True, 24 * 60)],
)
def test_the_pause_doubles_up_to_a_day(failures, is_file, expected):
    for chance in (0.0, 1.0):
        at = next_reading(NOON, failures=failures, is_file=is_file, chance=chance)
        assert at - NOON == timedelta(minutes=expected) * (1 + chance / 10)


def test_several_calendars_are_asked_of_the_database_at_once(follow, own):
    follow()

    loads = calendars.loads_by_calendar([own.id], TimeSlot(NOON, NOON + timedelta(days=9)), NOON)

    assert [(load.start, load.seats) for load in loads[own.id]] == [(TUESDAY_EVENING, None)]


def _upload(ben, own, content, key="key"):
    return actions.add_file(ben, own.id, BytesIO(content), "choir.ics", idempotency_key=key)
