"""It did not take place, or it does not match: both sides are heard, moderators decide."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from pro_am.bookings import actions as bookings
from pro_am.bookings.actions import disputes
from pro_am.bookings.actions.disputes import Decision, Story
from pro_am.bookings.models import Dispute
from pro_am.bookings.rules.disputes import Outcome
from pro_am.foundation import clock
from pro_am.foundation.database import already_read, db
from pro_am.foundation.outbox import Letter
from pro_am.reviews import actions, queries
from pro_am.reviews.actions import Opinion
from pro_am.reviews.events import CaseOpened, CaseSettled, ReviewWritten
from pro_am.reviews.models import ReviewCase
from pro_am.reviews.queries import cases as found
from pro_am.reviews.rules import cases, window
from pro_am.reviews.rules.cases import CaseOutcome
from pro_am.reviews.rules.witnesses import WitnessKind
from pro_am.standing.rules import ReviewedAs
from tests.factories import make_booking, make_member
from tests.reviews.evenings import known

FINE = Opinion(5, {}, "A feast.", "")
GUEST = Opinion(4, {}, "A lovely guest.", "")
NOBODY = "Nobody opened the door."
WORDS = {"words_fr": "Nous avons lu les deux.", "words_en": "We have read both."}


def public(member, role):
    return [each.text for each in queries.reviews_about(member.id, role, clock.now(), limit=9)]


def waits(member):
    already_read().clear()
    return bool(queries.to_review(member, clock.now()))


def letters(template):
    return db.session.scalars(select(Letter).where(Letter.template == template)).all()


def test_that_it_did_not_happen_is_a_case_without_stars_that_counts_in_nothing(
    person, dinner, hears
):
    opened, written = hears(CaseOpened), hears(ReviewWritten)

    said = actions.say_it_did_not_happen(dinner, person("ana"), f" {NOBODY} ")

    assert [event.case.review for event in opened] == [said]
    assert written == []
    assert (said.happened, said.text, said.facets) == (False, NOBODY, {})
    assert queries.review_facts(person("ana"), clock.now())[0]["stars"] is None
    (letter,) = letters("reviews/did_not_happen")
    assert letter.recipient == "ben@example.org"
    assert NOBODY in letter.text


def test_while_it_is_doubted_no_review_of_the_booking_is_shown(person, dinner, time):
    actions.review(dinner, person("ben"), GUEST)
    actions.say_it_did_not_happen(dinner, person("ana"), NOBODY)
    time.forward(days=30)

    assert public(person("ana"), ReviewedAs.HOST) == []
    assert public(person("ben"), ReviewedAs.PROVIDER) == []


def settle(case, moderator, *, upheld):
    actions.settle_case(case, moderator, upheld=upheld, **WORDS)


def test_found_not_to_have_taken_place_nothing_of_it_is_shown_ever(person, dinner, time, hears):
    settled = hears(CaseSettled)
    actions.review(dinner, person("ben"), GUEST)
    actions.say_it_did_not_happen(dinner, person("ana"), NOBODY)
    case = found.doubt_of(dinner)
    actions.answer_case(case, person("ben"), "I waited for two hours.")

    settle(case, person("cleo"), upheld=True)

    assert (case.outcome, case.answer) == (CaseOutcome.UPHELD, "I waited for two hours.")
    assert len(settled) == 1
    assert {letter.recipient for letter in letters("reviews/settled")} == {
        "ana@example.org",
        "ben@example.org",
    }
    time.forward(days=30)
    assert public(person("ana"), ReviewedAs.HOST) == []
    for name in ("ana", "ben"):
        with pytest.raises(window.FoundNotToHaveHappened):
            actions.review(dinner, person(name), FINE)


def test_found_to_have_taken_place_both_have_fourteen_days_from_then_on(person, dinner, time):
    actions.review(dinner, person("ben"), GUEST)
    actions.say_it_did_not_happen(dinner, person("ana"), NOBODY)
    time.forward(days=20)
    assert not waits(person("ana"))

    settle(found.doubt_of(dinner), person("cleo"), upheld=False)

    assert waits(person("ana"))
    assert public(person("ana"), ReviewedAs.HOST) == []
    time.forward(days=13)
    actions.review(dinner, person("ana"), FINE)
    assert public(person("ben"), ReviewedAs.PROVIDER) == ["A feast."]
    assert public(person("ana"), ReviewedAs.HOST) == ["A lovely guest."]


def test_both_saying_so_settles_it_and_one_may_think_better_of_it(person, dinner):
    actions.say_it_did_not_happen(dinner, person("ana"), NOBODY)
    actions.review(dinner, person("ana"), FINE)
    assert found.doubt_of(dinner).outcome is CaseOutcome.TAKEN_BACK

    actions.say_it_did_not_happen(dinner, person("ben"), "We cooked on another day.")
    actions.say_it_did_not_happen(dinner, person("ana"), NOBODY)

    assert found.doubt_of(dinner).outcome is CaseOutcome.AGREED
    assert found.open_cases() == []
    assert not any(waits(person(name)) for name in ("ana", "ben"))


@pytest.mark.parametrize("upheld", [True, False])
def test_a_mismatch_upheld_hides_the_review_and_dismissed_ends_the_objection(
    person, by_ana, upheld
):
    known(cleo=1.0)
    actions.bear_witness(by_ana, person("cleo"), WitnessKind.MISMATCH, "Mine was warm.")
    (case,) = found.open_cases()
    assert [reason.words for reason in found.reasons_of(case)] == ["Mine was warm."]
    for name in ("ana", "ben", "cleo"):  # nobody decides about what concerns them
        with pytest.raises(cases.NotYours):
            settle(case, person(name), upheld=upheld)

    settle(case, make_member("Mona Lind"), upheld=upheld)

    shown = public(person("ben"), ReviewedAs.PROVIDER)
    assert shown == ([] if upheld else ["Late, and cold."])
    assert queries.witness_standings([by_ana.id]).keys() == ({by_ana.id} if upheld else set())
    assert [each.recipient for each in letters("reviews/settled")] == ["ana@example.org"]
    with pytest.raises(cases.AlreadySettled):
        settle(case, make_member("Nils Lind"), upheld=upheld)


@pytest.mark.parametrize(
    ("outcome", "who_waits"),
    [
        (Outcome.AS_PLANNED, {"ana", "ben"}),
        (Outcome.NO_SHOW_PROVIDER, {"ana"}),
        (Outcome.NO_SHOW_HOST, {"ben"}),
        (Outcome.NOBODYS_FAULT, set()),
    ],
)
def test_a_disputed_booking_is_reviewed_once_it_is_settled_by_whoever_was_there(
    person, dinner, time, outcome, who_waits
):
    actions.review(dinner, person("ana"), FINE)
    time.forward(days=1)
    disputes.dispute(dinner, person("ben"), Story("She never came."))
    time.forward(days=20)
    assert public(person("ben"), ReviewedAs.PROVIDER) == []
    with pytest.raises(window.NotSettled):
        actions.review(dinner, person("ben"), GUEST)

    decision = Decision(outcome, "Nous avons lu les deux.", "We have read both.")
    disputes.decide(db.session.scalars(select(Dispute)).one(), person("cleo"), decision)

    assert {name for name in ("ben",) if waits(person(name))} == who_waits - {"ana"}
    time.forward(days=14)
    shown = public(person("ben"), ReviewedAs.PROVIDER)
    assert shown == (["A feast."] if "ana" in who_waits else [])


def test_an_uncontested_no_show_is_reviewed_by_whoever_waited(person, offer, time):
    booking = make_booking(person("ana"), offer)
    bookings.confirm(booking, person("ben"), allergies_read=True)
    time.now = booking.starts_at + timedelta(hours=1)
    disputes.say_no_show(booking, person("ana"))
    time.forward(days=1)
    with pytest.raises(window.NotSettled):
        actions.review(booking, person("ana"), FINE)
    time.forward(days=1)

    actions.review(booking, person("ana"), FINE)

    with pytest.raises(window.YouWereAway):
        actions.review(booking, person("ben"), GUEST)
    assert not waits(person("ben"))


def test_the_pages_of_a_doubt(app, browser_of, dinner_path):
    ana, ben = browser_of("ana"), browser_of("ben")
    assert f"{dinner_path}/review/did-not-happen" in ana.get(f"{dinner_path}/review").text
    empty = ana.submit(f"{dinner_path}/review/did-not-happen", text=" ")
    assert empty.status_code == 422
    ana.submit(f"{dinner_path}/review/did-not-happen", text=NOBODY)
    with app.app_context():
        path = f"/reviews/cases/{db.session.scalars(select(ReviewCase)).one().public_id}"

    assert browser_of("cleo").get(path).status_code == 404
    assert ana.get(path).status_code == 404
    assert NOBODY in ben.get(path).text
    answer = ben.submit(path, text="I waited <b>long</b>.")
    assert "I waited &lt;b&gt;long&lt;/b&gt;." in ben.follow(answer).text
    assert "did not take place" in ana.get("/reviews").text
    assert "You have written your review." in ana.get(dinner_path).text
