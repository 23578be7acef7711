"""Beginning to offer: a profile, its calendar and a first offer in one intention."""

from flask import current_app

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.availability import queries as calendars
from pro_am.availability.rules.calendar_rules import WeeklyWindow
from pro_am.foundation import places
from pro_am.foundation.database import transaction
from pro_am.profiles import actions as profiles
from pro_am.profiles import queries as known_profiles
from pro_am.profiles.actions import OfferText, ProfileText
from pro_am.profiles.models import Craft, Offer
from pro_am.profiles.rules import PlaceMode, PriceUnit

TRAVEL_KM = 10  # until the pro-am says otherwise
DURATION_MINUTES = 120
MOST_PEOPLE = 4


def start_offering(  # noqa: PLR0913 - the six answers of one form
    member: Member,
    *,
    craft: Craft,
    title: str,
    town: places.Town,
    place_mode: PlaceMode,
    price_minor: int,
    windows: list[WeeklyWindow],
    idempotency_key: str,
) -> Offer:
    """Create everything a first offer needs; publish it where no question is left open."""
    with transaction():
        profile = profiles.create_profile(
            member,
            ProfileText(
                craft=craft,
                headline=title,
                story="",
                language=member.language,
                specialities=(),
                favourites=(),
                languages=(member.language,),
                town=town,
                travel_km=TRAVEL_KM,
                address="",
                is_professional=False,
                credential="",
            ),
        )
        if calendars.calendar_of(profile.id) is None:
            availability.open_calendar(
                profile.id, town.time_zone or current_app.config["TIME_ZONE"], windows
            )
        offer = profiles.create_offer(
            profile,
            OfferText(
                title=title,
                description="",
                place_mode=place_mode,
                price_minor=price_minor,
                currency=current_app.config["CURRENCY"],
                price_unit=PriceUnit.PERSON,
                seats_least=1,
                seats_most=MOST_PEOPLE,
                duration_minutes=DURATION_MINUTES,
                slot_step_minutes=30,
                allergens={},
                diets=(),
                food_rules_kept=False,
            ),
            idempotency_key=idempotency_key,
        )
        if not known_profiles.lacks_of(offer):
            profiles.publish_offer(offer)
    return offer
