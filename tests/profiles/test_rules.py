import pytest

from pro_am.profiles import rules
from pro_am.profiles.rules import ALLERGENS, Answer, OfferFacts, PlaceMode, PriceUnit

NONE_OF_THEM = dict.fromkeys(ALLERGENS, Answer.NO)


def offer(**differences):
    """A food offer that may be published, but for the differences."""
    facts = {
        "is_food": True,
        "is_regulated": False,
        "has_verified_credential": False,
        "price_minor": 2500,
        "allergens": NONE_OF_THEM,
        "diets": frozenset(),
        "food_rules_kept": True,
    }
    return OfferFacts(**{**facts, **differences})


@pytest.mark.parametrize(
    "differences",
    [
        {},
        {"allergens": dict.fromkeys(ALLERGENS, Answer.MAYBE)},
        {"is_food": False, "allergens": {}, "food_rules_kept": False},
        {"is_food": False, "is_regulated": True, "price_minor": 0, "allergens": {}},
        {"is_food": False, "is_regulated": True, "has_verified_credential": True},
    ],
)
def test_an_offer_that_says_all_it_must_may_be_published(differences):
    rules.check_publishable(offer(**differences))


@pytest.mark.parametrize(
    ("differences", "refusal"),
    [
        ({"allergens": {}}, rules.AllergensUnanswered),
        ({"allergens": {**NONE_OF_THEM, "milk": ""}}, rules.AllergensUnanswered),
        ({"allergens": {**NONE_OF_THEM, "milk": "perhaps"}}, rules.AllergensUnanswered),
        ({"food_rules_kept": False}, rules.SafetyNotAcknowledged),
        ({"is_regulated": True}, rules.CredentialNeeded),
        ({"is_regulated": True, "price_minor": 1}, rules.CredentialNeeded),
    ],
)
def test_an_offer_that_lacks_something_stays_a_draft(differences, refusal):
    with pytest.raises(refusal):
        rules.check_publishable(offer(**differences))


def test_the_refusal_counts_the_questions_that_are_open():
    with pytest.raises(rules.AllergensUnanswered, match="12 are still open"):
        rules.check_publishable(offer(allergens={"milk": "no", "eggs": "may"}))


@pytest.mark.parametrize(
    ("diet", "allergen", "answer", "go_together"),
    [
        ("vegan", "eggs", Answer.YES, False),
        ("vegan", "eggs", Answer.MAYBE, True),
        ("vegetarian", "fish", Answer.YES, False),
        ("vegetarian", "eggs", Answer.YES, True),
        ("gluten-free", "gluten", Answer.YES, False),
        ("gluten-free", "gluten", Answer.MAYBE, False),
        ("gluten-free", "gluten", Answer.NO, True),
        ("lactose-free", "milk", Answer.MAYBE, False),
        ("halal", "fish", Answer.YES, True),
    ],
)
def test_a_diet_is_not_claimed_against_an_allergen(diet, allergen, answer, go_together):
    offered = offer(diets=frozenset({diet}), allergens={**NONE_OF_THEM, allergen: answer})

    if go_together:
        rules.check_publishable(offered)
    else:
        with pytest.raises(rules.DietContradicted):
            rules.check_publishable(offered)


@pytest.mark.parametrize(
    ("place_mode", "travel_km", "refused"),
    [
        (PlaceMode.HOST, None, True),
        (PlaceMode.DELIVERED, None, True),
        (PlaceMode.HOST, 5, False),
        (PlaceMode.PROVIDER, None, False),
        (PlaceMode.REMOTE, None, False),
    ],
)
def test_who_goes_to_people_says_how_far(place_mode, travel_km, refused):
    if not refused:
        rules.check_travel(place_mode, travel_km)
        rules.check_radius(travel_km, [place_mode])
        return
    with pytest.raises(rules.TravelWithoutRadius):
        rules.check_travel(place_mode, travel_km)
    with pytest.raises(rules.RadiusInUse):
        rules.check_radius(travel_km, [PlaceMode.REMOTE, place_mode])


@pytest.mark.parametrize(
    ("unit", "price", "people", "minutes", "total"),
    [
        (PriceUnit.PERSON, 2500, 4, 120, 10000),
        (PriceUnit.SESSION, 2500, 4, 120, 2500),
        (PriceUnit.HOUR, 2500, 4, 120, 5000),
        (PriceUnit.HOUR, 2500, 4, 90, 3750),
        (PriceUnit.HOUR, 1001, 1, 30, 501),
        (PriceUnit.PERSON, 0, 4, 120, 0),
    ],
)
def test_the_total_follows_the_unit(unit, price, people, minutes, total):
    assert rules.total_minor(unit, price, people=people, minutes=minutes) == total


@pytest.mark.parametrize(
    ("text", "favourites"),
    [
        ("", []),
        (" , ;; \n", []),
        ("tomatoes, Basil, tomatoes", ["tomatoes", "Basil"]),
        ("Basil; basil;BASIL", ["Basil"]),
        ("crème   fraîche\nœufs", ["crème fraîche", "œufs"]),
        ("x" * 50, ["x" * 40]),
        (",".join("abcdefghij"), list("abcdefgh")),
    ],
)
def test_favourites_are_the_words_between_commas_once_each(text, favourites):
    assert rules.favourites_from(text) == favourites
