"""Home, the public profile, how trust works, and a first offer from beginning to end."""

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.availability.models import Calendar
from pro_am.foundation import jobs
from pro_am.foundation.database import Model, db, transaction
from pro_am.foundation.web.languages import LANGUAGES
from pro_am.operations.drills.hostile.pages import dangers_in, forms_in
from pro_am.operations.drills.hostile.samples import NAUGHTY
from pro_am.profiles import actions as profiles
from pro_am.profiles.models import Offer, Profile
from pro_am.profiles.rules import ALLERGENS, Publication
from pro_am.profiles.starting_crafts import STARTING_CRAFTS
from pro_am.search import actions as search
from tests.factories import free_starts, make_booking, make_known, make_pro_am, only_offer
from tests.support.browser import ADDRESS

BEN = "/pro/ben-keller"
START = "/start-offering"
SIX_ANSWERS = {
    "craft": "fitness",
    "title": "A first run together",
    "town": "Nantes",
    "place_mode": "provider",
    "price": "0",
    "days": ["5", "6"],
}
FROM_TEN_TO_NOON = {"start": "10:00", "end": "12:00"}


def newest_offer(app):
    with app.app_context():
        offer = db.session.scalars(select(Offer).order_by(Offer.id.desc())).first()
        return offer.public_id, offer.state


def everything(app):
    """All rows of all tables, but the sessions, which note when they were last seen."""
    with app.app_context():
        return {
            name: db.session.execute(table.select()).all()
            for name, table in Model.metadata.tables.items()
            if name != "sessions"
        }


# Around the site


@pytest.mark.parametrize(
    ("asked", "language"), [("fr-FR,fr;q=0.9", "fr"), ("en-GB", "en"), ("de", "fr"), ("", "fr")]
)
def test_the_front_door_leads_to_the_language_of_the_browser(browser_of, asked, language):
    answer = browser_of(None).get("/", headers={"Accept-Language": asked})

    assert answer.location == f"/{language}/"
    assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.parametrize("path", ["/", "/how-it-works", BEN])
