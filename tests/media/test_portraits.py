import io

import pytest
from PIL import Image
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.bookings import actions as bookings
from pro_am.foundation import jobs
from pro_am.foundation.database import db
from pro_am.media import actions, queries
from pro_am.media.models import Picture
from pro_am.reviews import actions as reviews
from pro_am.reviews.actions import Opinion
from tests.factories import make_booking, only_offer

PAGE = "/account/picture"


@pytest.fixture
def ana(browser_of):
    return browser_of("ana")


def upload(browser, colour=(200, 30, 30)):
    file = io.BytesIO()
    Image.new("RGB", (60, 60), colour).save(file, "JPEG")
    file.seek(0)
    page = browser.get(PAGE).text
    token = page.partition('name="csrf_token" type="hidden" value="')[2].partition('"')[0]
    return browser.client.post(
        f"/en{PAGE}",
        base_url="http://127.0.0.1",
        data={"csrf_token": token, "picture": (file, "me.jpg")},
    )


def faces(app, people, *, met=()):
    with app.test_request_context("/en/"):
        return set(queries.faces_of(list(people.values()), met=[people[name] for name in met]))


def test_a_face_is_shown_after_the_yes_unless_its_member_chooses_otherwise(app, people, ana):
    assert upload(ana).status_code == 303

    assert faces(app, people) == set()
    assert faces(app, people, met=["ana", "ben"]) == {people["ana"]}
    ana.submit(PAGE, who="everybody")
    assert faces(app, people) == {people["ana"]}
    ana.submit(PAGE, who="met")
    assert faces(app, people) == set()


def test_another_face_takes_the_place_of_the_first_and_its_choice(app, people, ana):
    upload(ana)
    ana.submit(PAGE, who="everybody")

    upload(ana, colour=(30, 30, 200))

    assert faces(app, people) == {people["ana"]}
    with app.app_context():
        assert len(db.session.scalars(select(Picture)).all()) == 1


def test_a_face_goes_with_its_files(app, people, ana):
    upload(ana)

    done = ana.submit(PAGE, f"{PAGE}/drop")

    assert "Your picture is removed." in ana.follow(done).text
    with app.app_context():
        jobs.run_due()
        assert not [file for file in queries.uploads().rglob("*") if file.is_file()]


def test_a_file_that_is_no_picture_is_refused(app, people, ana):
    page = ana.submit(PAGE, picture=None)

    assert page.status_code == 422
    assert "Choose a picture." in page.text


def test_whatever_a_member_gave_goes_when_they_are_erased(app, people, ana):
    upload(ana)

    with app.app_context():
        actions.drop_pictures_of(db.session.get_one(Member, people["ana"]))
        assert db.session.scalars(select(Picture)).all() == []


def test_nobody_chooses_for_somebody_else(app, people, ana, browser_of):
    upload(ana)

    upload(browser_of("ben"))
    browser_of("ben").submit(PAGE, f"{PAGE}/drop")

    assert faces(app, people, met=["ana", "ben"]) == {people["ana"]}


def test_whoever_answers_a_request_sees_the_face_after_the_yes(app, people, ana, browser_of):
    with app.test_request_context("/en/"):
        host, offer = db.session.get_one(Member, people["ana"]), only_offer()
        reference = make_booking(host, offer).reference
    upload(ana)
    ben = browser_of("ben")
    picture = '<img src="/media/'

    assert picture not in ben.get(f"/bookings/{reference}").text
    ben.submit(f"/bookings/{reference}", "/confirm")
    assert picture in ben.get(f"/bookings/{reference}").text


def test_a_face_for_everybody_stands_beside_reviews(app, people, ana, time, browser_of):
    with app.test_request_context("/en/"):
        host, provider = (db.session.get_one(Member, people[name]) for name in ("ana", "ben"))
        booking = make_booking(host, only_offer())
        bookings.confirm(booking, provider, allergies_read=True)
        time.now = booking.ends_at
        reviews.review(booking, host, Opinion(5, {}, "What a soup.", ""))
        reviews.review(booking, provider, Opinion(5, {}, "A good guest.", ""))
    upload(ana)
    visitor = browser_of(None)

    assert '<img src="/media/' not in visitor.get("/pro/ben-keller").text
    ana.submit(PAGE, who="everybody")
    for path in ("/pro/ben-keller", "/pro/ben-keller/reviews"):
        assert '<img src="/media/' in visitor.get(path).text
