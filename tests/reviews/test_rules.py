from datetime import datetime, timedelta

import pytest

from pro_am.bookings.rules.life import review_window
from pro_am.reviews import rules
from pro_am.reviews.rules import FACETS, STARS, BookingFacts, Facet

END = datetime(2030, 1, 8, 19, 0)
MOMENT = timedelta(microseconds=1)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("happened", "now", "refusal"),
    [
        (True, END - MOMENT, rules.TooEarly),
        (True, END, None),
        (True, END + 14 * DAY - MOMENT, None),
        (True, END + 14 * DAY, rules.WindowClosed),
        (False, END - MOMENT, rules.TooEarly),
        (False, END, rules.NeverHappened),
    ],
)
def test_a_booking_that_took_place_is_reviewed_within_fourteen_days(happened, now, refusal):
    booking = BookingFacts(happened, END)

    if refusal is None:
        rules.check_open(booking, now)
        return
    with pytest.raises(refusal):
        rules.check_open(booking, now)


def test_the_page_of_a_booking_names_the_same_days():
    opens, closes = review_window(END)

    rules.check_open(BookingFacts(happened=True, end=END), opens)
    with pytest.raises(rules.WindowClosed):
        rules.check_open(BookingFacts(happened=True, end=END), closes)


def test_a_review_is_sealed_until_both_are_in_or_the_window_closes():
    now = END + DAY

    assert rules.shown_from(end=END, both_are_in=False, now=now) == END + 14 * DAY
    assert rules.shown_from(end=END, both_are_in=True, now=now) == now


def test_what_is_public_stays_as_it_is():
    rules.check_sealed(END, END - MOMENT)

    with pytest.raises(rules.AlreadyShown):
        rules.check_sealed(END, END)


@pytest.mark.parametrize(
    ("is_subject", "has_reply", "after", "may"),
    [
        (True, False, timedelta(0), True),
        (True, False, 30 * DAY - MOMENT, True),
        (True, False, 30 * DAY, False),
        (True, False, -MOMENT, False),
        (True, True, DAY, False),
        (False, False, DAY, False),
    ],
)
def test_the_person_reviewed_replies_once_within_thirty_days(is_subject, has_reply, after, may):
    facts = {"is_subject": is_subject, "has_reply": has_reply, "shown_from": END}

    if may:
        rules.check_reply(**facts, now=END + after)
        return
    with pytest.raises(rules.NotForYou):
        rules.check_reply(**facts, now=END + after)


@pytest.mark.parametrize(
    ("passed", "left"),
    [
        (timedelta(0), 14),
        (MOMENT, 14),
        (DAY, 13),
        (14 * DAY - MOMENT, 1),
        (14 * DAY, 0),
        (99 * DAY, 0),
    ],
)
def test_the_days_left_count_the_present_one(passed, left):
    assert rules.days_left(END, END + passed) == left


def test_every_star_and_every_facet_has_its_words():
    assert sorted(STARS) == [1, 2, 3, 4, 5]
    assert {facet for facets in FACETS.values() for facet in facets} == set(Facet)
