"""Pure: the words of profiles and offers, and what each needs before people can book it."""

import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.profiles.rules.craft_fields import MustBeAnswered


class PlaceMode(enum.StrEnum):
    PROVIDER = "provider"  # at the pro-am's
    HOST = "host"  # at the host's
    DELIVERED = "delivered"
    REMOTE = "remote"


class PriceUnit(enum.StrEnum):
    PERSON = "person"
    SESSION = "session"
    HOUR = "hour"
    WEEK = "week"  # of a programme, and of nothing else


class Publication(enum.StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    PAUSED = "paused"
    WITHDRAWN = "withdrawn"  # profiles only, by those who run the community


@dataclass(frozen=True)
class OwnLimits:
    """How an offer is booked, where it differs from its calendar; None: as that says.

    `cancel_notice_minutes` and the like are how long before the start a host may still do so by
    themselves; None: until it begins. Without a cancellation policy it has the flexible one.
    """

    buffer_before_minutes: int | None = None
    buffer_after_minutes: int | None = None
    travel_buffer_minutes: int | None = None
    notice_minutes: int | None = None
    horizon_days: int | None = None
    most_a_day: int | None = None
    cancel_notice_minutes: int | None = None
    reschedule_notice_minutes: int | None = None
    cancellation_policy: str | None = None
    asks_start_code: bool = False


class Answer(enum.StrEnum):
    """Whether a dish holds an allergen."""

    YES = "yes"
    MAYBE = "may"
    NO = "no"


TRAVELLING = {PlaceMode.HOST, PlaceMode.DELIVERED}
PLACE_MODES = {
    PlaceMode.PROVIDER: mark("at the pro-am’s place"),
    PlaceMode.HOST: mark("at your place"),
    PlaceMode.DELIVERED: mark("delivered"),
    PlaceMode.REMOTE: mark("online"),
}
PRICE_UNITS = {
    PriceUnit.PERSON: mark("per person"),
    PriceUnit.SESSION: mark("per session"),
    PriceUnit.HOUR: mark("per hour"),
    PriceUnit.WEEK: mark("a week"),
}
PUBLICATIONS = {
    Publication.DRAFT: mark("draft"),
    Publication.PUBLISHED: mark("published"),
    Publication.PAUSED: mark("paused"),
    Publication.WITHDRAWN: mark("withdrawn"),
}

# The fourteen of Regulation (EU) No 1169/2011, Annex II, in its order.
ALLERGENS = {
    "gluten": mark("Gluten"),
    "crustaceans": mark("Crustaceans"),
    "eggs": mark("Eggs"),
    "fish": mark("Fish"),
    "peanuts": mark("Peanuts"),
    "soya": mark("Soya"),
    "milk": mark("Milk"),
    "nuts": mark("Nuts"),
    "celery": mark("Celery"),
    "mustard": mark("Mustard"),
    "sesame": mark("Sesame"),
    "sulphites": mark("Sulphites"),
    "lupin": mark("Lupin"),
    "molluscs": mark("Molluscs"),
}
DIETS = {
    "vegetarian": mark("vegetarian"),
    "vegan": mark("vegan"),
    "pescatarian": mark("pescatarian"),
    "gluten-free": mark("gluten-free"),
    "lactose-free": mark("lactose-free"),
    "halal": mark("halal"),
    "kosher": mark("kosher"),
}
SPOKEN = {
    "fr": mark("French"),
    "en": mark("English"),
    "es": mark("Spanish"),
    "it": mark("Italian"),
    "de": mark("German"),
    "pt": mark("Portuguese"),
    "ar": mark("Arabic"),
    "br": mark("Breton"),
    "pl": mark("Polish"),
    "tr": mark("Turkish"),
    "vi": mark("Vietnamese"),
    "zh": mark("Chinese"),
    "lsf": mark("French Sign Language"),
}

# What a food offer cannot claim while it holds the allergen for sure.
CONTRADICTIONS = {
    "vegan": {"crustaceans", "eggs", "fish", "milk", "molluscs"},
    "vegetarian": {"crustaceans", "fish", "molluscs"},
    "gluten-free": {"gluten"},
    "lactose-free": {"milk"},
}
# Diets kept for the health of the guest: a trace is too much for them.
STRICT_DIETS = {"gluten-free", "lactose-free"}

INSTANT_NOTICE_MINUTES = 24 * 60  # until the pro-am says otherwise
MOST_FAVOURITES = 8
MOST_SPECIALITIES = 6


class AllergensUnanswered(Refusal):
    message = mark("Answer for every allergen before you publish: %(count)s are still open.")
    field = "allergens"


class DietContradicted(Refusal):
    message = mark("“%(diet)s” and “%(allergen)s” do not go together. Change one of the two.")
    field = "diets"


class SafetyNotAcknowledged(Refusal):
    message = mark("Please confirm that you keep the rules for food before you publish.")
    field = "food_rules_kept"


class CredentialNeeded(Refusal):
    message = mark(
        "Paid coaching of this kind is regulated: a steward has to see your diploma first. "
        "Free sessions can be published now."
    )
    field = "price"


class OwnCredential(Refusal):
    message = mark("Nobody verifies their own diploma: ask another steward.")


class NoCredential(Refusal):
    message = mark("This profile names no diploma.")


class PlaceLeftOpen(Refusal):
    message = mark("Say where it happens.")
    field = "place_mode"


class PriceLeftOpen(Refusal):
    message = mark("Say what it costs; 0 when it is free.")
    field = "price"


class NoHeadline(Refusal):
    message = mark("Say in one sentence on your profile what people get from you.")
    field = "headline"


class CraftRetired(Refusal):
    message = mark("This community takes no new offers of this kind any more.")


class NothingToPublish(Refusal):
    message = mark("Add an offer first, then publish.")


class Withdrawn(Refusal):
    message = mark(
        "Those who run this community have withdrawn this profile. Once they show it again, it is"
        " yours to pause and publish."
    )


class NotShown(Refusal):
    message = mark("This profile is not public, so there is nothing to withdraw.")


class NoReason(Refusal):
    message = mark("Write the reason: the person will read it.")
    field = "why"


class TravelWithoutRadius(Refusal):
    message = mark("Say how far you travel first: your profile has a line for it.")
    field = "place_mode"


class RadiusInUse(Refusal):
    message = mark("You have offers for which you travel: say how far, in kilometres.")
    field = "travel_km"


class CraftInUse(Refusal):
    message = mark("Your public offers belong to this craft. Pause them first.")
    field = "craft"


class CredentialInUse(Refusal):
    message = mark(
        "Your paid offers are public because a steward has seen this diploma. Pause them first."
    )
    field = "credential"


class SeatsTurnedRound(Refusal):
    message = mark("The smallest number of people is larger than the largest.")
    field = "seats_most"


class NotTheirs(Refusal):
    message = mark("Choose specialities of your own craft.")
    field = "specialities"


# What a draft may leave open, each with the words that ask for it.
LEFT_OPEN = (PlaceLeftOpen, PriceLeftOpen)


@dataclass(frozen=True)
class OfferFacts:
    """What decides whether an offer may be published."""

    is_food: bool
    is_regulated: bool
    has_verified_credential: bool
    price_minor: int
    allergens: Mapping[str, str]
    diets: frozenset[str]
    food_rules_kept: bool
    has_headline: bool = True
    left_open: tuple[str, ...] = ()  # questions of the form
    unanswered: tuple[str, ...] = ()  # required questions of the craft, by key


def check_publishable(offer: OfferFacts) -> None:
    for lack in lacks(offer):
        raise lack


def lacks(offer: OfferFacts) -> list[Refusal]:
    """Everything that keeps an offer from being published, in the order of the form."""
    found: list[Refusal] = [] if offer.has_headline else [NoHeadline()]
    found += [refusal() for refusal in LEFT_OPEN if refusal.field in offer.left_open]
    found += [MustBeAnswered(key) for key in offer.unanswered]
    if offer.is_regulated and offer.price_minor > 0 and not offer.has_verified_credential:
        found.append(CredentialNeeded())
    return found + (_food_lacks(offer) if offer.is_food else [])


def _food_lacks(offer: OfferFacts) -> list[Refusal]:
    found: list[Refusal] = []
    unanswered = [name for name in ALLERGENS if offer.allergens.get(name) not in set(Answer)]
    if unanswered:
        found.append(AllergensUnanswered(count=len(unanswered)))
    found += _contradictions(offer.diets, offer.allergens)
    if not offer.food_rules_kept:
        found.append(SafetyNotAcknowledged())
    return found


def check_diets(diets: frozenset[str], allergens: Mapping[str, str]) -> None:
    for contradiction in _contradictions(diets, allergens):
        raise contradiction


def _contradictions(
    diets: frozenset[str], allergens: Mapping[str, str]
) -> Iterator[DietContradicted]:
    for diet in sorted(diets):
        excluded = {Answer.YES, Answer.MAYBE} if diet in STRICT_DIETS else {Answer.YES}
        for allergen in sorted(CONTRADICTIONS.get(diet, ())):
            if allergens.get(allergen) in excluded:
                yield DietContradicted(diet=DIETS[diet], allergen=ALLERGENS[allergen])


def check_headline(headline: str) -> None:
    if not headline.strip():
        raise NoHeadline


def check_verifier(*, member_id: int, steward_id: int) -> None:
    if member_id == steward_id:
        raise OwnCredential


def check_seats(least: int, most: int) -> None:
    if least > most:
        raise SeatsTurnedRound


def check_owner_decides(state: Publication) -> None:
    if state is Publication.WITHDRAWN:
        raise Withdrawn


def check_withdrawal(state: Publication, why: str) -> str:
    """A draft was never shown; a paused profile could be published again at any moment."""
    if state not in (Publication.PUBLISHED, Publication.PAUSED):
        raise NotShown
    if not why.strip():
        raise NoReason
    return why.strip()


def check_travel(place_mode: PlaceMode, travel_km: int | None) -> None:
    if place_mode in TRAVELLING and not travel_km:
        raise TravelWithoutRadius


def check_radius(travel_km: int | None, place_modes: Iterable[PlaceMode]) -> None:
    """A radius stays as long as one of the offers needs it."""
    if not travel_km and not TRAVELLING.isdisjoint(place_modes):
        raise RadiusInUse


def total_minor(
    unit: PriceUnit, price_minor: int, *, people: int, minutes: int, weeks: int | None = None
) -> int:
    """The whole price in minor units; an hourly price is rounded to the nearest unit."""
    if unit is PriceUnit.WEEK:
        return price_minor * (weeks or 1)
    if unit is PriceUnit.PERSON:
        return price_minor * people
    if unit is PriceUnit.HOUR:
        return (price_minor * minutes + 30) // 60
    return price_minor


def favourites_from(text: str) -> list[str]:
    """`tomatoes, Basil, tomatoes` -> `["tomatoes", "Basil"]`: the words between commas, once."""
    seen: dict[str, str] = {}
    for part in text.replace(";", ",").replace("\n", ",").split(","):
        word = " ".join(part.split())[:40]
        if word:
            seen.setdefault(word.casefold(), word)
    return list(seen.values())[:MOST_FAVOURITES]
