"""The desk for crafts, through the browsers of Cleo (the operator) and Ben (a pro-am)."""

import pytest

from pro_am.accounts import actions as accounts
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.foundation.database import db
from pro_am.profiles import queries
from tests.support.browser import ADDRESS, forms_in

DESK = "/admin/crafts/"
MUSIC = {
    "name_fr": "Musique",
    "name_en": "Music",
    "person_fr": "cours de musique",
    "person_en": "music lessons",
    "favourites_fr": "Compositeurs préférés",
    "favourites_en": "Favourite composers",
    "icon": "music",
}


@pytest.fixture
def operator(app, people, browser_of):
    with app.app_context():
        accounts.grant_role(db.session.get_one(Member, people["cleo"]), Role.ADMIN, by=None)
    return browser_of("cleo", fresh=True)


@pytest.fixture
def craft(app):
    """A function that reads a craft, as a dictionary of what the test looks at."""

    def read(slug):
        with app.app_context():
            found = queries.craft_with(slug)
            return found and {
                "names": found.names,
                "specialities": {each.slug: each.names["en"] for each in found.specialities},
                "offer_fields": found.offer_fields,
                "review_facets": {row["key"]: row["names"]["en"] for row in found.review_facets},
                "booking_questions": found.booking_questions,
                "retired": found.retired_at is not None,
            }

    return read


def form_on(browser, path):
    """What the craft's form would send, as the page shows it."""
    form = next(f for f in forms_in(browser.get(path).text) if "name_fr" in f.fields)
    return {name: list(values) for name, values in form.values.items()}


def post(browser, path, data):
    return browser.client.post(f"/en{path}", base_url=ADDRESS, data=data)


@pytest.mark.parametrize("path", [DESK, f"{DESK}new", f"{DESK}cooking"])
def test_the_desk_is_the_operator_s_alone(browser_of, path):
    assert browser_of("ben").get(path).status_code == 404
    assert browser_of(None).get(path).status_code == 303


def test_a_new_craft_grows_row_by_row_and_nothing_typed_is_lost(browser_of, operator, craft):
    data = form_on(operator, f"{DESK}new") | MUSIC
    for rows in ("specialities", "offer_fields", "booking_questions"):
        answer = post(operator, f"{DESK}new", {**data, "add": rows})
        assert answer.status_code == 200
        data = {**next(f for f in forms_in(answer.text) if "name_fr" in f.fields).values}
    assert data["name_fr"] == ["Musique"]

    data |= {
        "specialities-0-fr": "Piano", "specialities-0-en": "Piano",
        "offer_fields-0-fr": "Instrument", "offer_fields-0-en": "Instrument",
        "offer_fields-0-kind": "several",
        "offer_fields-0-choices": "Guitare | Guitar\nVoix | Voice",
        "booking_questions-0-fr": "Depuis quand ?", "booking_questions-0-en": "Since when?",
        "booking_questions-0-kind": "number", "booking_questions-0-required": "y",
    }  # fmt: skip
    answer = post(operator, f"{DESK}new", data)

    assert "The craft is saved." in operator.follow(answer).text
    music = craft("music")
    assert music["specialities"] == {"piano": "Piano"}
    assert [each["key"] for each in music["offer_fields"][0]["choices"]] == ["guitar", "voice"]
    assert music["booking_questions"][0]["required"] is True
    assert "Music" in browser_of("ana").get("/start-offering").text


def test_a_better_wording_keeps_the_keys(operator, craft):
    data = form_on(operator, f"{DESK}gardening")
    data |= {
        "offer_fields-0-en": "Which gardens",
        "offer_fields-0-choices": "petit balcon | balcony\nverger | old orchard\ntoit | roof",
        "specialities-0-en": "Kitchen garden",
    }

    post(operator, f"{DESK}gardening", data)

    gardening = craft("gardening")
    field = gardening["offer_fields"][0]
    assert (field["key"], field["names"]["en"]) == ("gardens", "Which gardens")
    assert [each["key"] for each in field["choices"]] == ["balcony", "orchard", "roof"]
    assert gardening["specialities"]["vegetable-patch"] == "Kitchen garden"


