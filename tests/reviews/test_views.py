"""The pages of reviews, through the browsers of Ana (host), Ben (pro-am) and Cleo (stranger)."""

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.reviews.models import Review
from pro_am.reviews.views import of_profile
from pro_am.standing import actions as standing
from pro_am.standing.rules import SeenHow
from pro_am.trust import actions as trust
from tests.reviews.evenings import evening


def stored(app):
    with app.app_context():
        return {review.author_id: review for review in db.session.scalars(select(Review))}


def write(browser, path, stars=5, text="A feast.", **fields):
    return browser.submit(f"{path}/review", stars=stars, text=text, **fields)


@pytest.fixture
def both(browser_of, dinner_path):
    """Ana and Ben have reviewed each other."""
    write(browser_of("ana"), dinner_path, text="A <b>feast</b>.", private_note="More salt.")
    write(browser_of("ben"), dinner_path, stars=4, text="A lovely guest.")
    return dinner_path


def test_ana_finds_what_waits_and_writes_it(app, browser_of, dinner_path, people):
    ana = browser_of("ana")
    waiting = ana.get("/reviews").text
    assert "14 days left" in waiting
    assert f"{dinner_path}/review" in waiting

    answer = write(ana, dinner_path, facet_skill=4, private_note="More salt.")

    assert "It stays sealed until both have written" in ana.follow(answer).text
    review = stored(app)[people["ana"]]
    assert (review.stars, review.facets, review.private_note) == (5, {"skill": 4}, "More salt.")


def test_a_sealed_review_is_seen_by_its_author_alone(browser_of, dinner_path):
    write(browser_of("ana"), dinner_path, text="A secret feast")

    assert "A secret feast" in browser_of("ana").get("/reviews").text
    for who, page in (
        ("ben", "/reviews"),
        ("ben", "/reviews/about-me"),
        ("ben", dinner_path),
        ("ben", f"{dinner_path}/review"),
        (None, "/pro/ben-keller/reviews"),
        (None, "/pro/ben-keller/why"),
    ):
        assert "A secret feast" not in browser_of(who).get(page).text


def test_both_reviews_open_together(browser_of, both):
    assert "A lovely guest." in browser_of("ana").get("/reviews/about-me").text
    page = browser_of(None).get("/pro/ben-keller/reviews").text
    assert "A &lt;b&gt;feast&lt;/b&gt;." in page
    assert "1 verified review" in page


def test_a_private_word_is_for_the_other_alone(browser_of, both):
    assert "More salt." in browser_of("ben").get("/reviews/about-me").text
    assert "More salt." not in browser_of("cleo").get("/pro/ben-keller/reviews").text


def test_a_sealed_review_comes_back_into_its_form(app, browser_of, dinner_path, people):
    ana = browser_of("ana")
    write(ana, dinner_path, stars=2, text="Late.", facet_skill=3)

    page = ana.get(f"{dinner_path}/review").text
    assert "Late.</textarea>" in page
    assert "Change my review" in page
    ana.submit(f"{dinner_path}/review", text="Late, but good.")

    review = stored(app)[people["ana"]]
    assert (review.stars, review.text, review.facets) == (2, "Late, but good.", {"skill": 3})


def test_a_form_without_stars_is_asked_again_and_kept(app, browser_of, dinner_path):
    answer = browser_of("ana").submit(
        f"{dinner_path}/review", text="Kept words", private_note="Kept too", facet_skill=4
    )

    assert answer.status_code == 422
    assert "<title>Error: " in answer.text
    assert 'href="#stars"' in answer.text
    assert "Choose from one to five stars." in answer.text
    assert "Kept words" in answer.text
    assert "Kept too" in answer.text
    assert 'name="facet_skill" value="4" checked' in answer.text
    assert stored(app) == {}


@pytest.mark.parametrize(
    "fields",
    [{"stars": 6}, {"stars": 0}, {"stars": "five"}, {"facet_skill": 9}, {"text": "!" * 2001}],
)
def test_what_no_form_offers_is_not_taken(app, browser_of, dinner_path, fields):
    answer = write(browser_of("ana"), dinner_path, **fields)

    assert answer.status_code == 422
    assert stored(app) == {}


def test_a_host_and_a_pro_am_are_asked_different_things(browser_of, dinner_path):
    for_host = browser_of("ana").get(f"{dinner_path}/review").text
    for_provider = browser_of("ben").get(f"{dinner_path}/review").text

    assert "Hygiene" in for_host
    assert "Punctuality" not in for_host
    assert "Punctuality" in for_provider
    assert "Hygiene" not in for_provider


