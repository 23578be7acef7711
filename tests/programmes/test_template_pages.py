"""The pages of templates: many activities fast, and one template for many in one act."""

import pytest
from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.programmes import actions
from pro_am.programmes.actions import templates
from pro_am.programmes.models import Item, Programme, Template, TemplateItem
from pro_am.programmes.rules.plan import ItemText
from pro_am.programmes.rules.words import ItemKind
from tests.factories import make_member
from tests.factories.programmes import make_programme
from tests.support.statements import counted

LIST = "/programmes/templates"
RUN = ItemText(ItemKind.SESSION, "Run")


@pytest.fixture
def template(app, people, done):
    """Ben's: a run on Monday and Wednesday of its first week, of three."""

    def make(person):
        made = templates.create_template(
            person("ben"), templates.TemplateText("Base", "", 3), key="b"
        )
        templates.add_items(made, 1, (0, 2), RUN, key="run")

    done(make)
    with app.app_context():
        return f"{LIST}/{db.session.scalars(select(Template.public_id)).one()}"


@pytest.fixture
def clients(app, people, done):
    done(lambda person: [make_programme(person(name), person("ben")) for name in ("ana", "cleo")])
    with app.app_context():
        return list(db.session.scalars(select(Programme.public_id).order_by(Programme.id)))


def items(app):
    with app.app_context():
        rows = db.session.execute(
            select(TemplateItem.week, TemplateItem.day, TemplateItem.title).order_by(
                TemplateItem.week, TemplateItem.day, TemplateItem.id
            )
        )
        return [tuple(row) for row in rows]


@pytest.mark.parametrize("page", ["", "/about", "/give", "?week=2"])
def test_templates_are_their_coachs_alone(browser_of, template, page):
    assert browser_of("ben").get(template + page).status_code == 200
    assert browser_of("cleo").get(template + page).status_code == 404


def test_a_coach_makes_one_and_adds_several_days_in_one_act(app, browser_of, people):
    ben = browser_of("ben")

    made = ben.follow(ben.submit(f"{LIST}/new", title="Slow start", weeks="2"))
    path = made.request.path

    added = ben.follow(ben.submit(path, title="Walk", days=[0, 2, 4, 7], amount="20", unit="min"))
    assert "Added on 4 days." in added.text
    assert items(app) == [(1, 0, "Walk"), (1, 2, "Walk"), (1, 4, "Walk"), (1, 7, "Walk")]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"title": ""}, "Say what to do."),
        ({"title": "Walk", "days": None}, "Choose at least one day"),
        ({"title": "Walk", "days": [9]}, "choices"),
        ({"title": "Walk", "days": [1], "weight": "11"}, "Between 1 and 10."),
        ({"title": "Walk", "days": [1], "amount": "1e400"}, "A number above zero."),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field_and_kept(
    browser_of, app, template, fields, words
):
    refused = browser_of("ben").submit(template, **fields)

    assert refused.status_code == 422
    assert words in refused.text
    assert len(items(app)) == 2


def test_a_week_is_copied_to_the_next_and_to_all_after_it(app, browser_of, template):
    ben = browser_of("ben")

    ben.submit(template, to="next")
    assert [week for week, _day, _title in items(app)] == [1, 1, 2, 2]
    ben.submit(template, to="rest")

    assert [week for week, _day, _title in items(app)] == [1, 1, 2, 2, 3, 3]


def test_an_activity_is_changed_and_taken_out(app, browser_of, template):
    ben = browser_of("ben")
    with app.app_context():
        item = db.session.scalars(select(TemplateItem.id).order_by(TemplateItem.id)).first()

    ben.submit(f"{template}/items/{item}", title="Walk", days=5)
    assert items(app) == [(1, 2, "Run"), (1, 5, "Walk")]
    ben.submit(template, f"/items/{item}/remove")

    assert items(app) == [(1, 2, "Run")]


def test_one_act_gives_it_to_all_and_asks_first_where_something_is_planned(
    app, browser_of, template, clients
):
    ben = browser_of("ben")
    give = f"{template}/give"

    given = ben.submit(give, programmes=clients, monday="2030-01-14")
    assert "2 people have it now" in ben.follow(given).text

    asked = ben.submit(give, programmes=clients, monday="2030-01-14")
    assert asked.status_code == 409
    assert "Something is planned already for Ana, Cleo." in asked.text
    assert 'value="replace"' in asked.text
    with app.app_context():
        assert len(db.session.scalars(select(Item.id)).all()) == 4


def test_nobody_chosen_is_refused(browser_of, template, clients):
    refused = browser_of("ben").submit(f"{template}/give", programmes=None, monday="2030-01-14")

    assert refused.status_code == 422
    assert "Choose at least one person." in refused.text


def test_clients_of_others_are_not_given_anything(app, browser_of, template, clients):
    cleo = browser_of("cleo")
    mine = cleo.follow(cleo.submit(LIST, "/starters/supple-back")).request.path

    page = cleo.get(f"{mine}/give")

    assert "Nobody to give it to yet" in page.text
    assert "Ana" not in page.text


def test_starters_are_copied_copies_copied_and_put_away(app, browser_of, people):
    ben = browser_of("ben", "fr")
    ben.submit(LIST, "/starters/cook-at-home-again")
    with app.app_context():
        key = db.session.scalars(select(Template.public_id)).one()

    ben.submit(LIST, f"/{key}/copy")
    ben.submit(LIST, f"/{key}/retire")

    page = ben.get(LIST).text
    assert "Cooking at home again (copie)" in page
    assert "1 modèle rangé" in page
    ben.submit(LIST, f"/{key}/retire")
    assert "1 modèle rangé" not in ben.get(LIST).text


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_more_clients_cost_no_more_questions(app, person):
    ben = person("ben")
    made = templates.create_template(ben, templates.TemplateText("Base", "", 2), key="base")
    templates.add_items(made, 1, (0, 1, 2), RUN, key="run")
    templates.copy_week(made, 1, to=(2,))
    them = [make_programme(make_member(f"Pia{number} Roux"), ben, weeks=4) for number in range(4)]

    def asked_for(some, key):
        monday = max(each.starts_on for each in some)  # all of them are read
        with counted(app) as asked:
            actions.assign(made, some, monday, by=ben, key=key)
        return [each for each in asked if each.startswith("SELECT")]

    one = asked_for(them[:1], "one")
    three = asked_for(them[1:], "three")

    assert len(three) <= len(one) <= 8, "\n".join(three)
