"""Weeks of many programmes as facts, in few statements."""

from datetime import date, datetime, timedelta

import pytest

from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.programmes import actions
from pro_am.programmes.models import (
    ProgrammeBreak,
    ProgrammeException,
)
from pro_am.programmes.queries import plans
from pro_am.programmes.queries.weeks import facts_of
from pro_am.programmes.rules.plan import ItemText
from pro_am.programmes.rules.words import ExceptionKind, ItemKind, ItemState, Standing
from tests.factories.programmes import make_programme
from tests.support.statements import counted

MONDAY = date(2030, 1, 14)


def planned(programme):
    """A programme whose first week has a run, a stretch that is done, and sleep on any day."""
    for number, (day, title) in enumerate(((7, "Sleep"), (2, "Run"), (2, "Stretch"))):
        text = ItemText(ItemKind.SESSION, title)
        actions.plan(programme, programme.starts_on, (day,), text, key=f"{programme.id}-{number}")
    week = plans.week_of(programme, programme.starts_on)
    with transaction():
        week.client_words = "Going well"
        week.items[1].state = ItemState.DONE
    return programme


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
def programme(person):
    return planned(make_programme(person("ana"), person("ben")))


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


def test_many_programmes_cost_no_more_statements_than_one(app, person, programme):
    others = [planned(make_programme(person("cleo"), person("ben"))) for _twice in range(2)]
    keys = [programme.id, *(each.id for each in others)]

    with counted(app) as one:
        facts_of(keys[:1], MONDAY)
    with counted(app) as many:
        facts_of(keys, MONDAY)

    assert len(many) == len(one) <= 4
