"""Asking for reviews by letter: once when it is over, once more with three days left."""

from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.reviews import actions
from pro_am.reviews.actions import Opinion

FINE = Opinion(5, {}, "A feast.", "")


def asked():
    """Whom, about which moment, in order; each once however often the worker comes by."""
    for _ in range(2):
        actions.ask_for_reviews()
    moments = Letter.template.in_(["reviews/opened", "reviews/last_days"])
    found = db.session.scalars(select(Letter).where(moments).order_by(Letter.id))
    return [(each.recipient.split("@")[0], each.template.split("/")[1]) for each in found]


def test_both_are_asked_at_the_end_and_whoever_has_not_written_again_at_last(person, dinner, time):
    assert asked() == [("ana", "opened"), ("ben", "opened")]
    actions.review(dinner, person("ana"), FINE)
    time.forward(days=10, hours=23)
    assert len(asked()) == 2

    time.forward(hours=1)

    assert asked()[2:] == [("ben", "last_days")]
    time.forward(days=5)
    assert len(asked()) == 3


def test_the_letter_has_the_one_link_and_the_last_moment(person, dinner):
    asked()

    letter = db.session.scalars(select(Letter).where(Letter.recipient == "ana@example.org")).all()[
        -1
    ]
    assert f"/en/bookings/{dinner.reference}/review" in letter.text
    assert "until Tuesday 22 January 2030, 20:00" in letter.text
    assert letter.topic == "reviews"


def test_nobody_is_asked_before_the_end_or_long_after_it(person, dinner, time):
    time.forward(seconds=-1)
    assert asked() == []
    time.forward(days=2)
    assert asked() == []


def test_whoever_says_that_it_did_not_happen_is_not_asked_again(person, dinner, time):
    actions.say_it_did_not_happen(dinner, person("ana"), "Nobody was there.")
    time.forward(days=11)

    assert asked() == [("ben", "last_days")]
