from datetime import timedelta

import pytest

from pro_am.bookings import actions as bookings
from pro_am.foundation import clock
from pro_am.foundation.database import already_read
from pro_am.reviews import actions, queries, rules
from pro_am.reviews.actions import Opinion
from pro_am.reviews.rules import window
from pro_am.standing.rules import ReviewedAs
from tests.factories import make_booking

FINE = Opinion(5, {"skill": 4}, " A feast. ", " The soup needed salt. ")
POOR = Opinion(2, {}, "An hour late.", "")
GUEST = Opinion(4, {"respect": 5}, "A lovely guest.", "")


def about(member, role):
    return queries.reviews_about(member.id, role, clock.now(), limit=10)


def waiting(member):
    """Asked anew, as by the next page."""
    already_read().clear()
    return [each.booking for each in queries.to_review(member, clock.now())]


def test_a_review_says_who_was_reviewed_in_which_role(person, dinner):
    by_host = actions.review(dinner, person("ana"), FINE)
    by_provider = actions.review(dinner, person("ben"), GUEST)

    assert (by_host.subject.name, by_host.role) == ("Ben Keller", ReviewedAs.PROVIDER)
    assert (by_provider.subject.name, by_provider.role) == ("Ana Martin", ReviewedAs.HOST)
    assert (by_host.stars, by_host.facets) == (5, {"skill": 4})
    assert (by_host.text, by_host.private_note) == ("A feast.", "The soup needed salt.")


@pytest.mark.parametrize(("first", "second"), [("ana", "ben"), ("ben", "ana")])
def test_neither_reads_the_other_before_writing(person, dinner, first, second):
    actions.review(dinner, person(first), POOR)
    assert about(person("ben"), ReviewedAs.PROVIDER) == []
    assert about(person("ana"), ReviewedAs.HOST) == []

    actions.review(dinner, person(second), POOR)

    assert len(about(person("ben"), ReviewedAs.PROVIDER)) == 1
    assert len(about(person("ana"), ReviewedAs.HOST)) == 1


def test_alone_a_review_opens_when_the_window_closes_and_needs_no_worker(person, dinner, time):
    actions.review(dinner, person("ana"), FINE)

    time.now = dinner.ends_at + timedelta(days=14) - timedelta(seconds=1)
    assert about(person("ben"), ReviewedAs.PROVIDER) == []
    time.now = dinner.ends_at + timedelta(days=14)
    assert [review.text for review in about(person("ben"), ReviewedAs.PROVIDER)] == ["A feast."]


def test_sealed_reviews_count_in_no_figure(person, dinner):
    actions.review(dinner, person("ana"), FINE)
    ben = person("ben")
    assert queries.figures_of([ben.id], ReviewedAs.PROVIDER, clock.now()) == {}

    actions.review(dinner, ben, GUEST)

    figures = queries.figures_of([ben.id], ReviewedAs.PROVIDER, clock.now())
    assert (figures[ben.id].count, figures[ben.id].mean) == (1, 5.0)


def test_figures_of_the_last_days_leave_out_older_reviews(person, dinner, time):
    actions.review(dinner, person("ana"), FINE)
    actions.review(dinner, person("ben"), GUEST)
    ben_id = person("ben").id
    time.forward(days=90)

    assert queries.figures_of([ben_id], ReviewedAs.PROVIDER, time.now, days=90) == {}
    assert ben_id in queries.figures_of([ben_id], ReviewedAs.PROVIDER, time.now, days=365)


def test_while_it_is_sealed_a_review_can_change(person, dinner, time):
    first = actions.review(dinner, person("ana"), FINE).id
    time.forward(days=2)

    changed = actions.review(dinner, person("ana"), POOR)

    assert (changed.id, changed.stars, changed.facets) == (first, 2, {})
    assert not changed.is_shown(clock.now())


def test_once_both_are_in_nothing_changes(person, dinner):
    actions.review(dinner, person("ana"), FINE)
    actions.review(dinner, person("ben"), GUEST)

    with pytest.raises(rules.AlreadyShown):
        actions.review(dinner, person("ana"), POOR)

    assert about(person("ben"), ReviewedAs.PROVIDER)[0].stars == 5


def test_only_the_two_people_of_a_booking_review_it(person, dinner):
    with pytest.raises(KeyError):
        actions.review(dinner, person("cleo"), POOR)

    assert queries.reviews_of_booking(dinner) == []


@pytest.mark.parametrize(
    ("after", "refusal"),
    [(timedelta(seconds=-1), window.TooEarly), (timedelta(days=14), window.WindowClosed)],
)
def test_reviews_are_written_within_the_window(person, dinner, time, after, refusal):
    time.now = dinner.ends_at + after

    with pytest.raises(refusal):
        actions.review(dinner, person("ana"), FINE)


def test_what_never_happened_is_not_reviewed(person, offer, time):
    booking = make_booking(person("ana"), offer)
    bookings.confirm(booking, person("ben"), allergies_read=True)
    bookings.cancel(booking, person("ben"))
    time.now = booking.ends_at

    with pytest.raises(window.NeverHappened):
        actions.review(booking, person("ana"), POOR)
    assert waiting(person("ana")) == []


@pytest.mark.parametrize("worker_runs", [False, True])
def test_what_waits_for_a_review_is_shown_to_both_until_it_is_written(
    person, dinner, time, worker_runs
):
    if worker_runs:
        bookings.catch_up_with_time()
    assert [waiting(person(name)) for name in ("ana", "ben", "cleo")] == [[dinner], [dinner], []]

    actions.review(dinner, person("ana"), FINE)

    assert waiting(person("ana")) == []
    assert waiting(person("ben")) == [dinner]
    time.forward(days=14)
    assert waiting(person("ben")) == []


@pytest.fixture
def public(person, dinner):
    """Ana's review of Ben, which both can read."""
    review = actions.review(dinner, person("ana"), POOR)
    actions.review(dinner, person("ben"), GUEST)
    return review


def test_the_person_reviewed_replies_once(person, public):
    actions.reply(public.id, person("ben"), " The bus was late, I am sorry. ")

    assert public.reply == "The bus was late, I am sorry."
    with pytest.raises(rules.NotForYou):
        actions.reply(public.id, person("ben"), "And another thing")
    assert public.reply == "The bus was late, I am sorry."


@pytest.mark.parametrize("who", ["ana", "cleo"])
def test_nobody_else_replies(person, public, who):
    with pytest.raises(rules.NotForYou):
        actions.reply(public.id, person(who), "No!")

    assert public.reply == ""


def test_a_sealed_review_gets_no_reply(person, dinner):
    sealed = actions.review(dinner, person("ana"), POOR)

    with pytest.raises(rules.NotForYou):
        actions.reply(sealed.id, person("ben"), "I know what you wrote")


def test_after_thirty_days_there_is_no_reply(person, public, time):
    time.forward(days=30)

    with pytest.raises(rules.NotForYou):
        actions.reply(public.id, person("ben"), "Late")