def test_what_hosts_rate_is_said_in_the_craft_s_words_and_keeps_its_keys(
    browser_of, operator, craft
):
    added = operator.client.post(
        f"/en{DESK}gardening",
        base_url=ADDRESS,
        data=form_on(operator, f"{DESK}gardening") | {"add": "review_facets"},
    )
    assert 'name="review_facets-5-en"' in added.text
    data = form_on(operator, f"{DESK}gardening")
    data |= {"review_facets-3-en": "Tools put back", "review_facets-4-fr": ""}
    data |= {"review_facets-4-en": "", "review_facets-5-fr": "Calme", "review_facets-5-en": "Calm"}

    post(operator, f"{DESK}gardening", data)

    facets = craft("gardening")["review_facets"]
    assert facets["care"] == "Tools put back"
    assert "value" not in facets
    assert facets["calm"] == "Calm"


def test_a_speciality_somebody_has_chosen_stays(operator, craft):
    data = form_on(operator, f"{DESK}cooking")  # Ben has chosen the first two
    data |= {"specialities-0-fr": "", "specialities-0-en": "", "name_en": "Cookery"}

    answer = post(operator, f"{DESK}cooking", data)

    assert answer.status_code == 409
    assert "rename it instead of removing it" in answer.text
    assert 'value="Cookery"' in answer.text
    assert "fresh-pasta" in craft("cooking")["specialities"]


def test_one_that_nobody_has_chosen_goes(operator, craft):
    data = form_on(operator, f"{DESK}cooking")
    data |= {"specialities-4-fr": "", "specialities-4-en": ""}

    post(operator, f"{DESK}cooking", data)

    assert "indian" not in craft("cooking")["specialities"]
    assert len(craft("cooking")["specialities"]) == 11


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"name_fr": ""}, "Write the name in both languages."),
        ({"specialities-0-en": ""}, "Write the name in both languages."),
        ({"offer_fields-0-choices": "one language"}, "Write each choice as"),
        ({"offer_fields-0-choices": ""}, "Write one choice a line"),
        ({"offer_fields-0-kind": "song"}, "Not a valid choice."),
        ({"icon": "skull"}, "Not a valid choice."),
    ],
)
def test_a_mistake_is_named_and_the_rest_is_kept(operator, craft, fields, words):
    data = form_on(operator, f"{DESK}gardening") | {"person_en": "gardening for all"} | fields

    answer = post(operator, f"{DESK}gardening", data)

    assert answer.status_code == 422
    assert words in answer.text
    assert "gardening for all" in answer.text
    assert "<title>Error: " in answer.text


def test_two_crafts_have_two_names(operator):
    answer = post(
        operator, f"{DESK}new", form_on(operator, f"{DESK}new") | MUSIC | {"name_en": "Cooking"}
    )

    assert answer.status_code == 409
    assert "There is a craft of this name already." in answer.text


def test_crafts_change_places(app, operator):
    operator.submit(DESK, action="/admin/crafts/fitness/earlier")

    with app.app_context():
        assert [each.slug for each in queries.crafts()] == ["fitness", "cooking", "gardening"]


def test_a_retired_craft_takes_no_new_offers_and_keeps_those_there_are(browser_of, operator):
    operator.submit(DESK, action="/admin/crafts/cooking/retire")

    assert 'value="cooking"' not in browser_of("ana").get("/start-offering").text
    assert browser_of(None).get("/pro/ben-keller").status_code == 200
    refused = browser_of("ben").submit("/my-profile/offers/new", title="Lunch", then="draft")
    assert refused.status_code == 409
    assert "no new offers of this kind" in refused.text

    operator.submit(DESK, action="/admin/crafts/cooking/reopen")
    assert 'value="cooking"' in browser_of("ana").get("/start-offering").text
