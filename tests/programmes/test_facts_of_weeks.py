"""Weeks of many programmes as facts, in few statements."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from pro_am.bookings.models import Booking
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.programmes.models import (
    Item,
    Programme,
    ProgrammeBreak,
    ProgrammeException,
    ProgrammeWeek,
)
from pro_am.programmes.queries.weeks import facts_of
from pro_am.programmes.rules.words import ExceptionKind, ItemKind, ItemState, Standing
from tests.factories import free_starts, make_booking
from tests.support.statements import counted

MONDAY = date(2030, 1, 14)


def make_programme(client, offer, number=0):
    booking = make_booking(client, offer, start=free_starts(offer)[number * 20])
    programme = Programme(
        public_id=ids.public_id(),
        booking_id=booking.id,
        client_id=client.id,
        coach_id=booking.provider_id,
        title="Run again",
        weeks_agreed=4,
        time_zone="Europe/Paris",
        starts_on=MONDAY,
        created_at=clock.now(),
    )
    with transaction():
        db.session.add(programme)
        week = ProgrammeWeek(programme=programme, monday=MONDAY, client_words="Going well")
        db.session.add_all(
            [
                item(week, 7, 0, "Sleep"),
                item(week, 2, 1, "Stretch", ItemState.DONE),
                item(week, 2, 0, "Run"),
            ]
        )
    return programme


def item(week, day, position, title, state=ItemState.PLANNED):
    return Item(
        public_id=ids.public_id(),
        week=week,
        day=day,
        position=position,
        kind=ItemKind.SESSION,
        title=title,
        state=state,
    )


def make_exception(programme, first, last, taken_back_at=None):
    with transaction():
        db.session.add(
            ProgrammeException(
                public_id=ids.public_id(),
                programme_id=programme.id,
                from_day=first,
                to_day=last,
                kind=ExceptionKind.TRAVEL,
                words="",
                created_at=clock.now(),
                taken_back_at=taken_back_at,
            )
        )


@pytest.fixture
def programme(person, offer):
    return make_programme(person("ana"), offer)


def test_items_stand_in_the_order_of_their_days_with_their_dates(programme):
    facts = facts_of([programme.id], MONDAY)[programme.id]

    assert [(each.day, each.title) for each in facts.items] == [
        (date(2030, 1, 16), "Run"),
        (date(2030, 1, 16), "Stretch"),
        (None, "Sleep"),
    ]
    assert facts.client_words == "Going well"


def test_a_week_without_a_plan_is_there_all_the_same(programme):
    facts = facts_of([programme.id], MONDAY + timedelta(days=7))

    assert facts[programme.id].items == ()


def test_exceptions_are_those_of_the_week_that_were_not_taken_back(programme):
    make_exception(programme, date(2030, 1, 20), date(2030, 1, 25))
    make_exception(programme, date(2030, 1, 21), date(2030, 1, 25))
    make_exception(programme, date(2030, 1, 15), date(2030, 1, 15), taken_back_at=clock.now())

    facts = facts_of([programme.id], MONDAY)[programme.id]

    assert [each.from_day for each in facts.exceptions] == [date(2030, 1, 20)]


def test_days_after_the_end_ask_for_nothing(programme):
    with transaction():
        programme.standing = Standing.ENDED
        programme.ended_at = datetime(2030, 1, 17, 23, 30)  # the 18th in Paris

    facts = facts_of([programme.id], MONDAY)[programme.id]

    assert facts.breaks == {date(2030, 1, 19), date(2030, 1, 20)}


@pytest.mark.parametrize(
    ("to_day", "days"),
    [
        (None, [18, 19, 20]),
        (date(2030, 1, 19), [18, 19]),
        (date(2030, 3, 1), [18, 19, 20]),
    ],
)
def test_days_of_a_break_ask_for_nothing(programme, to_day, days):
    with transaction():
        programme.breaks.append(ProgrammeBreak(from_day=date(2030, 1, 18), to_day=to_day))

    facts = facts_of([programme.id], MONDAY)[programme.id]

    assert facts.breaks == {date(2030, 1, day) for day in days}


def test_many_programmes_cost_no_more_statements_than_one(app, person, offer, programme):
    others = [make_programme(person("cleo"), offer, number) for number in (1, 2)]
    assert db.session.scalar(select(func.count(Booking.id))) == 3
    keys = [programme.id, *(each.id for each in others)]

    with counted(app) as one:
        facts_of(keys[:1], MONDAY)
    with counted(app) as many:
        facts_of(keys, MONDAY)

    assert len(many) == len(one) <= 4
