"""A coach reads what somebody is after: the one who was chosen, and when it was agreed."""

from datetime import datetime, timedelta

import pytest

from pro_am.bookings import actions as bookings
from pro_am.bookings.actions import Wish
from pro_am.bookings.queries.own import with_key
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation import ids
from pro_am.intake import actions, queries
from pro_am.intake.rules.questions import questions_from
from pro_am.intake.rules.showing import AFTERWARDS, is_shown
from tests.factories import free_starts
from tests.factories.programmes import make_programme_offer

BEGINS = datetime(2030, 1, 10, 18)
END = BEGINS + timedelta(weeks=8) + AFTERWARDS


@pytest.mark.parametrize(
    ("state", "on_request", "now", "shown"),
    [
        (BookingState.REQUESTED, False, BEGINS, False),
        (BookingState.REQUESTED, True, BEGINS, True),
        (BookingState.CONFIRMED, False, BEGINS, True),
        (BookingState.COMPLETED, False, END - timedelta(minutes=1), True),
        (BookingState.COMPLETED, False, END, False),
        (BookingState.DECLINED, True, BEGINS, False),
        (BookingState.CANCELLED_BY_HOST, True, BEGINS, False),
        (BookingState.CALLED_OFF, True, BEGINS, False),
    ],
)
def test_goals_are_read_from_the_yes_on_and_for_a_while(state, on_request, now, shown):
    assert is_shown(state, on_request=on_request, begins=BEGINS, weeks=8, now=now) is shown


@pytest.fixture
def asked(done):
    """Ana told her goals and something of her health, and asked Ben for a programme: with it."""
    found = {}

    def ask(person):
        ana = person("ana")
        questionnaire = queries.current("cooking")
        profile = actions.begin(ana, questionnaire)
        goal = questions_from(questionnaire.questions)[0]
        actions.answer(profile, goal, ["plants"])
        actions.tell_health(profile, {"health": "Asthma"}, agrees=True)
        offer = make_programme_offer(person("ben"))
        wish = Wish(start=free_starts(offer)[0], people=1, message="Hello.")
        booking = bookings.request_booking(ana, offer, wish, idempotency_key=ids.public_id())
        found["reference"], found["key"] = booking.reference, booking.idempotency_key

    done(ask)
    return found


def confirm(found):
    def deed(person):
        booking = with_key(person("ana").id, found["key"])
        bookings.confirm(booking, person("ben"), allergies_read=False)

    return deed


def reads(browser_of, found, name="ben"):
    return browser_of(name).get(f"/find-a-coach/for-coach/{found['reference']}")


def test_a_coach_reads_them_once_they_said_yes(browser_of, asked, done):
    assert "Nothing to read here" in reads(browser_of, asked).text
    done(confirm(asked))

    page = reads(browser_of, asked).text

    assert "To eat more vegetables" in page
    assert "Asthma" in page
    assert "Asthma" in browser_of("ben").get(f"/bookings/{asked['reference']}").text


def test_a_coach_reads_them_with_the_request_when_its_host_wishes(browser_of, asked):
    browser_of("ana").submit("/find-a-coach/cooking", "/on-request", shown="yes")

    assert "To eat more vegetables" in reads(browser_of, asked).text


def test_what_is_taken_back_is_gone_for_the_coach_at_once(browser_of, asked, done):
    done(confirm(asked))
    browser_of("ana").submit("/find-a-coach/cooking", "/health/withdraw")

    page = reads(browser_of, asked).text

    assert "To eat more vegetables" in page
    assert "Asthma" not in page


def test_nobody_else_reads_them(browser_of, asked, done):
    done(confirm(asked))

    assert reads(browser_of, asked, "cleo").status_code == 404
    assert reads(browser_of, asked, "ana").location.endswith("/find-a-coach/cooking")
