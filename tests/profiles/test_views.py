"""A pro-am's own pages, through the browsers of Ben (pro-am), Ana (host) and Cleo (stranger)."""

from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import func, select
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from pro_am.foundation.database import db
from pro_am.media.models import Picture
from pro_am.media.rules import LARGEST_BYTES
from pro_am.operations.drills.hostile.pages import dangers_in, forms_in
from pro_am.operations.drills.hostile.samples import NAUGHTY
from pro_am.profiles.models import Offer, Profile
from pro_am.profiles.rules import ALLERGENS, Publication
from tests.factories import make_known, only_offer
from tests.support.browser import ADDRESS

OWN_PAGES = ("/my-profile/", "/my-profile/edit", "/my-profile/picture", "/my-profile/offers/new")
NEW_OFFER = {
    "title": "Sunday lunch",
    "place_mode": "provider",
    "price": "12,50",
    "then": "draft",
}
ALL_NO = {f"allergen_{slug}": "no" for slug in ALLERGENS}


@pytest.fixture
def offer_path(app, people):
    with app.app_context():
        return f"/my-profile/offers/{only_offer().public_id}"


def stored(app, model=Profile):
    """The only profile; or the newest offer or picture."""
    with app.app_context():
        return db.session.scalars(select(model).order_by(model.id.desc())).first()


def count(app, model):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(model))


def photo(padding=0):
    """A small JPEG; decoders leave alone what follows its end."""
    file = BytesIO()
    Image.new("RGB", (60, 40), "tomato").save(file, "JPEG")
    return file.getvalue() + b"\0" * padding


def upload(browser, path, content, *, file_name="table.jpg", alt=""):
    form = next(f for f in forms_in(browser.get(path).text) if "picture" in f.fields)
    parts = {"csrf_token": form.values["csrf_token"][0], "alt": alt}
    # Encoded here: what the test client encodes by itself it forgets to close.
    boundary, body = encode_multipart(
        {**parts, "picture": FileStorage(BytesIO(content), file_name)}
    )
    return browser.client.post(
        f"/en{path}",
        base_url=ADDRESS,
        data=body,
        content_type=f"multipart/form-data; boundary={boundary}",
    )


# Who may see what


@pytest.mark.parametrize("path", OWN_PAGES)
def test_a_visitor_is_sent_to_sign_in_and_back(browser_of, path):
    answer = browser_of(None).get(path)

    assert answer.status_code in (302, 303)
    assert "/account/sign-in" in answer.location
    assert "my-profile" in answer.location


@pytest.mark.parametrize("path", OWN_PAGES[1:])
def test_who_offers_nothing_has_no_profile_to_edit(browser_of, path):
    assert browser_of("cleo").get(path).status_code == 404


def test_who_offers_nothing_yet_is_led_to_the_beginning(browser_of):
    answer = browser_of("cleo").get("/my-profile/")

    assert answer.location.endswith("/en/start-offering")


@pytest.mark.parametrize("rest", ["", "/picture", "/publish", "/pause", "/picture/drop"])
def test_an_offer_is_its_owners_alone(app, browser_of, offer_path, rest):
    cleo = browser_of("cleo")
    token = forms_in(cleo.get("/start-offering").text)[0].values["csrf_token"]

    if rest in ("", "/picture"):
        assert cleo.get(offer_path + rest).status_code == 404
    answer = cleo.client.post(
        f"/en{offer_path}{rest}", base_url=ADDRESS, data={"csrf_token": token, "title": "Mine"}
    )

    assert answer.status_code == 404
    assert stored(app, Offer).title == "Dinner at my table"
    assert stored(app, Offer).state is Publication.PUBLISHED


def test_nothing_changes_without_the_token_of_the_page(app, browser_of, offer_path):
    answer = browser_of("ben").client.post(f"/en{offer_path}/pause", base_url=ADDRESS)

    assert answer.status_code == 400
    assert stored(app, Offer).state is Publication.PUBLISHED


# The profile


def test_ben_says_more_about_himself(app, browser_of):
    ben = browser_of("ben")

    answer = ben.submit(
        "/my-profile/edit",
        headline="Bread and slow soups",
        story="I **bake** on Sundays.",
        favourites="rye, butter, Rye",
        town="Rezé",
        travel_km="5",
        is_professional="yes",
    )

    assert "Your profile is saved." in ben.follow(answer).text
    profile = stored(app)
    assert profile.headline == "Bread and slow soups"
    assert profile.favourites == ["rye", "butter"]
    assert profile.town_name == "Rezé"
    assert profile.is_professional
    public = browser_of(None).get("/pro/ben-keller").text
    assert "<strong>bake</strong>" in public
    assert "professional" in public
    assert "rue des Cuisiniers" not in public


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"headline": ""}, "Say in one sentence what people get from you."),
        ({"headline": "   "}, "Say in one sentence what people get from you."),
        ({"headline": "x" * 141}, "140"),
        ({"town": ""}, "Say which town you are in."),
        ({"town": "Xyzzyville"}, "We know no town of this name."),
        ({"travel_km": "0"}, "Between 1 and 200 km."),
        ({"travel_km": "far"}, "Write a number."),
        ({"craft": None}, "Choose one."),
        ({"language": "tlh"}, "Not a valid choice."),
        ({"specialities": ["running"]}, "not a valid choice"),
    ],
)
def test_a_mistake_is_named_beside_its_field_and_the_rest_is_kept(app, browser_of, fields, words):
    answer = browser_of("ben").submit("/my-profile/edit", story="A whole new story", **fields)

    assert answer.status_code == 422
    assert words in answer.text
    assert "A whole new story" in answer.text
    assert "<title>Error: " in answer.text
    assert f'href="#{next(iter(fields))}"' in answer.text
    assert stored(app).story == "I **cook** for friends of friends."


