"""A programme pauses, goes on, and ends; nothing is due for a break, nor after the end."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from pro_am.accounts import actions as accounts
from pro_am.bookings import actions as bookings
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.moderation import actions as moderation
from pro_am.programmes import actions
from pro_am.programmes.queries import programmes as queries
from pro_am.programmes.rules.life import NotPossibleNow, OtherDay, TalkAhead
from pro_am.programmes.rules.words import Ending, Standing
from tests.factories.programmes import make_programme


@pytest.fixture
def programme(person, time):
    """Of four weeks: on the Tuesday of its first week."""
    made = make_programme(person("ana"), person("ben"), weeks=4)
    days = made.starts_on - date(2030, 1, 7)
    time.forward(days=days.days + 1)
    return made


def letters(to: str) -> list[str]:
    found = db.session.scalars(
        select(Letter.template).where(Letter.recipient.startswith(to)).order_by(Letter.id)
    )
    return [each for each in found if each.startswith("programmes/")]


def test_a_week_of_a_break_is_put_back_and_not_due(programme, person, time):
    ana, last = person("ana"), programme.course.last_monday
    monday = programme.starts_on + timedelta(weeks=1)
    actions.pause(programme, ana, from_day=monday)
    assert programme.standing is Standing.ACTIVE  # until that day

    time.forward(days=7)
    actions.catch_up_with_time()
    assert programme.standing is Standing.PAUSED
    assert queries.due_of(programme).so_far_minor == 2500
    actions.resume(programme, person("ben"), on_day=monday + timedelta(weeks=1))
    time.forward(days=7)
    actions.catch_up_with_time()

    assert programme.standing is Standing.ACTIVE
    assert programme.course.last_monday == last + timedelta(weeks=1)
    assert queries.due_of(programme).so_far_minor == 2 * 2500


def test_the_other_hears_of_a_break_and_of_its_end(programme, person):
    actions.pause(programme, person("ana"), from_day=queries.today_of(programme))
    actions.resume(programme, person("ben"), on_day=queries.today_of(programme))

    assert letters("ben") == ["programmes/paused"]
    assert letters("ana") == ["programmes/resumed"]
    assert programme.breaks == []  # it had not begun


def test_no_break_begins_on_a_day_that_is_not_offered(programme, person):
    with pytest.raises(OtherDay):
        actions.pause(programme, person("ana"), from_day=programme.starts_on - timedelta(days=3))


def test_there_is_one_break_at_a_time(programme, person):
    today = queries.today_of(programme)
    actions.pause(programme, person("ana"), from_day=today)

    with pytest.raises(NotPossibleNow):
        actions.pause(programme, person("ben"), from_day=today)


def test_it_ends_by_itself_after_its_last_week_and_once(programme, time):
    time.forward(weeks=4)
    actions.catch_up_with_time()
    actions.catch_up_with_time()

    assert (programme.standing, programme.ending) == (Standing.ENDED, Ending.FINISHED)
    assert queries.due_of(programme).so_far_minor == 4 * 2500
    assert letters("ana") == letters("ben") == ["programmes/ended"]


@pytest.mark.parametrize(("who", "ending"), [("ana", Ending.LEFT), ("ben", Ending.CLOSED)])
def test_either_of_the_two_ends_it_and_weeks_to_come_are_not_due(programme, person, who, ending):
    actions.end(programme, person(who), words="It was good with you.")

    assert (programme.ending, programme.ending_words) == (ending, "It was good with you.")
    assert queries.due_of(programme).so_far_minor == 2500
    with pytest.raises(NotPossibleNow):
        actions.end(programme, person(who))


def test_before_the_first_talk_cancelling_it_ends_it_all(person):
    programme = make_programme(person("ana"), person("ben"))
    with pytest.raises(TalkAhead):
        actions.end(programme, person("ana"))

    bookings.cancel(programme.booking, person("ana"))

    assert (programme.standing, programme.ending) == (Standing.ENDED, Ending.LEFT)
    assert queries.due_of(programme).so_far_minor == 0
    assert letters("ben") == []  # the letter about the booking says it


def test_whoever_closes_the_account_leaves_their_programmes(programme, person):
    accounts.leave(person("ana"))

    assert (programme.standing, programme.ending) == (Standing.ENDED, Ending.LEFT)


def test_whoever_blocks_the_other_has_no_programme_with_them(programme, person):
    moderation.block(person("ben"), person("ana").id)

    assert programme.standing is Standing.ENDED
    assert letters("ana") == letters("ben") == []
