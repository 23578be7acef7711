"""Any combination of filters finds, and counts, what a look at every offer in the database does."""

from collections import Counter

import pytest
from sqlalchemy import select

from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.media.models import Picture
from pro_am.media.rules import PictureState
from pro_am.profiles.models import Profile
from pro_am.profiles.rules import PlaceMode
from pro_am.search import actions, results
from pro_am.search.engines.memory import MemoryEngine
from pro_am.search.rules.documents import ingredient
from pro_am.search.views import search_form
from pro_am.search.visitors import Visitor
from pro_am.standing import actions as standing
from pro_am.standing.actions import ScoreFacts
from pro_am.standing.rules import ReviewedAs
from tests.search.brute_force import FAVOURITES, any_wishes, everything_known
from tests.search.conftest import query_string
from tests.search.offers import seeded

QUERIES = 500
LOWS = (None, 0.31, 0.52, 0.55, 0.599, 0.694, 0.7, 0.83)


@pytest.fixture
def community(app, market, engine):
    """The market, some of it trusted, with photos and favourites, in the index of an engine."""
    rng = seeded(3)
    with app.app_context():
        with transaction():
            profiles = db.session.scalars(select(Profile).order_by(Profile.id)).all()
            for profile in profiles:
                profile.favourites = rng.sample(FAVOURITES, rng.randint(0, 2))
                profile.picture_id = _picture(profile) if rng.random() < 0.5 else None
            standing.write_down(
                {}, [_score(each, rng.choice(LOWS)) for each in profiles], version=""
            )
        app.config["SEARCH"] = "postgresql" if engine == "postgresql" else "whoosh"
        app.extensions.pop("pro_am_search", None)
        if engine == "memory":
            app.extensions["pro_am_search"] = MemoryEngine()
        actions.rebuild()
        return everything_known()


def _picture(profile):
    picture = Picture(
        public_id=f"picture{profile.id}",
        owner_id=profile.member_id,
        width=400,
        height=300,
        alt="",
        bytes=1,
        state=PictureState.READY,
        created_at=clock.now(),
    )
    db.session.add(picture)
    db.session.flush()  # for its id
    return picture.id


def _score(profile, low):
    return ScoreFacts(
        profile.member_id,
        ReviewedAs.PROVIDER,
        score=None if low is None else 90,
        low=low,
        high=None if low is None else 0.95,
        evidence=5.0,
        parts={},
        moved_most=[],
    )


@pytest.mark.parametrize(
    ("app", "engine"),
    [("sqlite", "whoosh"), ("sqlite", "memory"), ("postgresql", "postgresql")],
    indirect=["app"],
)
def test_any_combination_finds_and_counts_as_a_look_at_every_offer_does(app, community, engine):
    rng = seeded(1)
    sizes = []
    for _ in range(QUERIES):
        wishes = any_wishes(rng)

        with app.test_request_context(f"/en/search?{query_string(**wishes)}"):
            found = results.find(search_form(), visitor=Visitor("a day"))
            counted = results.tally(found)

        assert sorted(found.offers) == wanted(community, wishes), wishes
        assert counted.offers == len(found.offers)
        sizes.append(len(found.offers))
        if not wishes["day"]:  # with a day, only those who are free then are counted
            assert counts_of(counted) == counts_by_hand(community, wishes), wishes
    assert sizes.count(0) < QUERIES * 0.6  # so that the comparison says something
    assert max(sizes) > 15


def wanted(known, wishes):
    return [each.offer.id for each in known if each.is_wanted(wishes)]


def counts_of(counted):
    """What a tally says, by field of the form; nobody is 0."""
    return {
        "craft": dict(counted.craft),
        "place": {mode.value: count for mode, count in counted.place_mode.items()},
        "speciality": dict(counted.speciality),
        "speaks": dict(counted.spoken),
        "ingredient": dict(counted.ingredient),
        "trust": {str(step): count for step, count in counted.trust.items()},
        "diet": dict(counted.diet),
        "instant": counted.at_once,
        "photo": counted.with_picture,
    }


def counts_by_hand(known, wishes):
    def left(name, choice):
        return len(wanted(known, wishes | {name: choice}))

    def counts(name, values):
        return {value: n for value in values if (n := left(name, [value]))}

    found = [each for each in known if each.is_wanted(wishes)]
    specialities = {each.slug for one in known for each in one.profile.specialities}
    points = {step: left("trust", step) for step in ("50", "60", "70", "80")}
    return {
        "craft": counts("craft", ("cooking", "fitness")),
        "place": counts("place", [mode.value for mode in PlaceMode]),
        "speciality": counts("speciality", specialities),
        "speaks": counts("speaks", {code for one in known for code in one.profile.languages}),
        "ingredient": {
            ingredient(name): n for name in FAVOURITES if (n := left("ingredient", [name]))
        },
        "trust": {step: n for step, n in points.items() if n},
        "diet": dict(Counter(diet for one in found for diet in one.offer.diets)),
        "instant": left("instant", "y"),
        "photo": left("photo", "y"),
    }
