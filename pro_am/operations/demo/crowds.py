"""More people than anybody could write by hand: the demo grown to a wished size, crowd by crowd.

They have names, towns and a past of their own; what they say and offer is what the pro-ams who
were written say. Nobody signs in as one of them.
"""

from collections.abc import Iterator
from random import Random

from sqlalchemy import Select, func, select

from pro_am.accounts.models import Member
from pro_am.foundation import places
from pro_am.foundation.database import db
from pro_am.operations import market
from pro_am.operations.demo.members import MEMBERS
from pro_am.operations.demo.pro_ams import PRO_AMS
from pro_am.operations.demo.whereabouts import MEMBER, town_of
from pro_am.operations.market import OFFERS_A_PROFILE, Crowd, Wares
from pro_am.profiles.models import Offer, Profile

CROWD = 500  # people in one transaction: this bounds the memory
OFFERING_SHARE = 0.3  # as among those who were written
AROUND_KM, TOWNS = 30, 20  # of each pro-am's town
DEMO_ADDRESSES = "%@example.org"  # reserved (RFC 2606): nobody real has one


def demo_people() -> int:
    return db.session.scalar(_members().where(Member.email.like(DEMO_ADDRESSES))) or 0


def others() -> int:
    """Members who are not of the demo."""
    return db.session.scalar(_members().where(Member.email.not_like(DEMO_ADDRESSES))) or 0


def grow(people: int, seed: int) -> Iterator[int]:
    """Add crowds until there are so many demo people; yields how many each has added.

    What was interrupted goes on where it ended, and a community that is large enough stays as it
    is. The same size and seed give the same people.
    """
    there = demo_people()
    first_names = sorted({member.first_name for member in MEMBERS})
    last_names = sorted({member.name.split(maxsplit=1)[1] for member in MEMBERS})
    towns = _towns()
    wares = _wares()
    while there < people:
        chance = Random(f"{seed} {there}")  # noqa: S311 - repeatable, no secret
        count = min(CROWD, people - there)
        providers = int(count * OFFERING_SHARE)
        names = [f"{chance.choice(first_names)} {chance.choice(last_names)}" for _ in range(count)]
        crowd = Crowd(
            names=names,
            providers=providers,
            offers=providers * OFFERS_A_PROFILE,
            towns=towns,
            wares=wares,
            steward=market.steward(),
            first_number=there,
        )
        market.add_crowd(crowd, chance)
        db.session.expunge_all()
        there += count
        yield count


def _members() -> Select[int]:
    return select(func.count()).select_from(Member)


def _towns() -> list[places.Town]:
    centres = {town_of(of.member).id: town_of(of.member) for of in PRO_AMS}.values()
    around = (town for c in centres for town in places.towns_around(*c.point, AROUND_KM, TOWNS))
    return list({town.id: town for town in around}.values())


def _wares() -> list[Wares]:
    """What those who were written say, with their pictures, which are shared."""
    pictures = dict(
        db.session.execute(
            select(Offer.title, Offer.picture_id)
            .join(Profile, Offer.profile_id == Profile.id)
            .join(Member, Profile.member_id == Member.id)
            .where(Member.email.in_([MEMBER[of.member].email for of in PRO_AMS]))
        ).all()
    )
    return [
        Wares(
            language=MEMBER[of.member].language,
            craft=of.craft,
            headline=of.headline,
            story=of.story,
            offers=tuple(
                (offer.title, offer.description, pictures.get(offer.title))
                for offer in (*of.offers, *of.offers)[:OFFERS_A_PROFILE]
            ),
        )
        for of in PRO_AMS
    ]
