"""Several hundred different pages, as visitors with different wishes would ask for them."""

from datetime import timedelta
from itertools import product
from random import Random
from urllib.parse import urlencode

from sqlalchemy import select

from pro_am.foundation import clock, places
from pro_am.foundation.database import db
from pro_am.foundation.web.languages import LANGUAGES
from pro_am.operations.bench.visits import DAYS_AHEAD, WORDS
from pro_am.operations.market import AROUND_KM, CITY, TOWNS
from pro_am.profiles.models import Profile
from pro_am.search.rules.orders import Sort

MOST_PAGES = 500
FOR_EACH_OFFER = 5  # a small market has no 500 pages that differ


def mixed_pages(*, offers: int, seed: int) -> list[str]:
    """Addresses in both languages: two of five are profiles, the rest results; no two alike."""
    chance = Random(seed)  # noqa: S311 - the same pages every time, no secret
    count = min(MOST_PAGES, FOR_EACH_OFFER * offers)
    slugs = list(db.session.scalars(select(Profile.slug).order_by(Profile.id)))
    profiles = [f"/{chance.choice(LANGUAGES)}/pro/{slug}" for slug in slugs]
    chosen = chance.sample(profiles, min(len(profiles), count * 2 // 5))
    pages = chosen + chance.sample(_searches(), count - len(chosen))
    chance.shuffle(pages)
    return pages


def _searches() -> list[str]:
    today = clock.now().date()
    city = places.find_town(CITY)
    assert city is not None  # noqa: S101 - it is among the towns that ship with the product
    towns = [town.label for town in places.towns_around(*city.point, AROUND_KM, TOWNS)]
    days = [(today + timedelta(days)).isoformat() for days in range(min(DAYS_AHEAD), 30)]
    dated = [
        {"q": words, "where": town, "day": day}
        for words, town, day in product(WORDS, towns[:6], days)
    ]
    ordered = [
        {"q": words, "where": town, "sort": sort, "page": str(page)}
        for words, town, sort, page in product(WORDS, towns[:2], Sort, range(1, 4))
    ]
    searches = [*dated, *ordered]
    return [f"/{code}/search?{urlencode(each)}" for code in LANGUAGES for each in searches]
