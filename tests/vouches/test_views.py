"""The pages of vouches: given, seen by others, ended; invitations; and what strangers see."""

import re

import pytest
from sqlalchemy import select

from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.search import actions as search
from pro_am.vouches import actions
from pro_am.vouches.models import Invitation, Vouch
from pro_am.vouches.queries import links
from pro_am.vouches.queries.invitations import url_of
from tests.factories import make_member
from tests.vouches.knowing import WORDS, make_known, took_place, vouch

GIVEN = {"craft": "cooking", "relation": "friend", "words": WORDS}


@pytest.fixture
def public_ids(app, people, done):
    ids = {}
    done(lambda who: ids.update({name: who(name).public_id for name in people}))
    return ids


@pytest.fixture
def known(done):
    done(lambda who: make_known(who("ana")))


@pytest.fixture
def given(done, known):
    """Ana vouches for Ben, in words that her name stands beside."""
    found = {}

    def give(who):
        vouch_of_ana = vouch(who("ana"), who("ben"), craft="cooking")
        found["id"], found["public_id"] = vouch_of_ana.id, vouch_of_ana.public_id
        found["decline"] = links.decline_url(vouch_of_ana)
        found["confirm"] = links.confirm_url(vouch_of_ana)

    done(give)
    return found


def path_of(url):
    return re.sub(r"^https?://[^/]+", "", url)


def test_a_vouch_is_given_and_everybody_reads_it(browser_of, public_ids, known):
    ana, path = browser_of("ana"), f"/people/{public_ids['ben']}/vouch"
    assert "at most" in ana.get(path).text  # what it may cost is said before

    page = ana.follow(ana.submit(path, **GIVEN))

    assert "You recommend Ben in person" in page.text
    assert "4 of 5 are left" in page.text
    seen = browser_of("cleo").get("/pro/ben-keller").text
    assert WORDS in seen
    assert "<b>Ana</b>" in seen
    visitor = browser_of(None).get("/pro/ben-keller").text
    assert WORDS in visitor
    assert "a member since 2028" in visitor
    assert "<b>Ana</b>" not in visitor


def test_what_was_typed_is_kept_when_something_is_missing(browser_of, public_ids, known):
    answer = browser_of("ana").submit(
        f"/people/{public_ids['ben']}/vouch", craft="cooking", words="Too short", known_since="3000"
    )

    assert answer.status_code == 422
    assert "Too short" in answer.text
    assert "Say how you know this person." in answer.text
    assert "Write a year like 2019" in answer.text


def test_who_may_not_vouch_reads_why(browser_of, public_ids):
    cleo = browser_of("cleo")

    page = cleo.get(f"/people/{public_ids['ben']}/vouch")
    assert "you are first known here yourself" in page.text
    assert "<textarea" not in page.text
    assert "you are first known here yourself" in cleo.get("/vouches").text


def test_after_a_booking_nobody_is_asked_how_they_met(browser_of, public_ids, known, done):
    done(lambda who: took_place(who("ana"), who("ben")))

    page = browser_of("ana").get(f"/people/{public_ids['ben']}/vouch").text

    assert "your word weighs fully" in page
    assert 'name="relation"' not in page


def test_a_withdrawn_vouch_is_seen_no_more(browser_of, given):
    ana = browser_of("ana")
    path = f"/vouches/{given['public_id']}/withdraw"
    assert "free again at once" in ana.get(path).text

    page = ana.follow(ana.submit(path, "withdraw"))

    assert "You no longer recommend Ben." in page.text
    assert WORDS not in browser_of("cleo").get("/pro/ben-keller").text
    assert WORDS not in browser_of(None).get("/pro/ben-keller").text


def test_nobody_ends_confirms_or_renames_the_vouch_of_another(browser_of, given, app):
    for name, ways in (
        ("cleo", ("withdraw", "decline")),
        ("ben", ("withdraw",)),
        ("ana", ("decline",)),
    ):
        for way in ways:
            assert browser_of(name).get(f"/vouches/{given['public_id']}/{way}").status_code == 404
    with app.app_context():
        assert db.session.get(Vouch, given["id"]).is_standing


def test_ben_reads_who_it_is_and_may_say_no(browser_of, given):
    ben = browser_of("ben")
    assert "Ana Martin" in ben.get("/vouches").text

    page = ben.follow(ben.submit(f"/vouches/{given['public_id']}/decline", "decline"))

    assert "The recommendation by Ana has ended." in page.text
    assert WORDS not in browser_of("cleo").get("/pro/ben-keller").text


