"""The gallery, through the browsers of Ben (pro-am), Cleo (stranger) and a visitor."""

from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import select
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from pro_am.foundation import jobs
from pro_am.foundation.database import db
from pro_am.media import queries as media
from pro_am.media.models import Picture
from pro_am.profiles.models import ProfilePhoto
from pro_am.profiles.rules.gallery import MOST_PHOTOS
from tests.support.browser import ADDRESS, forms_in

GALLERY = "/my-profile/photos/"
BROKEN = b"\xff\xd8\xff\xe0 broken"


def photo(colour="tomato"):
    file = BytesIO()
    Image.new("RGB", (60, 40), colour).save(file, "JPEG")
    return file.getvalue()


def upload(browser, *files, key=None):
    form = next(f for f in forms_in(browser.get(GALLERY).text) if "photos" in f.fields)
    boundary, body = encode_multipart(
        {
            "csrf_token": form.values["csrf_token"][0],
            "idempotency_key": key or form.values["idempotency_key"][0],
            "photos": [FileStorage(BytesIO(content), name) for name, content in files],
        }
    )
    return browser.client.post(
        "/en/my-profile/photos/add",
        base_url=ADDRESS,
        data=body,
        content_type=f"multipart/form-data; boundary={boundary}",
    )


def photos_in(app):
    """The public ids of the pictures in the gallery, in its order."""
    with app.app_context():
        return list(
            db.session.scalars(
                select(Picture.public_id)
                .join(ProfilePhoto, ProfilePhoto.picture_id == Picture.id)
                .order_by(ProfilePhoto.position)
            )
        )


def described(browser, *ids):
    """Give photos words, and send the form."""
    return browser.submit(GALLERY, **{f"words_{each}": f"Photo {each}" for each in ids})


def test_several_at_once_are_answered_each_for_itself(app, browser_of):
    ben = browser_of("ben")

    answer = upload(ben, ("a.jpg", photo()), ("b.jpg", BROKEN), ("c.txt", b"words"))

    assert answer.status_code == 422
    assert "1 photo is kept." in answer.text
    assert "“b.jpg”: This file is damaged" in answer.text
    assert "“c.txt”: We take pictures as" in answer.text
    assert len(photos_in(app)) == 1
    assert photos_in(app)[0] in answer.text, "the good one is on the page already"


def test_nobody_else_sees_a_photo_before_it_has_words(app, browser_of):
    ben, visitor = browser_of("ben"), browser_of(None)
    assert upload(ben, ("a.jpg", photo())).status_code == 303
    (first,) = photos_in(app)
    assert first not in visitor.get("/pro/ben-keller").text
    assert visitor.get("/pro/ben-keller/photos").status_code == 404

    described(ben, first)

    assert f'alt="Photo {first}"' in visitor.get("/pro/ben-keller").text
    assert f"Photo {first}</figcaption>" in visitor.get("/pro/ben-keller/photos").text


def test_words_stay_once_a_photo_is_public(app, browser_of):
    ben = browser_of("ben")
    upload(ben, ("a.jpg", photo()), ("b.jpg", photo("navy")))
    first, second = photos_in(app)
    described(ben, first)

    answer = ben.submit(GALLERY, **{f"words_{first}": " ", f"words_{second}": "Typed just now"})

    assert answer.status_code == 422
    assert "Say in a few words what it shows." in answer.text
    assert "Typed just now" in answer.text


def test_the_buttons_move_and_remove_and_keep_what_was_typed(app, browser_of):
    ben = browser_of("ben")
    upload(ben, *((f"{n}.jpg", photo(colour)) for n, colour in enumerate(["red", "navy", "teal"])))
    a, b, c = photos_in(app)

    answer = ben.submit(GALLERY, then=f"first:{c}", **{f"words_{b}": "A blue wall"})
    assert "The order is changed." in ben.follow(answer).text
    assert photos_in(app) == [c, a, b]
    assert "A blue wall" in ben.get(GALLERY).text

    ben.submit(GALLERY, then=f"later:{c}")
    assert photos_in(app) == [a, c, b]
    ben.submit(GALLERY, then=f"remove:{c}")
    assert photos_in(app) == [a, b]
    with app.app_context():
        jobs.run_due()
        kept = {file for each in (a, b) for file in media.files_of(each).values()}
        assert {file for file in media.uploads().rglob("*") if file.is_file()} == kept


@pytest.mark.parametrize("then", ["remove:0123456789abcdef01234567", "fly:{id}", "remove:"])
def test_a_deed_that_no_button_has_is_not_found(app, browser_of, then):
    ben = browser_of("ben")
    upload(ben, ("a.jpg", photo()))

    answer = ben.submit(GALLERY, then=then.format(id=photos_in(app)[0]))

    assert answer.status_code == 404
    assert len(photos_in(app)) == 1


def test_the_same_files_sent_twice_are_kept_once(app, browser_of):
    ben = browser_of("ben")

    for _ in range(2):
        assert upload(ben, ("a.jpg", photo()), key="the-same").status_code == 303

    assert len(photos_in(app)) == 1


def test_a_full_gallery_says_so_and_keeps_what_it_has(app, browser_of):
    ben = browser_of("ben")
    with app.app_context():
        upload(ben, ("a.jpg", photo()))
        first = db.session.scalars(select(ProfilePhoto)).one()
        for number in range(1, MOST_PHOTOS):
            copy = Picture(
                public_id=f"{number:024}", owner_id=first.picture.owner_id, width=60, height=40,
                alt="", bytes=1, created_at=first.picture.created_at, state=first.picture.state,
            )  # fmt: skip
            db.session.add(
                ProfilePhoto(
                    profile_id=first.profile_id,
                    picture=copy,
                    position=number,
                    upload_key=str(number),
                )
            )
        db.session.commit()
    token = forms_in(ben.get(GALLERY).text)[-1].values["csrf_token"][0]

    boundary, body = encode_multipart(
        {
            "csrf_token": token,
            "idempotency_key": "k",
            "photos": FileStorage(BytesIO(photo()), "one-too-many.jpg"),
        }
    )
    answer = ben.client.post(
        "/en/my-profile/photos/add",
        base_url=ADDRESS,
        data=body,
        content_type=f"multipart/form-data; boundary={boundary}",
    )

    assert answer.status_code == 422
    assert "A gallery holds 12 photos." in answer.text
    assert len(photos_in(app)) == MOST_PHOTOS


def test_a_form_without_photos_asks_for_one(browser_of):
    answer = upload(browser_of("ben"))

    assert answer.status_code == 422
    assert "Choose one photo, or several." in answer.text


def test_a_gallery_is_its_owner_s_alone(browser_of):
    assert browser_of("cleo").get(GALLERY).status_code == 404
    assert browser_of(None).get(GALLERY).status_code == 303
    assert browser_of("cleo").get("/pro/nobody/photos").status_code == 404
