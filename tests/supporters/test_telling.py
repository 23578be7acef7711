"""Which week is told, to whom, and never twice: clocks that step, workers that were away."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from pro_am.accounts import actions as accounts
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.notifications.actions import mark_bounced
from pro_am.notifications.queries import due_letters
from pro_am.programmes.models import ProgrammeException
from pro_am.programmes.rules.words import ExceptionKind, ItemState
from pro_am.supporters import actions
from pro_am.supporters.models import QuietWeek, Recap, RecapRhythm
from pro_am.supporters.rules.rhythm import Rhythm
from pro_am.supporters.rules.sight import Field
from tests.supporters.conftest import DEE, MONDAY, fill, letters

SUNDAY_EVENING = datetime(2030, 1, 13, 17)  # 18:00 in Paris
HOUR = timedelta(hours=1)
WEEK = timedelta(weeks=1)
RECAPS = "supporters/recap"


@pytest.fixture
def ana(person):
    return person("ana")


@pytest.fixture
def dee(ana, ask):
    friend = ask(ana)
    actions.accept(friend)
    return friend


@pytest.fixture
def programme(ana, offer, plan):
    return plan(ana, offer)


def work():
    """Until nobody is due, as the worker does turn by turn."""
    for _ in range(20):
        actions.tell_due()


def told():
    return [recap.monday for recap in db.session.scalars(select(Recap).order_by(Recap.id))]


def set_aside_all(programme):
    with transaction():
        db.session.add(
            ProgrammeException(
                public_id="e",
                programme_id=programme.id,
                from_day=MONDAY,
                to_day=MONDAY + timedelta(days=6),
                kind=ExceptionKind.ILLNESS,
                words="A secret illness",
                created_at=SUNDAY_EVENING,
            )
        )


def test_nothing_goes_before_the_hour_and_one_recap_at_it(dee, programme, time):
    time.now = SUNDAY_EVENING - timedelta(minutes=1)
    work()
    assert told() == []

    time.now = SUNDAY_EVENING
    work()
    assert told() == [MONDAY]
    assert [letter.recipient for letter in letters(RECAPS)] == [DEE]


def test_the_row_names_the_letter(dee, programme, time):
    time.now = SUNDAY_EVENING
    work()

    (recap,) = db.session.scalars(select(Recap))
    assert recap.letter_id == letters(RECAPS)[0].id


@pytest.mark.parametrize("steps", [[HOUR, -HOUR], [-HOUR, HOUR], [HOUR, -HOUR, -HOUR, HOUR, HOUR]])
def test_a_clock_that_steps_tells_each_week_once(dee, programme, time, steps):
    time.now = SUNDAY_EVENING - timedelta(minutes=30)
    for step in steps:
        work()
        time.now += step
    work()
    time.now = SUNDAY_EVENING + HOUR
    work()

    assert told() == [MONDAY]
    assert len(letters(RECAPS)) == 1


def test_a_worker_that_was_away_for_a_day_is_late(dee, programme, time):
    time.now = SUNDAY_EVENING + timedelta(days=1)
    work()

    assert told() == [MONDAY]


def test_a_worker_that_was_away_for_weeks_tells_the_newest_alone(dee, programme, time):
    with transaction():
        for number in range(1, 4):
            fill(programme, MONDAY + number * WEEK)

    time.now = SUNDAY_EVENING + 3 * WEEK + HOUR
    work()

    assert told() == [MONDAY + 3 * WEEK]


def test_a_clock_that_was_a_year_ahead_is_forgiven(ana, dee, programme, time):
    now = time.now
    time.now += timedelta(days=400)
    work()
    time.now = now
    work()

    assert db.session.get_one(RecapRhythm, ana.id).next_at == SUNDAY_EVENING


def test_who_said_yes_after_the_hour_hears_of_the_next_week(ana, ask, programme, time):
    friend = ask(ana)
    time.now = SUNDAY_EVENING + timedelta(minutes=5)
    actions.accept(friend)
    work()
    assert told() == []

    with transaction():
        fill(programme, MONDAY + WEEK)
    time.now = SUNDAY_EVENING + WEEK
    work()
    assert told() == [MONDAY + WEEK]


@pytest.mark.parametrize("how", ["asked", "left", "removed", "bounced", "client left", "kept"])
def test_who_gets_none(ana, ask, programme, time, how):
    friend = ask(ana)
    if how != "asked":
        actions.accept(friend)
    if how == "left":
        actions.leave(friend)
    if how == "removed":
        actions.remove(friend)
    if how == "bounced":
        mark_bounced([DEE], words="550 no such user")
    if how == "client left":
        accounts.leave(ana)
    if how == "kept":
        actions.keep_to_oneself(ana, MONDAY)
    time.now = SUNDAY_EVENING
    work()

    assert told() == []
    assert letters(RECAPS) == []


def test_whoever_is_removed_while_the_letter_waits_does_not_get_it(dee, programme, time):
    time.now = SUNDAY_EVENING
    work()

    actions.remove(dee)

    assert [letter.state for letter in letters(RECAPS)] == ["unwanted"]


@pytest.mark.parametrize("why", ["no plan", "set aside"])
def test_with_nothing_to_say_the_client_hears_and_friends_do_not(ana, dee, offer, plan, time, why):
    programme = plan(ana, offer, () if why == "no plan" else (("Run", ItemState.PLANNED),))
    if why == "set aside":
        set_aside_all(programme)
    time.now = SUNDAY_EVENING
    work()
    work()

    assert told() == []
    (letter,) = letters("supporters/quiet_week")
    assert letter.recipient == ana.email
    assert len(db.session.scalars(select(QuietWeek)).all()) == 1


def test_without_a_programme_nobody_hears_anything(dee, time):
    time.now = SUNDAY_EVENING
    work()

    assert [letter.template for letter in letters()] == ["supporters/asked"]


def test_another_day_tells_the_same_week_once(ana, dee, programme, time):
    time.now = SUNDAY_EVENING
    work()
    actions.tell_at(ana, Rhythm(0, 8 * 60, "Europe/Paris"))
    time.now = SUNDAY_EVENING + timedelta(days=2)
    work()

    assert told() == [MONDAY]


@pytest.mark.parametrize("monday", [date(2030, 3, 25), date(2030, 10, 21)])
def test_once_when_the_clocks_change(ana, dee, offer, plan, time, monday):
    """Told at half past two on the Sunday, which comes never, or twice."""
    plan(ana, offer, monday=monday)
    actions.tell_at(ana, Rhythm(6, 150, "Europe/Paris"))
    time.now = datetime.combine(monday + timedelta(days=6), datetime.min.time()) - 3 * HOUR
    with transaction():
        dee.answered_at = time.now

    for _ in range(40):
        time.forward(minutes=15)
        actions.tell_due()

    assert told() == [monday]


def test_a_letter_that_someone_waits_for_leaves_before_recaps(app, dee, programme, time):
    time.now = SUNDAY_EVENING
    work()
    actions.ask(dee.client, actions.Guest("Eve", "eve@example.com", "en", []))

    templates = [db.session.get_one(Letter, each).template for each in due_letters(time.now, 9)]
    assert templates.index(RECAPS) == len(templates) - 1 > templates.index("supporters/asked")


def test_a_recap_holds_what_is_allowed_and_nothing_else(ana, ask, programme, time):
    all_of_it = ask(ana, "all@example.com", sees=tuple(Field))
    nothing = ask(ana, "nothing@example.com", sees=())
    items = ask(ana, "items@example.com", sees=(Field.ITEMS,))
    for each in (all_of_it, nothing, items):
        actions.accept(each)
    time.now = SUNDAY_EVENING
    work()

    seen = {letter.recipient: letter.text for letter in letters(RECAPS)}
    assert len(seen) == 3
    for text in seen.values():
        assert "A note" not in text
    full = seen["all@example.com"]
    for words in ("50%", "Done: Run", "Partly done: Stretch", "Tired and happy.", "Lovely rhythm."):
        assert words in full
    assert "Done: Run" in seen["items@example.com"]
    for words in ("50%", "Tired", "Lovely"):
        assert words not in seen["items@example.com"]
    assert "/en/follow/" in seen["nothing@example.com"]
    for words in ("Run again", "Ben", "50%", "Stretch", "Tired", "Lovely"):
        assert words not in seen["nothing@example.com"]


def test_why_days_went_otherwise_is_between_client_and_coach(dee, ana, offer, plan, time):
    programme = plan(ana, offer)
    set_aside_all(programme)
    time.now = SUNDAY_EVENING
    work()

    (letter,) = letters(RECAPS)
    assert "Set aside: Sleep early" in letter.text
    assert "illness" not in letter.text.lower()


def test_a_recap_is_small_and_leaves_in_one_click(dee, programme, time):
    time.now = SUNDAY_EVENING
    work()

    (letter,) = letters(RECAPS)
    assert len(letter.html.encode()) + len(letter.text.encode()) < 60_000
    assert "<img" not in letter.html
    assert letter.way_out.endswith("/leave")
    assert "Ana" in letter.subject
