"""Vouching for a review: who may, what it does, and when it becomes a case."""

import pytest
from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.reviews import actions, queries
from pro_am.reviews.events import CaseOpened, WitnessGiven
from pro_am.reviews.models import Review, ReviewCase, Witness
from pro_am.reviews.rules import witnesses as rules
from pro_am.reviews.rules.cases import CaseKind
from pro_am.reviews.rules.witnesses import WitnessKind
from tests.factories import make_member
from tests.reviews.evenings import evening, known, review

SAME, MISMATCH = WitnessKind.SAME, WitnessKind.MISMATCH


def voices(review):
    return queries.confirmations([review.id]).get(review.id)


def test_what_others_say_is_counted_and_weighed_by_their_standing(person, by_ana):
    assert queries.witness_standings([by_ana.id]) == {}

    actions.bear_witness(by_ana, person("cleo"), SAME)

    assert voices(by_ana) == (1, 0)
    assert queries.witness_standings([by_ana.id])[by_ana.id] == pytest.approx((0.6, 0.0))


def test_saying_it_twice_is_saying_it_once_and_is_told_once(person, by_ana, hears):
    heard = hears(WitnessGiven)
    for _ in range(2):
        actions.bear_witness(by_ana, person("cleo"), SAME)

    assert voices(by_ana) == (1, 0)
    assert len(heard) == 1


def test_it_can_be_taken_back_and_said_otherwise(person, by_ana):
    actions.bear_witness(by_ana, person("cleo"), SAME)
    actions.take_witness_back(by_ana, person("cleo"))
    assert voices(by_ana) is None
    assert queries.witness_standings([by_ana.id]) == {}

    actions.bear_witness(by_ana, person("cleo"), MISMATCH, "It was warm.")

    assert voices(by_ana) == (0, 1)
    assert len(db.session.scalars(select(Witness)).all()) == 1


def test_at_most_ten_in_a_week(person, by_ana, monkeypatch, time):
    monkeypatch.setattr(rules, "MOST_A_WEEK", 0)
    with pytest.raises(rules.EnoughThisWeek):
        actions.bear_witness(by_ana, person("cleo"), SAME)
    assert voices(by_ana) is None


def guest(name, time):
    """Another member who was Ben's guest."""
    member = make_member(name)
    evening(member, time)
    return member


def test_those_who_are_known_well_enough_together_open_a_case_once(person, by_ana, time, hears):
    dora, emil = guest("Dora Roy", time), guest("Emil Roux", time)
    known(cleo=0.6, dora=0.3, emil=0.2)
    heard = hears(CaseOpened)
    for member in (person("cleo"), dora):
        actions.bear_witness(by_ana, member, MISMATCH, f"{member.first_name}: it was warm.")
    assert heard == []
    known(cleo=0.6, dora=0.4, emil=0.2)

    actions.bear_witness(by_ana, emil, MISMATCH, "Mine was warm, too.")

    (opened,) = heard
    assert (opened.case.review, opened.case.kind) == (by_ana, CaseKind.MISMATCH)
    assert len(db.session.scalars(select(ReviewCase)).all()) == 1
    letter = db.session.scalars(select(Letter).where(Letter.template == "reviews/mismatch")).one()
    assert letter.recipient == "ana@example.org"
    for name in ("Cleo", "Dora", "Emil"):
        assert name not in letter.text
    assert by_ana.hidden_at is None


@pytest.fixture
def witness_path(done, app, time):
    """Of Ana's public review; Cleo was Ben's guest as well."""

    def prepare(who):
        dinner = evening(who("ana"), time)
        evening(who("cleo"), time)
        known(cleo=0.5)
        review(dinner, 4, text="A feast.")

    done(prepare)
    with app.app_context():
        of_ben = select(Review.public_id).where(Review.text == "A feast.")
        return f"/reviews/{db.session.scalars(of_ben).one()}/witness"


def test_a_review_is_confirmed_seen_and_taken_back_by_pages(browser_of, witness_path):
    cleo, visitor = browser_of("cleo"), browser_of(None)
    assert f'href="/en{witness_path}"' in visitor.get("/pro/ben-keller/reviews").text
    refused = cleo.submit(witness_path, kind="mismatch", reason=" ")
    assert refused.status_code == 409
    assert "Please say what does not match" in refused.text

    answer = cleo.submit(witness_path, kind="same")

    assert "It is noted beside the review." in cleo.follow(answer).text
    for page in ("/pro/ben-keller", "/pro/ben-keller/reviews"):
        assert "1 other member confirms it." in visitor.get(page).text
        assert "Cleo" not in visitor.get(page).text
    cleo.submit(witness_path, action=f"/en{witness_path}/take-back")
    assert "confirms it" not in visitor.get("/pro/ben-keller").text


@pytest.mark.parametrize("who", ["ana", "ben"])
def test_whoever_may_not_speak_reads_why(browser_of, witness_path, who):
    page = browser_of(who).get(witness_path)

    assert page.status_code == 200
    assert "by you or about you" in page.text
    assert "<textarea" not in page.text
