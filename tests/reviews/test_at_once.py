"""Several at the same moment: both reviews open, a double click is one, sums are not missed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.reviews import actions
from pro_am.reviews.actions import Opinion
from pro_am.reviews.models import Review, ReviewCase, ReviewLetter, Witness
from pro_am.reviews.rules.witnesses import WitnessKind
from tests.factories import make_member
from tests.reviews.evenings import evening, known, review

FINE = Opinion(5, {}, "A feast.", "")


@pytest.fixture
def at_once(app):
    """A function that lets deeds begin at the same moment, each in a context of its own."""

    def run(*deeds):
        ready = Barrier(len(deeds))

        def do(deed):
            with app.test_request_context("/en/"):
                db.session.scalar(select(func.count()).select_from(Member))  # connected already
                db.session.rollback()
                ready.wait()
                deed()

        with ThreadPoolExecutor(len(deeds)) as pool:
            for each in [pool.submit(do, deed) for deed in deeds]:
                each.result()

    return run


def writing(people, name):
    def deed():
        booking = db.session.scalars(select(Booking)).one()
        actions.review(booking, db.session.get_one(Member, people[name]), FINE)

    return deed


def count(app, what):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(what))


def test_both_writing_at_once_opens_both(app, at_once, people, dinner_path):
    at_once(writing(people, "ana"), writing(people, "ben"))

    with app.app_context():
        reviews = db.session.scalars(select(Review)).all()
        assert len(reviews) == 2
        assert all(each.is_shown(clock.now()) for each in reviews)


def test_a_double_click_is_one_review_and_one_letter(app, at_once, people, dinner_path):
    at_once(*[writing(people, "ana")] * 3)

    assert count(app, Review) == 1
    with app.app_context():
        told = select(func.count()).where(Letter.template == "reviews/written")
        assert db.session.scalar(told) == 1


def test_workers_at_once_ask_each_once(app, at_once, dinner_path):
    at_once(*[actions.ask_for_reviews] * 3)

    assert count(app, ReviewLetter) == 2


def test_two_who_object_at_once_are_added_up(app, at_once, done, people, time):
    def prepare(who):
        dinner = evening(who("ana"), time)
        for member in (who("cleo"), make_member("Dora Roy")):
            evening(member, time)
        review(dinner, 1, text="Late.")
        known(cleo=0.5, dora=0.5)

    done(prepare)

    def objecting(email):
        def deed():
            member = db.session.scalars(select(Member).where(Member.email == email)).one()
            late = db.session.scalars(select(Review).where(Review.text == "Late.")).one()
            actions.bear_witness(late, member, WitnessKind.MISMATCH, "It was on time.")

        return deed

    at_once(objecting("cleo@example.org"), objecting("dora@example.org"))

    assert count(app, Witness) == 2
    assert count(app, ReviewCase) == 1