def test_a_stranger_finds_nothing_to_review(browser_of, dinner_path):
    assert browser_of("cleo").get(f"{dinner_path}/review").status_code == 404


def test_outside_its_days_a_review_is_explained_not_offered(browser_of, dinner_path, time):
    time.forward(days=14)

    page = browser_of("ana").get(f"{dinner_path}/review")

    assert page.status_code == 200
    assert "The fourteen days for reviews are over." in page.text
    assert "<textarea" not in page.text


def test_what_is_public_is_explained_not_changed(browser_of, both):
    assert "stays as it is" in browser_of("ana").get(f"{both}/review").text


def test_ben_replies_once(app, browser_of, both, people):
    review_id = stored(app)[people["ana"]].id
    ben = browser_of("ben")
    assert f"/reviews/{review_id}/reply" in ben.get("/reviews/about-me").text

    answer = ben.submit(f"/reviews/{review_id}/reply", text="You are welcome <i>always</i>.")

    assert "Your reply is public." in ben.follow(answer).text
    reply = "You are welcome &lt;i&gt;always&lt;/i&gt;."
    assert reply in browser_of(None).get("/pro/ben-keller/reviews").text
    assert f"/reviews/{review_id}/reply" not in ben.get("/reviews/about-me").text
    assert "<textarea" not in ben.get(f"/reviews/{review_id}/reply").text


def test_an_empty_reply_is_asked_again(app, browser_of, both, people):
    review_id = stored(app)[people["ana"]].id

    answer = browser_of("ben").submit(f"/reviews/{review_id}/reply", text="  ")

    assert answer.status_code == 422
    assert "Write a few words first." in answer.text


def test_nobody_else_may_reply_or_know_of_a_sealed_review(app, browser_of, dinner_path, people):
    write(browser_of("ana"), dinner_path)
    review_id = stored(app)[people["ana"]].id

    for who in ("ana", "ben", "cleo"):
        assert browser_of(who).get(f"/reviews/{review_id}/reply").status_code == 404


def test_a_newcomer_reads_why_their_review_does_not_count_yet(app, browser_of, both):
    with app.app_context():
        trust.recompute()

    page = browser_of("ana").get("/reviews").text

    assert "does not count in the score yet" in page
    assert "whom a steward has verified" in page


def test_a_verified_member_reads_that_their_review_counts(app, browser_of, both, steward, people):
    with app.app_context():
        ana, cleo = (db.session.get_one(Member, people[name]) for name in ("ana", "cleo"))
        standing.verify_identity(ana, cleo, SeenHow.IN_PERSON)
    assert "from the next calculation on" in browser_of("ana").get("/reviews").text
    with app.app_context():
        trust.recompute()

    page = browser_of("ana").get("/reviews").text

    assert "counts in the score" in page
    assert "does not count" not in page


def test_empty_pages_say_what_will_be_here(browser_of):
    cleo = browser_of("cleo")

    assert "Nothing to review yet" in cleo.get("/reviews").text
    assert "No reviews yet" in cleo.get("/reviews/about-me").text
    assert "No reviews yet" in cleo.get("/pro/ben-keller/reviews").text


def test_reviews_of_nobody_do_not_exist(browser_of):
    assert browser_of(None).get("/pro/nobody/reviews").status_code == 404


@pytest.mark.parametrize("page", ["0", "-3", "99", "words"])
def test_a_page_number_out_of_reach_shows_the_nearest(browser_of, both, page):
    answer = browser_of(None).get(f"/pro/ben-keller/reviews?page={page}")

    assert answer.status_code == 200
    assert "feast" in answer.text


def test_many_reviews_are_paged(app, browser_of, both, monkeypatch, time, people):
    monkeypatch.setattr(of_profile, "PER_PAGE", 1)
    with app.app_context():
        path = f"/bookings/{evening(db.session.get_one(Member, people['cleo']), time).reference}"
    write(browser_of("cleo"), path, text="A second helping.")
    write(browser_of("ben"), path)

    first, second = (
        browser_of(None).get(f"/pro/ben-keller/reviews?page={number}").text for number in (1, 2)
    )

    assert "A second helping." in first
    assert "page=2" in first
    assert "feast" not in first
    assert "feast" in second


@pytest.mark.parametrize("language", ["fr", "en"])
def test_pages_are_there_in_both_languages(browser_of, both, language, time):
    for page in ("/reviews", "/reviews/about-me", "/pro/ben-keller/reviews", f"{both}/review"):
        answer = browser_of("ben", language).get(page)
        assert answer.status_code == 200
        assert f'<html lang="{language}">' in answer.text
    time.forward(days=15)
    assert browser_of("ben", language).get(f"{both}/review").status_code == 200
