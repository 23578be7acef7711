"""While one types, public offers are suggested as they are now, and nothing else ever is."""

import json

import pytest
from sqlalchemy import select

from pro_am.availability import queries as calendars
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.profiles import actions as profiles
from pro_am.profiles.models import Offer, Profile
from pro_am.search.actions import tell, words
from pro_am.search.models import SearchWords
from tests.factories import make_member, make_pro_am, only_offer

PRIVATE = {
    "address": "Impasse Zorglub",
    "credential": "Diplomata",
    "not_offered": "Zeppelins",
    "withdrawn_why": "Quarrelsome",
}

NAUGHTY = (
    *("", " ", "a", "\ud800x", "’’", "%", "_", "(.*)+$", "\u202eabc", "x" * 10_000, "a " * 5000),
    *(
        "🍲🍲",
        "\u200b\u200b",
        "\r\nSet-Cookie: x",
        "'; DROP TABLE offers; --",
        "<script>",
        "{{7*7}}",
    ),
)


@pytest.fixture
def suggest(browser_of):
    """A function from what is typed to labels, of things and people together."""

    def suggest(typed, language="en"):
        visitor = browser_of(None)
        answer = visitor.client.get(f"/{language}/search/suggest", query_string={"q": typed})
        assert answer.status_code == 200
        return [each["label"] for group in json.loads(answer.data).values() for each in group]

    return suggest


@pytest.fixture(params=["changed since", "written down"])
def offer(app, people, request):
    """Ben's, as processes know it at once, and as a worker writes it down."""
    with app.app_context():
        offer_id = only_offer().id
        if request.param == "written down":
            words.write_words()
    return offer_id


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("dinn", "Dinner at my table"),
        ("table", "Dinner at my table"),
        ("BEN", "Ben Keller"),
        ("kell", "Ben Keller"),
        ("toma", "tomatoes"),
        ("cook", "Cooking"),
        ("pâtes", "Fresh pasta"),
        ("pasta fre", "Fresh pasta"),
    ],
)
def test_what_is_public_is_suggested(suggest, offer, typed, label):
    assert label in suggest(typed)


def test_suggestions_lead_where_they_say(browser_of, offer):
    visitor = browser_of(None)
    for typed in ("dinner", "ben", "toma", "fresh", "cooking"):
        found = json.loads(visitor.get(f"/en/search/suggest?q={typed}").data)
        for each in [*found["what"], *found["who"]]:
            assert "Ben" in visitor.get(each["url"]).text
    answer = visitor.get("/en/search/suggest?q=dinner")
    assert answer.headers["Cache-Control"] == "public, max-age=60"


def test_names_are_in_the_reader_s_language(suggest, offer):
    assert "Pâtes fraîches" in suggest("fresh", "fr")


def hide(offer):
    profiles.pause_offer(offer)


def pause_calendar(offer):
    with transaction():
        calendars.calendar_of(offer.profile_id).paused_at = clock.now()
        tell(offer.profile_id)


def say_otherwise(offer):
    with transaction():
        offer.title = "Supper"
        tell(offer.profile_id)


@pytest.mark.parametrize("deed", [hide, pause_calendar, say_otherwise])
def test_what_is_withdrawn_is_gone_at_once(app, suggest, offer, deed):
    assert suggest("dinner")
    with app.app_context():
        deed(db.session.get_one(Offer, offer))

    assert suggest("dinner") == []
    if deed is not say_otherwise:
        assert suggest("ben") == suggest("tomatoes") == suggest("cooking") == []


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize("field", PRIVATE)
def test_nothing_private_is_suggested(app, suggest, offer, field):
    with app.app_context(), transaction():
        profile = db.session.scalars(select(Profile)).one()
        setattr(profile, field, PRIVATE[field])
        tell(profile.id)
        words.write_words()
    for word in PRIVATE[field].split():
        assert suggest(word) == []
        assert suggest(word[:3]) == []
    for word in ("ben@example", "example.org", "ana", "petit", "cleo"):
        assert suggest(word) == []


def test_what_is_written_down_is_of_public_offers_alone(app, people):
    with app.app_context():
        draft = make_pro_am(make_member("Dora Draft"), title="Secret stew", published=False)
        words.write_words()
        kept = db.session.get_one(SearchWords, 1).vocabulary
        from pro_am.search.rules.wording.packed import unpacked

        vocabulary = unpacked(kept)
        assert vocabulary.has("dinner")
        assert not vocabulary.has("stew")
        assert not vocabulary.has("cuisiniers")
        assert b"example" not in vocabulary.words
        assert draft.title.encode() not in vocabulary.what.said


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_whatever_is_typed_gets_an_answer(suggest, people):
    for typed in NAUGHTY:
        assert isinstance(suggest(typed.encode("utf-8", "surrogatepass")), list), typed


def test_people_of_one_name_are_two(app, suggest, people):
    with app.app_context():
        for address in ("first@example.org", "second@example.org"):
            make_pro_am(make_member("Lea Moreau", email=address))
    assert suggest("lea mor") == ["Lea Moreau"] * 2


def test_the_worker_writes_when_something_changed(app, people, time):
    with app.app_context():
        words.write_words_if_due()
        first = db.session.get_one(SearchWords, 1).written_at
        time.forward(minutes=10)
        words.write_words_if_due()
        assert db.session.get_one(SearchWords, 1).written_at == first
        tell(db.session.scalars(select(Profile.id)).one())
        words.write_words_if_due()
        db.session.expire_all()
        assert db.session.get_one(SearchWords, 1).written_at > first


def test_a_vocabulary_of_another_version_is_read_anew(app, suggest, people):
    with app.app_context():
        words.write_words()
        with transaction():
            db.session.get_one(SearchWords, 1).vocabulary = b"of another version"
    assert "Ben Keller" in suggest("ben")
