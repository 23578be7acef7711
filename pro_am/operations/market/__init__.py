"""A market of any size, by seed: members, offers, calendars, bookings, reviews.

Rows are inserted in bulk and crowd by crowd, so that a large market is there in minutes and
memory stays flat; scores and the index are then computed as everywhere. Measurements open one
with texts of its own; the demo adds crowds with the texts of its pro-ams.
"""

from collections.abc import Callable
from random import Random

from sqlalchemy import select

from pro_am.accounts.models import MemberRole
from pro_am.accounts.rules import Role
from pro_am.availability.models import Calendar
from pro_am.foundation import places
from pro_am.foundation.database import db, transaction
from pro_am.operations.market.crowd import OFFERS_A_PROFILE, Crowd, Stall, Wares
from pro_am.operations.market.hours import open_calendars
from pro_am.operations.market.past import MOST_REVIEWS, book_and_review, past
from pro_am.operations.market.people import members, verify_every_second
from pro_am.operations.market.stalls import stalls
from pro_am.profiles import actions as profiles
from pro_am.profiles.models import Profile
from pro_am.reviews.models import Review
from pro_am.search import actions as search
from pro_am.trust import actions as trust

__all__ = ["OFFERS_A_PROFILE", "Crowd", "Wares", "add_crowd", "open_market", "review_often"]

CITY, AROUND_KM, TOWNS = "Nantes (44)", 60, 60
PROVIDERS_AT_ONCE = 500  # in one transaction: this bounds the memory


def open_market(
    *, offers: int, seed: int, tell: Callable[[str], None] = lambda _step: None
) -> None:
    """Fill an empty database with so many published offers, two of a profile, and their past.

    Each step is told when it begins, for whoever waits.
    """
    chance = Random(seed)  # noqa: S311 - a market that comes out the same, no secret
    profiles.found_starting_crafts()
    tell(f"{offers} offers of pro-ams with calendars, their bookings and reviews")
    towns = _towns()
    for first in range(0, offers, OFFERS_A_PROFILE * PROVIDERS_AT_ONCE):
        here = min(offers - first, OFFERS_A_PROFILE * PROVIDERS_AT_ONCE)
        add_crowd(_crowd(first // OFFERS_A_PROFILE, here, towns), chance)
        db.session.expunge_all()
    tell("scores")
    trust.recompute()
    tell("the index of search")
    search.rebuild()


def _crowd(first: int, offers: int, towns: list[places.Town]) -> Crowd:
    """Providers numbered from `first`, and half as many hosts."""
    providers = -(-offers // OFFERS_A_PROFILE)
    hosts = max(providers // 2, MOST_REVIEWS)
    names = [f"Pro-Am {number}" for number in range(first, first + providers)]
    names += [f"Host {number}" for number in range(first // 2, first // 2 + hosts)]
    return Crowd(
        names=names,
        providers=providers,
        offers=offers,
        towns=towns,
        steward=steward(),
        first_number=2 * first,
    )


def steward() -> int | None:
    """The first who was appointed."""
    appointed = select(MemberRole.member_id).where(MemberRole.role == Role.STEWARD).limit(1)
    return db.session.scalar(appointed)


def add_crowd(crowd: Crowd, chance: Random) -> None:
    """All of them with their past, or nobody. Scores and the index are for the caller to renew."""
    with transaction():
        everybody = members(crowd, chance)
        providers, hosts = everybody[: crowd.providers], everybody[crowd.providers :]
        theirs = stalls(providers, crowd, chance)
        verify_every_second(providers, hosts, crowd.steward)
        open_calendars(theirs)
        past(theirs, hosts, chance)


def review_often(slug: str, reviews: int, chance: Random) -> None:
    """So many more kept bookings of one profile, each reviewed, by all who were hosts before."""
    profile = db.session.scalars(select(Profile).where(Profile.slug == slug)).one()
    hosts = db.session.scalars(select(Review.author_id).distinct().order_by(Review.author_id))
    guests = [host for host in hosts if host != profile.member_id]
    calendar = select(Calendar.id).where(Calendar.profile_id == profile.id)
    stall = Stall(
        member=profile.member_id,
        offers=[offer.id for offer in profile.offers],
        calendar=db.session.scalars(calendar).first() or 0,
        town=_towns()[0],
    )
    with transaction():
        book_and_review([(stall, chance.choice(guests), n) for n in range(reviews)], chance)


def _towns() -> list[places.Town]:
    city = places.find_town(CITY)
    assert city is not None  # noqa: S101 - it is among the towns that ship with the product
    return places.towns_around(*city.point, AROUND_KM, TOWNS)
