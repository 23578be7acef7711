"""A vouch is confirmed every year, or lapses: and both are told."""

import pytest
from sqlalchemy import select

from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.vouches import actions, jobs, queries
from pro_am.vouches.rules.refusals import TooEarlyToConfirm
from pro_am.vouches.rules.vouch import Ending
from tests.vouches.knowing import vouch


def written():
    found = select(Letter.template, Letter.recipient).order_by(Letter.id)
    return [tuple(row) for row in db.session.execute(found) if row[0].startswith("vouches/")]


@pytest.fixture
def given(ana, ben):
    return vouch(ana, ben)


def test_its_giver_is_asked_a_month_before_and_when_the_year_is_over(given, time):
    for days in (334, 1, 10, 20, 5):
        time.forward(days=days)
        jobs.see_to_confirmations()

    asked = [("vouches/confirm", "ana@example.org")]
    assert written() == [("vouches/given", "ben@example.org"), *asked, *asked]
    assert given.is_standing


def test_confirmed_it_stands_for_another_year(given, time):
    with pytest.raises(TooEarlyToConfirm):
        actions.confirm(given)
    time.forward(days=340)
    jobs.see_to_confirmations()
    actions.confirm(given)
    time.forward(days=60)
    jobs.see_to_confirmations()

    assert len(written()) == 2
    assert len(queries.open_vouches(clock.now())) == 1


def test_unconfirmed_it_lapses_with_a_word_to_both(given, time):
    time.forward(days=395)
    assert queries.open_vouches(clock.now()) == []  # with or without a worker
    jobs.see_to_confirmations()
    jobs.see_to_confirmations()

    assert given.ending is Ending.LAPSED
    assert written()[1:] == [
        ("vouches/lapsed", "ana@example.org"),
        ("vouches/lapsed_for_you", "ben@example.org"),
    ]
    assert not given.place.is_taken(clock.now())