def test_a_rule_that_refuses_speaks_beside_the_field(app, browser_of):
    answer = browser_of("ben").submit("/my-profile/edit", craft="fitness", story="I run now.")

    assert answer.status_code == 409
    assert "Pause them first." in answer.text
    assert "I run now." in answer.text
    with app.app_context():
        assert only_offer().profile.craft.slug == "cooking"


def test_seven_specialities_are_too_many(browser_of):
    ben = browser_of("ben")
    shown = ben.get("/my-profile/edit").text
    every = [word.split('"')[0] for word in shown.split('name="specialities" value="')[1:]]

    answer = ben.submit("/my-profile/edit", specialities=every[:7])

    assert answer.status_code == 422
    assert "Choose at most 6" in answer.text


def test_ben_pauses_and_comes_back(browser_of):
    ben, visitor = browser_of("ben"), browser_of(None)

    ben.submit("/my-profile/", action="/my-profile/pause")
    assert visitor.get("/pro/ben-keller").status_code == 404
    assert "Only you see this page" in ben.get("/pro/ben-keller").text

    ben.submit("/my-profile/", action="/my-profile/publish")
    assert visitor.get("/pro/ben-keller").status_code == 200


def test_publishing_a_profile_without_an_offer_is_refused_in_words(browser_of, offer_path):
    ben = browser_of("ben")
    ben.submit("/my-profile/", action="/my-profile/pause")
    ben.submit("/my-profile/", action=f"{offer_path}/pause")

    answer = ben.submit("/my-profile/", action="/my-profile/publish")

    assert "Add an offer first, then publish." in ben.follow(answer).text


# Offers


def test_ben_adds_an_offer_as_a_draft_and_publishes_it_with_its_allergens(app, browser_of, done):
    done(lambda person: make_known(person("ben")))
    ben = browser_of("ben")

    answer = ben.submit("/my-profile/offers/new", **NEW_OFFER)

    assert "Your offer is saved." in ben.follow(answer).text
    draft = stored(app, Offer)
    assert (draft.state, draft.price_minor) == (Publication.DRAFT, 1250)
    answer = ben.submit(
        f"/my-profile/offers/{draft.public_id}",
        **{**ALL_NO, "allergen_milk": "may", "food_rules_kept": "y", "then": "publish"},
    )
    assert "Your offer is public" in ben.follow(answer).text
    assert stored(app, Offer).allergens["milk"] == "may"


def test_what_is_missing_to_publish_is_said_beside_the_question(app, browser_of):
    ben = browser_of("ben")
    ben.submit("/my-profile/offers/new", **NEW_OFFER)
    path = f"/my-profile/offers/{stored(app, Offer).public_id}"

    answer = ben.submit(path, allergen_gluten="yes", title="Monday lunch", then="publish")

    assert answer.status_code == 409
    assert "13 are still open" in answer.text
    assert 'href="#allergen_crustaceans"' in answer.text
    assert 'href="#food_rules_kept"' in answer.text, "everything that lacks is said at once"
    assert stored(app, Offer).title == "Monday lunch", "the draft is kept"

    answer = ben.submit(path, **ALL_NO, then="publish")
    assert answer.status_code == 409
    assert 'href="#food_rules_kept"' in answer.text


def test_a_new_offer_that_lacks_answers_is_kept_as_a_draft(app, browser_of):
    ben = browser_of("ben")

    answer = ben.submit("/my-profile/offers/new", **{**NEW_OFFER, "then": "publish"})

    assert "14 are still open" in ben.follow(answer).text
    assert count(app, Offer) == 2


def test_a_contradiction_is_told_in_the_language_of_the_page(browser_of, offer_path):
    answer = browser_of("ben").submit(offer_path, diets=["vegan"], allergen_eggs="yes")

    assert answer.status_code == 409
    assert "“vegan” and “Eggs” do not go together." in answer.text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"title": ""}, "Give it a name people understand."),
        ({"title": "x" * 91}, "90"),
        ({"price": ""}, "Write a price; 0 when it is free."),
        ({"price": "  "}, "Write a price; 0 when it is free."),
        ({"price": "cheap"}, "Write a sum like 28 or 28.50."),
        ({"price": "-5"}, "Write a sum like 28 or 28.50."),
        ({"price": "99999999999"}, "Write a sum like 28 or 28.50."),
        ({"place_mode": None}, "Choose where it happens."),
        ({"place_mode": "moon"}, "Not a valid choice."),
        ({"seats_least": "0"}, "Between 1 and 100."),
        ({"seats_most": "many"}, "Write a number."),
        ({"duration_minutes": "7"}, "Not a valid choice."),
        ({"price_unit": "dozen"}, "Not a valid choice."),
        ({"allergen_milk": "sure"}, "Not a valid choice."),
    ],
)
def test_a_mistake_in_an_offer_is_named_and_the_rest_is_kept(app, browser_of, fields, words):
    answer = browser_of("ben").submit(
        "/my-profile/offers/new",
        **{**NEW_OFFER, "then": "publish", "description": "Four courses", **fields},
    )

    assert answer.status_code == 422
    assert words in answer.text
    assert "Four courses" in answer.text
    assert f'href="#{next(iter(fields))}"' in answer.text
    assert count(app, Offer) == 1