@pytest.mark.parametrize("name", [None, "ana", "ben"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_open_pages_greet_everybody_in_both_languages(browser_of, path, name, language):
    answer = browser_of(name, language).get(f"/{language}{path}")

    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert answer.text.count("<h1") == 1


def test_looking_changes_nothing(app, browser_of):
    own_offer = f"/my-profile/offers/{newest_offer(app)[0]}"
    paths = ["/en/", "/how-it-works", BEN, START, "/my-profile/", "/my-profile/edit", own_offer]
    paths += ["/my-profile/picture", "/my-profile/offers/new", "/my-calendar/", "/my-calendar/days"]
    ben, visitor = browser_of("ben"), browser_of(None)
    before = everything(app)

    for path in paths:
        assert ben.get(path).status_code < 400
        visitor.get(path)

    assert everything(app) == before


def test_home_shows_who_is_there(app, browser_of):
    with app.app_context():
        search.rebuild()

    page = browser_of(None).get("/en/").text

    assert "Dinner at my table" in page
    assert "Nantes" in page


def test_home_invites_to_open_a_craft_that_nobody_offers_yet(app, browser_of):
    with app.app_context():
        search.rebuild()

    page = browser_of(None).get("/en/").text

    assert "1 person offers this" in page
    assert "0 people" not in page
    assert page.count("Be the first to offer this") == len(STARTING_CRAFTS) - 1


def test_the_components_are_for_developers(app, browser_of):
    assert browser_of(None).get("/dev/components").status_code == 200

    app.config["ENV"] = "production"
    assert browser_of(None).get("/dev/components").status_code == 404


# The public profile


def test_a_visitor_sees_what_ben_offers_and_when(browser_of):
    page = browser_of(None).get(BEN).text

    assert "Dinner at my table" in page
    assert "€25" in page
    assert "private person" in page
    form = next(form for form in forms_in(page) if "people" in form.fields)
    assert form.action.endswith(f"/book/{newest_id(page)}")
    assert 'value="2030-01-08T17:00Z"' in page, "tomorrow at 18:00 in Paris"
    assert "rue des Cuisiniers" not in page


def newest_id(page):
    return page.split("/book/")[1].split('"')[0]


@pytest.mark.parametrize("path", ["/pro/nobody", "/pro/BEN-KELLER", "/pro/ben-keller/nothing"])
def test_nobody_is_nowhere(browser_of, path):
    assert browser_of(None).get(path).status_code == 404


def test_a_draft_is_seen_by_its_owner_alone(app, browser_of, people):
    with app.test_request_context("/en/"):
        make_pro_am(db.session.get_one(Member, people["cleo"]), published=False)

    assert browser_of(None).get("/pro/cleo-petit").status_code == 404
    assert browser_of("ben").get("/pro/cleo-petit").status_code == 404
    own = browser_of("cleo").get("/pro/cleo-petit")
    assert "Only you see this page" in own.text
    assert "Nothing can be booked here at the moment." in own.text


def test_a_time_that_is_taken_is_not_shown(app, browser_of, people):
    with app.test_request_context("/en/"):
        start = free_starts(only_offer())[0]
        make_booking(db.session.get_one(Member, people["ana"]), only_offer())

    page = browser_of(None).get(BEN).text

    assert f'value="{start:%Y-%m-%dT%H:%MZ}"' not in page


def test_one_looks_from_week_to_week(browser_of):
    visitor = browser_of(None)
    first = visitor.get(BEN).text
    later = first.split('aria-label="Later days"')[0].rsplit('href="', 1)[1].split('"')[0]

    second = visitor.get(later.replace("&amp;", "&").split("#")[0]).text

    assert 'value="2030-01-13T17:00Z"' in second
    assert 'value="2030-01-08T17:00Z"' not in second
    assert 'aria-label="Earlier days"' in second


@pytest.mark.parametrize("day", ["2030-01-01", "2090-01-01", "soon", "0000-00-00", "9999-12-31"])
def test_a_day_that_makes_no_sense_shows_the_first_free_ones(browser_of, day):
    page = browser_of(None).get(f"{BEN}?from={day}&offer=unknown")

    assert page.status_code == 200
    assert 'value="2030-01-08T17:00Z"' in page.text


def test_of_several_offers_one_is_chosen(app, browser_of, people):
    visitor = browser_of(None)
    with app.test_request_context("/en/"):
        dinner = only_offer()
        facts = ("description", "place_mode", "currency", "price_unit", "seats_least")
        facts += ("seats_most", "slot_step_minutes", "allergens", "diets", "food_rules_kept")
        lunch = profiles.create_offer(
            dinner.profile,
            profiles.OfferText(
                title="A long lunch",
                price_minor=1800,
                duration_minutes=240,
                **{name: getattr(dinner, name) for name in facts},
            ),
            idempotency_key="lunch",
        )
        make_known(dinner.profile.member)
        profiles.publish_offer(lunch)
        lunch_id = lunch.public_id

    page = visitor.get(f"{BEN}?offer={lunch_id}").text

    assert f"/book/{lunch_id}" in page
    assert 'value="2030-01-08T18:00Z"' in page, "from 19 to 23"
    assert 'value="2030-01-08T18:30Z"' not in page, "it would end after closing"


def test_who_has_no_time_says_so_and_others_are_offered(app, browser_of):
    with app.app_context(), transaction():
        db.session.scalars(select(Calendar)).one().windows = []

    page = browser_of(None).get(BEN).text

    assert "Ben has no free time" in page
    assert "Others near Nantes" in page


def test_somebody_elsewhere_is_told_whose_clock_it_is(app, browser_of, people):
    assert "Times are those of" not in browser_of("ana").get(BEN).text
    with app.app_context(), transaction():
        db.session.get_one(Member, people["ana"]).time_zone = "America/Montreal"

    assert "Times are those of Paris." in browser_of("ana").get(BEN).text


# A first offer


def test_a_visitor_signs_in_first(browser_of):
    answer = browser_of(None).get(START)

    assert "/account/sign-in" in answer.location
    assert "start-offering" in answer.location


def test_six_answers_make_a_free_session_that_people_find_and_book(app, browser_of):
    cleo = browser_of("cleo")

    answer = cleo.submit(START, **SIX_ANSWERS, **FROM_TEN_TO_NOON)

    assert "Your offer is public" in cleo.follow(answer).text
    page = browser_of(None).get("/pro/cleo-petit").text
    assert "A first run together" in page
    assert 'value="2030-01-12T09:00Z"' in page, "Saturday at 10:00 in Paris"
    with app.app_context():
        jobs.run_due()
    assert "A first run together" in browser_of("ana").get("/search?q=run&where=Nantes").text


def test_a_dinner_takes_one_more_page_for_its_allergens(app, browser_of):
    cleo = browser_of("cleo")

    answer = cleo.submit(
        START, **{**SIX_ANSWERS, "craft": "cooking", "title": "Sunday lunch", "price": "14"}
    )

    public_id, state = newest_offer(app)
    assert state is Publication.DRAFT
    assert answer.location.endswith(f"/my-profile/offers/{public_id}")
    assert browser_of(None).get("/pro/cleo-petit").status_code == 404
    answers = {f"allergen_{slug}": "no" for slug in ALLERGENS}
    answer = cleo.submit(
        f"/my-profile/offers/{public_id}", **answers, food_rules_kept="y", then="publish"
    )
    assert "Your offer is public" in cleo.follow(answer).text
    assert "Sunday lunch" in browser_of(None).get("/pro/cleo-petit").text


def test_a_paid_session_waits_for_a_steward(app, browser_of):
    cleo = browser_of("cleo")

    answer = cleo.submit(START, **{**SIX_ANSWERS, "price": "20"})

    assert newest_offer(app)[1] is Publication.DRAFT
    cleo.follow(answer)
    assert "a steward has to see your diploma" in cleo.get("/my-profile/").text


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"craft": None}, "Choose one."),
        ({"craft": "alchemy"}, "Not a valid choice."),
        ({"title": " "}, "Give it a name people understand."),
        ({"town": ""}, "Say which town you are in."),
        ({"town": "Xyzzyville"}, "We know no town of this name."),
        ({"place_mode": None}, "Choose where it happens."),
        ({"price": ""}, "Write a price; 0 when it is free."),
        ({"price": "a lot"}, "Write a sum like 28 or 28.50."),
        ({"days": None}, "Choose at least one day."),
        ({"days": ["7"]}, "not a valid choice"),
        ({"start": ""}, "Write a time like 18:30."),
        ({"end": "late"}, "Write a time like 18:30."),
    ],
)
def test_a_missing_answer_is_asked_for_and_the_others_are_kept(app, browser_of, fields, words):
    answer = browser_of("cleo").submit(START, **{**SIX_ANSWERS, **fields})

    assert answer.status_code == 422
    assert words in answer.text
    assert f'href="#{next(iter(fields))}"' in answer.text
    assert "title" in fields or "A first run together" in answer.text
    assert "days" in fields or 'value="5" checked' in answer.text
    with app.app_context():
        assert len(db.session.scalars(select(Profile)).all()) == 1


