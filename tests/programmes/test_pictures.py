"""Pictures of activities: for the coach and the clients who have them, and nobody else."""

import io

import pytest
from PIL import Image
from sqlalchemy import func, select

from pro_am.accounts.events import MemberErased
from pro_am.accounts.models import Member
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.media.models import Picture
from pro_am.programmes import actions
from pro_am.programmes.actions import pictures, templates
from pro_am.programmes.models import Item, Programme, Template
from pro_am.programmes.rules.plan import ItemText
from pro_am.programmes.rules.words import ItemKind
from tests.factories.programmes import make_programme
from tests.support.browser import ADDRESS


@pytest.fixture
def path(app, people, done):
    """The page of the one activity of Ben's template."""

    def make(person):
        made = templates.create_template(
            person("ben"), templates.TemplateText("Base", "", 1), key="base"
        )
        templates.add_items(made, 1, (0,), ItemText(ItemKind.SESSION, "Plank"), key="plank")
        make_programme(person("ana"), person("ben"))

    done(make)
    with app.app_context():
        template = db.session.scalars(select(Template)).one()
        return f"/programmes/templates/{template.public_id}/items/{template.items[0].id}"


def upload(browser, path, content=None, alt="On the knees"):
    file = io.BytesIO()
    Image.new("RGB", (60, 60), (30, 120, 30)).save(file, "JPEG")
    page = browser.get(path).text
    token = page.partition('name="csrf_token" type="hidden" value="')[2].partition('"')[0]
    picture = (io.BytesIO(content if content is not None else file.getvalue()), "plank.jpg")
    return browser.client.post(
        f"/en{path}/picture",
        base_url=ADDRESS,
        data={"csrf_token": token, "picture": picture, "alt": alt},
    )


def status(browser, file):
    with browser.get(file) as answer:
        return answer.status_code


def give(app, people):
    with app.test_request_context("/en/"):
        template = db.session.scalars(select(Template)).one()
        programme = db.session.scalars(select(Programme)).one()
        ben = db.session.get_one(Member, people["ben"])
        actions.assign(template, [programme], programme.starts_on, by=ben, key="give")
        item = db.session.scalars(select(Item.public_id)).one()
        return f"/programmes/{programme.public_id}", item


def test_the_two_of_a_programme_see_it_and_nobody_else(app, people, browser_of, path):
    assert upload(browser_of("ben"), path).status_code == 303
    programme, item = give(app, people)
    file = f"{programme}/items/{item}/picture-800.jpg"

    assert "On the knees" in browser_of("ana").get(programme).text
    assert status(browser_of("ana"), file) == 200
    assert status(browser_of("ben"), file) == 200
    assert status(browser_of("cleo"), file) == 404
    assert status(browser_of("ben"), f"{path}/picture-800.jpg") == 200
    assert status(browser_of("cleo"), f"{path}/picture-800.jpg") == 404


def test_what_is_no_picture_or_has_no_words_is_refused_beside_its_field(app, browser_of, path):
    ben = browser_of("ben")

    broken = upload(ben, path, content=b"not a picture")
    wordless = upload(ben, path, alt=" ")

    assert (broken.status_code, wordless.status_code) == (409, 422)
    assert "We take pictures as JPEG" in broken.text
    assert "Say what it shows" in wordless.text
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Picture)) == 0


def test_one_that_nothing_shows_is_forgotten_a_day_later(app, people, browser_of, path, time):
    ben = browser_of("ben")
    upload(ben, path)
    give(app, people)
    ben.submit(path, "/picture/drop")

    time.forward(days=2)
    with app.app_context():
        pictures.forget_left_over_pictures()
        assert db.session.scalar(select(func.count()).select_from(Picture)) == 1  # a client has it
        with transaction():
            db.session.scalars(select(Item)).one().picture_id = None
        pictures.forget_left_over_pictures()
        assert db.session.scalar(select(func.count()).select_from(Picture)) == 0


def test_it_goes_with_its_coach(app, people, browser_of, path):
    upload(browser_of("ben"), path)
    give(app, people)

    with app.test_request_context("/en/"), transaction():
        publish(MemberErased(db.session.get_one(Member, people["ben"])))

    with app.app_context():
        assert db.session.scalars(select(Item)).one().picture_id is None
        assert db.session.scalar(select(func.count()).select_from(Picture)) == 0
