"""What went otherwise, through the browsers of Ana (host), Ben (pro-am) and Cleo (moderator)."""

import io

import pytest
from PIL import Image
from sqlalchemy import select

from pro_am.accounts import actions as accounts
from pro_am.accounts.rules import Role
from pro_am.bookings import actions
from pro_am.bookings.actions import disputes
from pro_am.bookings.models import Booking, Dispute, DisputePicture
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation.database import db
from pro_am.media.models import Picture
from pro_am.operations.drills.hostile.pages import forms_in
from tests.factories import make_booking, only_offer
from tests.support.browser import ADDRESS

ON_SQLITE = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


@pytest.fixture
def path(app, people, done, time):
    """Ana's dinner at Ben's, an hour after its start; Cleo moderates."""
    found = []

    def book(person):
        booking = make_booking(person("ana"), only_offer())
        actions.confirm(booking, person("ben"), allergies_read=True)
        accounts.grant_role(person("cleo"), Role.MODERATOR, by=None)
        found.append((booking.reference, booking.starts_at))

    done(book)
    [(reference, start)] = found
    time.now = start
    time.forward(hours=1)
    return f"/bookings/{reference}"


def a_photo():
    file = io.BytesIO()
    Image.new("RGB", (60, 40), "green").save(file, "PNG")
    file.seek(0)
    return file


def tell(browser, page, text, photos=0):
    """Send the form of a page with as many photos."""
    form = next(each for each in forms_in(browser.get(page).text) if "text" in each.fields)
    data = {**form.values, "text": text}
    data["pictures"] = [(a_photo(), f"{number}.png") for number in range(photos)]
    return browser.client.post(f"/en{page}", base_url=ADDRESS, data=data)


def state(app):
    with app.app_context():
        return db.session.scalars(select(Booking.state)).one()


def desk(app):
    with app.app_context():
        return f"/moderation/disputes/{db.session.scalars(select(Dispute.public_id)).one()}"


def test_a_no_show_is_said_contested_and_decided(app, browser_of, path):
    ana, ben, cleo = browser_of("ana"), browser_of("ben"), browser_of("cleo")

    assert "Ben did not come?" in ana.get(path).text
    said = ana.follow(ana.submit(f"{path}/no-show", words="I rang twice."))
    assert "You told us that Ben did not come." in said.text
    assert "I saw it otherwise" in ben.get(path).text
    told = ben.follow(tell(ben, f"{path}/contest", "My bell is broken."))
    assert "a moderator hears both" in told.text
    assert "My bell is broken." in ana.get(path).text
    ana.follow(tell(ana, f"{path}/my-side", "There was no light."))
    assert "1 dispute waits" in cleo.get("/moderation/").text
    page = cleo.get(desk(app)).text
    assert "My bell is broken." in page
    assert "There was no light." in page
    words = {"words_fr": "Deux portes.", "words_en": "Two doors."}
    decided = cleo.follow(cleo.submit(desk(app), outcome="nobodys_fault", **words))

    assert "by nobody’s fault" in decided.text
    for reader in (ana, ben):
        page = reader.get(path).text
        assert "Two doors." in page
        assert "by nobody’s fault" in page
    assert state(app) is BookingState.RESOLVED


@ON_SQLITE
def test_pictures_are_for_the_two_and_for_moderators(app, browser_of, path, done, time):
    ana, ben, cleo = browser_of("ana"), browser_of("ben"), browser_of("cleo")

    assert tell(ben, f"{path}/dispute", "See for yourselves.", photos=2).status_code == 303
    page = ana.get(path).text
    address = page.split('<ul class="evidence">')[1].split('<img src="')[1].split('"')[0]
    for reader in (ana, ben):
        with reader.get(address) as photo:
            assert (photo.mimetype, photo.headers["Cache-Control"]) == ("image/jpeg", "no-store")
    assert cleo.get(address).status_code == 404
    at_the_desk = cleo.get(desk(app)).text.split('<img src="')[1].split('"')[0]
    with cleo.get(at_the_desk) as photo:
        assert photo.mimetype == "image/jpeg"
    assert browser_of(None).get(address).status_code == 303
    name = address.rpartition("/")[2]
    assert ana.get(f"/media/{name}").status_code == 404
    time.forward(days=2)
    done(lambda _person: disputes.forget_left_over_evidence())
    with app.app_context():
        assert len(db.session.scalars(select(DisputePicture)).all()) == 2


@ON_SQLITE
def test_five_pictures_are_too_many_and_none_is_kept(app, browser_of, path):
    ben = browser_of("ben")

    answer = tell(ben, f"{path}/dispute", "See for yourselves.", photos=5)

    assert answer.status_code == 409
    assert "At most four pictures." in answer.text
    assert "See for yourselves." in answer.text
    with app.app_context():
        assert db.session.scalars(select(Picture.id)).all() == []
    assert state(app) is BookingState.CONFIRMED


def test_a_story_needs_words(app, browser_of, path):
    answer = tell(browser_of("ben"), f"{path}/dispute", " ")

    assert answer.status_code == 409
    assert "Please say what happened" in answer.text


def test_the_desk_is_for_moderators_who_take_no_part(app, browser_of, path, done):
    tell(browser_of("ben"), f"{path}/dispute", "It was cold.")
    where = desk(app)
    assert browser_of("ana").get(where).status_code == 404

    done(lambda person: accounts.grant_role(person("ben"), Role.MODERATOR, by=None))

    assert browser_of("ben").get(where).status_code == 404
    assert "It was cold." in browser_of("cleo").get(where).text


def test_a_decision_needs_a_reason_in_both_languages(app, browser_of, path):
    tell(browser_of("ben"), f"{path}/dispute", "It was cold.")

    answer = browser_of("cleo").submit(desk(app), outcome="as_planned", words_fr="Oui.")

    assert answer.status_code == 409
    assert "please write it in both languages" in answer.text
    assert state(app) is BookingState.DISPUTED