def test_a_first_offer_sent_twice_is_made_once(app, browser_of):
    cleo = browser_of("cleo")
    form = next(form for form in forms_in(cleo.get(START).text) if "days" in form.fields)

    for _ in range(2):
        cleo.client.post(f"/en{START}", base_url=ADDRESS, data={**form.values, **SIX_ANSWERS})

    with app.app_context():
        for model in (Profile, Offer, Calendar):
            assert len(db.session.scalars(select(model)).all()) == 2, "Ben's and Cleo's"


def test_who_offers_already_is_led_to_their_profile(browser_of):
    assert browser_of("ben").get(START).location.endswith("/my-profile/")


@pytest.mark.parametrize("text", NAUGHTY.values(), ids=NAUGHTY)
def test_whatever_is_typed_into_a_first_offer_does_no_harm(browser_of, text):
    cleo = browser_of("cleo")
    for name in ("title", "town", "price", "start", "days", "craft"):
        answer = cleo.submit(START, **{**SIX_ANSWERS, "place_mode": None, name: text})
        assert answer.status_code in (400, 422)
        assert dangers_in(answer.text) == []


def test_hours_past_midnight_end_the_next_day(app, browser_of):
    answer = browser_of("cleo").submit(
        START, **{**SIX_ANSWERS, "days": ["4"]}, start="23:00", end="2:00"
    )

    assert answer.status_code == 303
    page = browser_of(None).get("/pro/cleo-petit").text
    assert 'value="2030-01-11T22:00Z"' in page
    assert 'value="2030-01-11T23:00Z"' in page, "midnight in Paris, until two"