def test_from_the_letter_one_click_declines_without_a_sign_in(browser_of, given, app):
    visitor = browser_of(None)
    path = path_of(given["decline"])
    assert "I would rather not" in visitor.get(path).text
    with app.app_context():
        assert db.session.get(Vouch, given["id"]).is_standing  # a GET changes nothing

    page = visitor.follow(visitor.submit(path))

    assert "It has ended" in page.text
    assert visitor.get(path[:-3] + "abc").status_code == 404


def test_a_year_later_one_click_confirms(browser_of, given, time):
    time.forward(days=350)
    visitor = browser_of(None)
    path = path_of(given["confirm"])

    page = visitor.follow(visitor.submit(path))

    assert "It stands, until" in page.text


def test_a_name_is_hidden_and_shown_again(browser_of, given):
    ana = browser_of("ana")

    ana.submit("/vouches", f"{given['public_id']}/name")
    assert "a member since 2028" in browser_of("cleo").get("/pro/ben-keller").text
    ana.submit("/vouches", f"{given['public_id']}/name")

    assert "<b>Ana</b>" in browser_of("cleo").get("/pro/ben-keller").text


def test_the_thread_leads_on_the_profile_and_on_cards(browser_of, given, done, app):
    done(lambda who: took_place(who("cleo"), who("ana")))
    words = "Ana, whom you know, recommends Ben in person"
    with app.app_context():
        search.rebuild()

    for path in ("/pro/ben-keller", "/search", "/en/"):
        assert words in browser_of("cleo").get(path).text, path
        assert words not in browser_of("ben").get(path).text
        assert words not in browser_of(None).get(path).text


def test_a_page_without_a_profile_is_for_members(browser_of, public_ids, given):
    path = f"/people/{public_ids['cleo']}"

    assert "Cleo Petit" in browser_of("ana").get(path).text
    assert browser_of(None).get(path).status_code == 303
    assert browser_of("ana").get("/people/nobody").status_code == 404
    assert browser_of("ana").get(f"/people/{public_ids['ben']}").location == "/en/pro/ben-keller"


def test_a_guest_comes_by_a_link_and_is_recommended(browser_of, known, app, people, time):
    ana = browser_of("ana")
    page = ana.follow(
        ana.submit(
            "/invitations", name="Nina", note="Come!", vouches="y", relation="family", words=WORDS
        )
    )
    link = path_of(re.search(r'value="(http[^"]+/invited/[^"]+)"', page.text)[1])
    assert "Ana invites you" in browser_of(None).get(link).text
    time.forward(days=1)
    with app.test_request_context("/en/"):
        nina = make_member("Nina Neuve")
        with transaction():
            nina.created_at = clock.now()
        people["nina"] = nina.id

    nina = browser_of("nina")
    assert "Ana knows that you are here." in nina.follow(nina.submit(link, link)).text
    assert WORDS in nina.get("/vouches").text
    assert "You are a member already" in browser_of("cleo").get(link).text
    assert "Nina Neuve" in ana.get("/invitations").text


def test_members_cannot_accept_and_read_why(browser_of, known, done, app):
    done(
        lambda who: actions.invite(
            who("ana"), actions.Guest("Cleo", "cleo@example.org"), None, idempotency_key="one"
        )
    )
    with app.test_request_context("/en/"):
        link = path_of(url_of(db.session.scalars(select(Invitation)).one(), "en"))

    assert "You are a member already" in browser_of("cleo").get(link).text
    assert "This is your own invitation" in browser_of("ana").get(link).text


def test_the_answer_tells_nobody_who_has_an_account(browser_of, known, app):
    ana = browser_of("ana")

    pages = [
        ana.follow(ana.submit("/invitations", name="X", email=email)).text
        for email in ("cleo@example.org", "nobody@example.org")
    ]

    flashes = [re.search(r"If nobody here has the address [^<]+", page)[0] for page in pages]
    assert flashes[0].replace("cleo@", "nobody@") == flashes[1]
    with app.app_context():
        assert db.session.scalars(
            select(Letter.template)
            .where(Letter.template.startswith("vouches/"))
            .order_by(Letter.id)
        ).all() == ["vouches/here_already", "vouches/invited"]


def test_an_invitation_is_withdrawn_by_its_inviter_alone(browser_of, known, done, app):
    done(
        lambda who: actions.invite(
            who("ana"), actions.Guest("Nina", None), None, idempotency_key="one"
        )
    )
    with app.app_context():
        public_id = db.session.scalars(select(Invitation.public_id)).one()
    ana = browser_of("ana")
    page = ana.follow(ana.submit("/invitations", f"{public_id}/take-back"))

    assert "its link opens nothing any more" in page.text
