"""A coach's programme offer, and programmes that came of it."""

from pro_am.accounts.models import Member
from pro_am.bookings import actions as bookings
from pro_am.foundation import ids
from pro_am.foundation.database import db, transaction
from pro_am.profiles import actions as profiles
from pro_am.profiles.actions import OfferText
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import PlaceMode, PriceUnit
from pro_am.programmes.models import Programme
from pro_am.programmes.queries import programmes
from tests.factories import make_booking, make_known, make_pro_am


def make_programme_offer(
    coach: Member, *, weeks: int = 8, price_minor: int = 2500, title: str = "Eight calm weeks"
) -> Offer:
    """A public programme of a coach, whose profile is made where there is none."""
    known = db.session.query(Offer).filter(Offer.profile.has(member_id=coach.id)).first()
    make_known(coach)
    with transaction():
        first = known or make_pro_am(coach, craft="gardening", title="A first look")
        profile = first.profile
        offer = profiles.create_offer(
            profile,
            OfferText(
                title=title,
                description="A plan each week.",
                place_mode=PlaceMode.REMOTE,
                price_minor=price_minor,
                currency="EUR",
                price_unit=PriceUnit.WEEK,
                weeks=weeks,
                seats_least=1,
                seats_most=1,
                duration_minutes=60,
                slot_step_minutes=30,
                allergens=dict(first.allergens),
                diets=(),
                food_rules_kept=first.food_rules_kept,
            ),
            idempotency_key=ids.public_id(),
        )
        profiles.publish_offer(offer)
    return offer


def make_programme(client: Member, coach: Member, *, weeks: int = 8) -> Programme:
    """One that began a moment ago: the first talk is the first free time of the coach."""
    booking = make_booking(client, make_programme_offer(coach, weeks=weeks), people=1)
    bookings.confirm(booking, coach, allergies_read=False)
    programme = programmes.of_booking(booking.id)
    assert programme is not None
    return programme
