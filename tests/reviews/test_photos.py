"""Photos of reviews: kept while anything is missing, described, and seen with the review alone."""

from io import BytesIO

import pytest
from sqlalchemy import select
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from pro_am.accounts import actions as accounts
from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.media.models import Picture
from pro_am.reviews import actions
from pro_am.reviews.models import Review, ReviewPhoto
from tests.profiles.test_photos import photo
from tests.support.browser import ADDRESS, forms_in

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


def send(browser, path, *files, **fields):
    """The review's form as the page has it, with these files in the free places."""
    form = next(f for f in forms_in(browser.get(f"{path}/review").text) if "stars" in f.fields)
    data = {name: values for name, values in form.values.items() if values}
    data |= {name: str(value) for name, value in fields.items()}
    data |= {f"photos-{number}-file": file for number, file in files}
    boundary, body = encode_multipart(data)
    return browser.client.post(
        f"/en{path}/review",
        base_url=ADDRESS,
        data=body,
        content_type=f"multipart/form-data; boundary={boundary}",
    )


def file(content=None, name="table.jpg"):
    return FileStorage(BytesIO(content or photo()), name)


def pictures(app):
    with app.app_context():
        return {each.public_id: each.alt for each in db.session.scalars(select(Picture))}


def addresses(app):
    return [f"/en/reviews/photos/{each}-800.jpg" for each in pictures(app)]


def status_for(browser, address):
    with browser.client.get(address, base_url=ADDRESS) as answer:
        return answer.status_code


def written(app):
    with app.app_context():
        return [
            (photo.review.author_id, photo.picture.alt)
            for photo in db.session.scalars(select(ReviewPhoto).order_by(ReviewPhoto.position))
        ]


@pytest.fixture
def shown(app, browser_of, dinner_path):
    """Ana's review with a photo, and Ben's: both are public."""
    words = {"photos-0-words": "The table, laid"}
    send(browser_of("ana"), dinner_path, (0, file()), stars=5, text="A feast.", **words)
    send(browser_of("ben"), dinner_path, stars=4)
    return dinner_path


def test_a_photo_waits_with_its_review_and_is_public_with_it(app, browser_of, dinner_path):
    words = {"photos-0-words": "The table, laid"}
    send(browser_of("ana"), dinner_path, (0, file()), stars=5, text="A feast.", **words)
    (address,) = addresses(app)
    assert status_for(browser_of("ana"), address) == 200
    for who in ("ben", None):
        assert status_for(browser_of(who), address) == 404

    send(browser_of("ben"), dinner_path, stars=4)

    assert status_for(browser_of(None), address) == 200
    for page in ("/pro/ben-keller", "/pro/ben-keller/reviews"):
        html = browser_of(None).get(page).text
        assert 'alt="The table, laid"' in html
        assert address in html


def test_what_is_missing_is_asked_and_the_photo_is_kept(app, browser_of, dinner_path):
    ana = browser_of("ana")

    answer = send(ana, dinner_path, (0, file()), text="A feast.")

    assert answer.status_code == 422
    assert "Choose from one to five stars." in answer.text
    assert "Say in a few words what it shows." in answer.text
    (public_id,) = pictures(app)
    assert f'value="{public_id}"' in answer.text
    assert status_for(ana, addresses(app)[0]) == 200
    kept = {"photos-0-kept": public_id, "photos-0-words": "The table"}
    assert send(ana, dinner_path, stars=5, text="A feast.", **kept).status_code == 303
    assert list(pictures(app).values()) == ["The table"]


def test_a_file_that_is_no_picture_is_answered_beside_its_field(app, browser_of, dinner_path):
    answer = send(browser_of("ana"), dinner_path, (0, file(b"words", "a.txt")), stars=5)

    assert answer.status_code == 422
    assert "We take pictures as" in answer.text
    assert pictures(app) == {}
    with app.app_context():
        assert db.session.scalars(select(Review)).all() == []


def test_while_it_is_sealed_a_photo_can_be_left_out(app, browser_of, dinner_path):
    ana = browser_of("ana")
    send(ana, dinner_path, (0, file()), stars=5, **{"photos-0-words": "The table"})

    send(ana, dinner_path, **{"photos-0-remove": "y"})

    assert pictures(app) == {}


def test_a_hidden_review_takes_its_photos_along(app, browser_of, shown):
    (address,) = addresses(app)
    with app.app_context():
        review = db.session.scalars(select(Review).where(Review.text == "A feast.")).one()
        actions.hide(review.public_id, hidden=True)

    assert status_for(browser_of(None), address) == 404


def test_photos_go_with_whoever_gave_them(app, browser_of, shown, people, time):
    with app.test_request_context("/en/"):
        accounts.leave(db.session.get_one(Member, people["ana"]))
        time.forward(days=15)
        accounts.erase_the_gone()

        assert db.session.scalars(select(ReviewPhoto)).all() == []
        texts = db.session.scalars(select(Review.text)).all()
        assert "A feast." in texts


def test_photos_that_were_never_sent_are_forgotten(app, browser_of, dinner_path, time):
    send(browser_of("ana"), dinner_path, (0, file()), text="A feast.")
    with app.app_context():
        actions.forget_left_over_photos()
        assert len(pictures(app)) == 1
        time.forward(days=1, seconds=1)
        actions.forget_left_over_photos()

    assert pictures(app) == {}
