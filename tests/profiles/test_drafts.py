"""Drafts, previews, and what a craft asks, through the browsers of Ben, Ana and Cleo."""

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.foundation.database import db
from pro_am.profiles import actions, queries
from pro_am.profiles.models import Offer, Profile
from pro_am.profiles.rules import PlaceMode, Publication
from tests.factories import free_starts, make_pro_am

NEW = "/my-profile/offers/new"


def newest_offer(app):
    with app.app_context():
        return db.session.scalars(select(Offer).order_by(Offer.id.desc())).first()


@pytest.fixture
def gardener(app, people):
    """Cleo gardens, at the host's; the public id of her offer."""
    with app.app_context():
        cleo = db.session.get_one(Member, people["cleo"])
        offer = make_pro_am(
            cleo, craft="gardening", title="Two hours in your garden", place_mode=PlaceMode.HOST
        )
        return offer.public_id


def test_a_draft_needs_only_a_title_and_says_what_it_lacks(app, browser_of):
    ben = browser_of("ben")

    answer = ben.submit(NEW, title="Soup, one day", then="draft")

    assert "Your offer is saved." in ben.follow(answer).text
    draft = newest_offer(app)
    assert draft.left_open == ["place_mode", "price"]
    mine = ben.get("/my-profile/").text
    for words in ("Say where it happens.", "Say what it costs;", "14 are still open"):
        assert words in mine
    assert "price still open" in mine
    form = ben.get(f"/my-profile/offers/{draft.public_id}").text
    assert 'value="provider" checked' not in form, "what was left open is not answered for them"


def test_publishing_names_everything_that_lacks_beside_its_field(app, browser_of):
    ben = browser_of("ben")
    ben.submit(NEW, title="Soup, one day", then="draft")
    path = f"/my-profile/offers/{newest_offer(app).public_id}"

    answer = ben.submit(path, then="publish")
    assert answer.status_code == 422
    for anchor in ("#place_mode", "#price"):
        assert f'href="{anchor}"' in answer.text
    assert newest_offer(app).state is Publication.DRAFT


def test_a_draft_is_previewed_by_its_owner_alone(app, browser_of):
    ben = browser_of("ben")

    answer = ben.submit(NEW, title="Soup, one day", then="preview")

    shown = ben.follow(answer).text
    assert "Preview: so will visitors see it." in shown
    assert "Soup, one day" in shown
    assert '<meta name="robots" content="noindex">' in shown
    public_id = newest_offer(app).public_id
    for who in ("cleo", None):
        page = browser_of(who).get(f"/pro/ben-keller?preview=yes&offer={public_id}").text
        assert "Soup, one day" not in page
        assert "Preview:" not in page


def test_a_public_profile_keeps_its_sentence_and_a_paused_one_may_lose_it(app, browser_of):
    ben = browser_of("ben")
    assert ben.submit("/my-profile/edit", headline="").status_code == 422

    ben.submit("/my-profile/", action="/my-profile/pause")
    assert ben.submit("/my-profile/edit", headline="").status_code == 303
    answer = ben.submit("/my-profile/", action="/my-profile/publish")

    assert "Say in one sentence on your profile" in ben.follow(answer).text
    assert browser_of(None).get("/pro/ben-keller").status_code == 404


def test_what_somebody_does_not_do_is_said_on_their_profile(browser_of):
    browser_of("ben").submit("/my-profile/edit", not_offered="- weddings\n- **nuts**")

    page = browser_of(None).get("/pro/ben-keller").text
    assert "What Ben does not do" in page
    assert "<strong>nuts</strong>" in page


def test_a_diploma_is_claimed_until_somebody_has_seen_it(app, people, browser_of):
    browser_of("ben").submit("/my-profile/edit", credential="Baker’s certificate")
    assert "claimed" in browser_of(None).get("/pro/ben-keller").text

    with app.test_request_context("/en/"):
        profile = db.session.scalars(select(Profile)).one()
        assert profile in queries.credentials_to_verify(), "in every craft, not in regulated ones"
        actions.verify_credential(profile, db.session.get_one(Member, people["cleo"]))
    assert "claimed" not in browser_of(None).get("/pro/ben-keller").text


def test_an_offer_answers_what_its_craft_asks(app, browser_of, gardener):
    path = f"/my-profile/offers/{gardener}"

    browser_of("cleo").submit(path, answer_gardens=["orchard", "balcony"], answer_tools="no")

    assert newest_offer(app).answers == {"gardens": ["orchard", "balcony"], "tools": False}
    in_french = browser_of(None, "fr").get("/pro/cleo-petit").text
    assert "balcon, verger" in in_french
    assert "Pour quels jardins" in in_french
    kept = browser_of("cleo").get(path).text
    assert 'value="orchard" checked' in kept


def test_an_answer_outside_the_choices_is_named(browser_of, gardener):
    answer = browser_of("cleo").submit(f"/my-profile/offers/{gardener}", answer_tools="maybe")

    assert answer.status_code == 422
    assert 'href="#answer_tools"' in answer.text


def test_a_host_answers_the_craft_s_questions_and_both_sides_read_them(app, browser_of, gardener):
    with app.app_context():
        offer = db.session.scalars(select(Offer).where(Offer.public_id == gardener)).one()
        start = f"{free_starts(offer)[0]:%Y-%m-%dT%H:%MZ}"
    ana, path = browser_of("ana"), f"/book/{gardener}?start={start}"
    where = {"address": "1 rue du Jardin", "town": "Nantes (44)"}

    answer = ana.submit(path, **where, answer_size="40", message="Hello")
    assert answer.status_code == 422
    assert 'href="#answer_wish"' in answer.text
    assert 'value="40"' in answer.text

    answer = ana.submit(path, **where, answer_size="40", answer_wish="Roses", answer_water="yes")
    reference = answer.location.rsplit("/", 1)[1]
    for name in ("ana", "cleo"):
        page = browser_of(name).get(f"/bookings/{reference}").text
        assert "Size of the garden, in square metres" in page
        assert "Roses" in page
    with app.app_context():
        booking = db.session.scalars(select(Booking)).one()
        assert [each["answer"] for each in booking.answers] == [40, True, "Roses"]
