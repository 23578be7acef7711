"""Searches by chance, and who should be found: a look at every offer in the database.

With other formulas than search has, and without its short cuts.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from math import asin, cos, radians, sin, sqrt
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from pro_am.foundation import places
from pro_am.foundation.database import db
from pro_am.profiles.models import Offer, Profile
from pro_am.profiles.rules import PlaceMode, Publication
from pro_am.standing.models import Score
from pro_am.standing.rules import ReviewedAs
from tests.factories import free_starts
from tests.search.conftest import TOWNS, day_in

PARIS = ZoneInfo("Europe/Paris")
FAVOURITES = ("Beurre salé", "Sarrasin", "Côtes", "Squats")
AREAS = ("47,-2,47.5,-1", "47.2184,-1.56,47.3,-1.5", "48,2,49,3", "-90,-180,90,180", "0,170,9,-170")


def any_wishes(rng):
    def sometimes(value, chance=0.3):
        return value if rng.random() < chance else ""

    def some_of(values, chance):
        return rng.sample(values, rng.randint(1, 2)) if rng.random() < chance else []

    where = sometimes(rng.choice(TOWNS), 0.4)
    return {
        "craft": some_of(["cooking", "fitness"], 0.3),
        "price": sometimes(rng.choice(["0", "10", "24.99", "25", "100"])),
        "place": some_of([mode.value for mode in PlaceMode], 0.3),
        "speciality": some_of(["fresh-pasta", "running", "hiking", "sourdough-bread"], 0.15),
        "ingredient": some_of(["beurre salé", "SARRASIN", "squats"], 0.15),
        "people": sometimes(str(rng.randint(1, 8)), 0.2),
        "trust": sometimes(rng.choice(["50", "60", "70", "80"]), 0.15),
        "speaks": some_of(["fr", "br"], 0.1),
        "instant": sometimes("y", 0.1),
        "photo": sometimes("y", 0.1),
        "diet": rng.sample(["vegan", "halal"], rng.choice([0, 0, 0, 1])),
        "without": rng.sample(["milk", "eggs"], rng.choice([0, 0, 0, 1, 2])),
        "sort": rng.choice(["", "best", "nearest", "price", "soonest", "trust"]),
        "where": where,
        "area": "" if where else sometimes(rng.choice(AREAS), 0.2),
        "km": rng.choice(["5", "10", "25", "50", "100"]),
        "day": sometimes(day_in(rng.randint(0, 13)), 0.3),
        "after": sometimes(str(rng.randint(6, 23)), 0.5),
        "before": sometimes(str(rng.randint(6, 24)), 0.5),
    }


@dataclass
class Known:
    """An offer as the database has it, with its free starts on the clock of Paris."""

    offer: Offer
    profile: Profile
    craft: str
    starts: list[datetime]
    low: float | None
    """The cautious end of trust, 0 to 1."""

    def is_wanted(self, wishes):
        offer = self.offer
        return (
            {offer.state, self.profile.state} == {Publication.PUBLISHED}
            and (not wishes["craft"] or self.craft in wishes["craft"])
            and (not wishes["price"] or offer.price_minor <= round(float(wishes["price"]) * 100))
            and (not wishes["place"] or offer.place_mode.value in wishes["place"])
            and self.fits_who_comes(wishes)
            and self.shows_enough(wishes)
            and (not wishes["where"] or self.can_meet(wishes["where"], float(wishes["km"])))
            and (not wishes["area"] or self.lies_in(*map(float, wishes["area"].split(","))))
            and (not wishes["day"] or any(is_in(start, wishes) for start in self.starts))
        )

    def fits_who_comes(self, wishes):
        offer, profile = self.offer, self.profile
        specialities = {each.slug for each in profile.specialities}
        return (
            (not wishes["speciality"] or bool(specialities & set(wishes["speciality"])))
            and (offer.is_instant or not wishes["instant"])
            and (not wishes["speaks"] or bool(set(profile.languages) & set(wishes["speaks"])))
            and (
                not wishes["people"]
                or int(wishes["people"]) in range(offer.seats_least, offer.seats_most + 1)
            )
            and set(wishes["diet"]) <= set(offer.diets)
            and all(offer.allergens.get(each, "no") == "no" for each in wishes["without"])
        )

    def shows_enough(self, wishes):
        loved = {each.casefold() for each in self.profile.favourites}
        asked = {each.casefold() for each in wishes["ingredient"]}
        points = -1 if self.low is None else round(self.low * 100)
        has_photo = self.offer.picture_id is not None or self.profile.picture_id is not None
        return (
            (not asked or bool(loved & asked))
            and (not wishes["trust"] or points >= int(wishes["trust"]))
            and (has_photo or not wishes["photo"])
        )

    def can_meet(self, town, km):
        if self.offer.place_mode is PlaceMode.REMOTE:
            return True
        distance = haversine(*places.find_town(town).point, self.profile)
        if self.offer.place_mode is PlaceMode.PROVIDER:
            return distance <= km
        return distance <= min(km, self.profile.travel_km)

    def lies_in(self, south, west, north, east):
        lat, lon = self.profile.latitude, self.profile.longitude
        across = west <= lon <= east if west <= east else not east < lon < west
        return self.offer.place_mode is not PlaceMode.REMOTE and south <= lat <= north and across


def haversine(lat, lon, profile):
    dlat, dlon = radians(profile.latitude - lat), radians(profile.longitude - lon)
    a = sin(dlat / 2) ** 2 + cos(radians(lat)) * cos(radians(profile.latitude)) * sin(dlon / 2) ** 2
    return 2 * 6371.0088 * asin(sqrt(a))


def is_in(start, wishes):
    first, last = int(wishes["after"] or 0), int(wishes["before"] or 24)
    if last <= first:  # hours turned round: from then on
        last = 24
    return start.date().isoformat() == wishes["day"] and first <= start.hour < last


def everything_known():
    profile = joinedload(Offer.profile).selectinload(Profile.specialities)
    offers = db.session.scalars(select(Offer).options(profile).order_by(Offer.id)).all()
    scores = db.session.scalars(select(Score).where(Score.role == ReviewedAs.PROVIDER))
    lows = {score.member_id: score.low for score in scores}
    return [
        Known(o, o.profile, o.profile.craft.slug, local_starts(o), lows.get(o.profile.member_id))
        for o in offers
    ]


def local_starts(offer):
    return [start.replace(tzinfo=UTC).astimezone(PARIS) for start in free_starts(offer)]