def test_more_at_least_than_at_most_is_refused(browser_of, offer_path):
    answer = browser_of("ben").submit(offer_path, seats_least="5", seats_most="2")

    assert answer.status_code == 409
    assert "The smallest number of people is larger than the largest." in answer.text


def test_an_offer_sent_twice_is_made_once(app, browser_of):
    ben = browser_of("ben")
    form = next(f for f in forms_in(ben.get("/my-profile/offers/new").text) if "title" in f.fields)
    sent = {**form.values, **NEW_OFFER}

    for _ in range(2):
        ben.client.post("/en/my-profile/offers/new", base_url=ADDRESS, data=sent)

    assert count(app, Offer) == 2


# Naughty strings


@pytest.mark.parametrize("text", NAUGHTY.values(), ids=NAUGHTY)
def test_whatever_is_typed_into_a_profile_does_no_harm(browser_of, text):
    ben = browser_of("ben")
    names = ("headline", "story", "favourites", "town", "travel_km", "address", "credential")
    for name in names:
        assert ben.submit("/my-profile/edit", **{name: text}).status_code in (303, 400, 422)

    assert dangers_in(ben.get("/my-profile/edit").text) == []
    assert dangers_in(browser_of(None).get("/pro/ben-keller").text) == []


@pytest.mark.parametrize("text", NAUGHTY.values(), ids=NAUGHTY)
def test_whatever_is_typed_into_an_offer_does_no_harm(browser_of, offer_path, text):
    ben = browser_of("ben")
    for name in ("title", "description", "price", "seats_least", "place_mode", "allergen_milk"):
        assert ben.submit(offer_path, **{name: text}).status_code in (303, 400, 422)

    assert dangers_in(ben.get(offer_path).text) == []
    assert dangers_in(browser_of(None).get("/pro/ben-keller").text) == []


@pytest.mark.parametrize("path", ["/pro/%00", "/pro/ben-keller?offer=%00", "/search?q=%00"])
def test_no_address_holds_a_nul(browser_of, path):
    assert browser_of(None).get(path).status_code == 404


# Pictures


def test_ben_shows_a_picture_heavier_than_any_other_form_may_be(app, browser_of, offer_path):
    ben = browser_of("ben")

    answer = upload(ben, f"{offer_path}/picture", photo(padding=2 * 1024 * 1024), alt="Tomatoes")

    assert "Your picture is saved." in ben.follow(answer).text
    assert 'alt="Tomatoes"' in browser_of(None).get("/pro/ben-keller").text


def test_ben_takes_his_picture_away(app, browser_of):
    ben = browser_of("ben")
    upload(ben, "/my-profile/picture", photo())
    assert count(app, Picture) == 1

    ben.submit("/my-profile/picture", action="/my-profile/picture/drop")

    assert count(app, Picture) == 0


@pytest.mark.parametrize(
    ("content", "status", "words"),
    [
        (b"", 409, "We take pictures as"),
        (b"no picture at all", 409, "We take pictures as"),
        (photo()[:200], 409, "This file is damaged"),
        (photo().ljust(LARGEST_BYTES + 1, b"\0"), 409, "This file is larger than 12 MB."),
    ],
    ids=["empty", "text", "broken", "heavy"],
)
def test_a_picture_that_cannot_be_taken_is_refused_beside_the_field(
    app, browser_of, content, status, words
):
    answer = upload(browser_of("ben"), "/my-profile/picture", content, alt="My kitchen")

    assert answer.status_code == status
    assert words in answer.text
    assert 'href="#picture"' in answer.text
    assert "My kitchen" in answer.text
    assert count(app, Picture) == 0


def test_a_form_without_a_picture_asks_for_one(browser_of):
    answer = upload(browser_of("ben"), "/my-profile/picture", b"", file_name="")

    assert answer.status_code == 422
    assert "Choose a picture." in answer.text


@pytest.mark.parametrize(
    ("path", "size"),
    [("/my-profile/picture", LARGEST_BYTES + 100_000), ("/my-profile/edit", 1_100_000)],
)
def test_what_is_far_too_large_is_answered_in_kind_words(browser_of, path, size):
    ben = browser_of("ben")

    answer = ben.client.post(f"/en{path}", base_url=ADDRESS, data=b"x" * size)

    assert answer.status_code == 413
    assert "This is too large" in answer.text
