"""What pro-ams do with their profile and offers, on both databases."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import func, select

from pro_am.foundation import places
from pro_am.foundation.database import db, transaction
from pro_am.media import actions as media
from pro_am.media.models import Picture
from pro_am.media.rules import PictureState
from pro_am.profiles import actions, queries, rules
from pro_am.profiles.actions import OfferText, ProfileText, crafts, photos
from pro_am.profiles.models import Craft, Offer, Profile, ProfilePhoto
from pro_am.profiles.rules import ALLERGENS, PlaceMode, PriceUnit, Publication
from pro_am.profiles.rules.craft_fields import DoesNotFit
from pro_am.profiles.rules.gallery import MOST_PHOTOS, GalleryFull
from tests.factories import make_pro_am


def text_of(profile, **differences):
    """What a profile says now, but for the differences."""
    text = ProfileText(
        craft=profile.craft,
        headline=profile.headline,
        story=profile.story,
        language=profile.language,
        specialities=tuple(profile.specialities),
        favourites=tuple(profile.favourites),
        languages=tuple(profile.languages),
        town=places.find_town("Nantes (44)"),
        travel_km=profile.travel_km,
        address=profile.address,
        is_professional=profile.is_professional,
        credential=profile.credential,
    )
    return replace(text, **differences)


def offer_text(offer, **differences):
    text = OfferText(
        title=offer.title,
        description=offer.description,
        place_mode=offer.place_mode,
        price_minor=offer.price_minor,
        currency=offer.currency,
        price_unit=PriceUnit.PERSON,
        seats_least=offer.seats_least,
        seats_most=offer.seats_most,
        duration_minutes=offer.duration_minutes,
        slot_step_minutes=offer.slot_step_minutes,
        allergens=offer.allergens,
        diets=tuple(offer.diets),
        food_rules_kept=offer.food_rules_kept,
    )
    return replace(text, **differences)


@pytest.fixture
def coach(person):
    """Cleo coaches for free, in public."""
    return make_pro_am(
        person("cleo"),
        craft="fitness",
        title="A first run",
        price_minor=0,
        credential="State diploma",
    ).profile


def picture_for(member):
    file = BytesIO()
    Image.new("RGB", (40, 30), "tomato").save(file, "JPEG")
    file.seek(0)
    return media.keep_picture(member, file, "A tomato")


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def test_a_member_has_one_profile_however_often_they_begin(person, offer):
    again = actions.create_profile(person("ben"), text_of(offer.profile, headline="Once more"))

    assert again.id == offer.profile_id
    assert again.headline == "Once more"
    assert count(Profile) == 1


def test_people_of_the_same_name_have_addresses_of_their_own(person, offer):
    assert offer.profile.slug == "ben-keller"
    assert queries.free_slug("ben-keller") == "ben-keller-2"
    assert queries.free_slug("ben") == "ben"


def test_an_offer_sent_twice_is_made_once(offer):
    for _ in range(2):
        actions.create_offer(offer.profile, offer_text(offer, title="Lunch"), idempotency_key="k")

    assert count(Offer) == 2


def test_the_first_published_offer_opens_the_profile(person):
    offer = make_pro_am(person("cleo"), published=False)
    assert queries.public_profile(offer.profile.slug, None) is None

    actions.publish_offer(offer)

    assert queries.public_profile(offer.profile.slug, None) == offer.profile


def test_a_paused_profile_is_found_by_its_owner_alone(person, offer):
    actions.pause_profile(offer.profile)

    slug = offer.profile.slug
    assert queries.public_profile(slug, None) is None
    assert queries.public_profile(slug, person("cleo")) is None
    assert queries.public_profile(slug, person("ben")) == offer.profile
    assert queries.open_offer(offer.public_id) is None


def test_a_profile_without_an_open_offer_is_not_published(offer):
    actions.pause_profile(offer.profile)
    actions.pause_offer(offer)

    with pytest.raises(rules.NothingToPublish):
        actions.publish_profile(offer.profile)

    assert offer.profile.state is Publication.PAUSED


def test_a_public_food_offer_keeps_its_answers(offer):
    with pytest.raises(rules.AllergensUnanswered):
        actions.change_offer(offer, offer_text(offer, title="Soup", allergens={}))

    assert offer.title == "Dinner at my table", "a refusal leaves nothing behind"
    assert offer.allergens == dict.fromkeys(ALLERGENS, "no")


def test_a_public_session_gets_no_price_before_a_steward_has_seen_the_diploma(coach, person):
    run = coach.offers[0]
    with pytest.raises(rules.CredentialNeeded):
        actions.change_offer(run, offer_text(run, price_minor=2000))

    actions.verify_credential(coach, person("ana"))
    actions.change_offer(run, offer_text(run, price_minor=2000))

    assert run.price_minor == 2000


def test_nobody_verifies_their_own_diploma_or_none(coach, person):
    with pytest.raises(rules.OwnCredential):
        actions.verify_credential(coach, person("cleo"))
    with pytest.raises(rules.NoCredential):
        actions.verify_credential(queries.profile_of(person("ben")), person("ana"))

    assert coach.credential_verified_at is None


def test_a_diploma_stays_as_it_was_seen_while_paid_offers_rest_on_it(coach, person):
    run = coach.offers[0]
    actions.verify_credential(coach, person("ana"))
    actions.change_offer(run, offer_text(run, price_minor=2000))

    with pytest.raises(rules.CredentialInUse):
        actions.change_profile(coach, text_of(coach, credential="Another diploma"))

    actions.pause_offer(run)
    actions.change_profile(coach, text_of(coach, credential="Another diploma"))
    assert coach.credential_verified_at is None


def test_a_craft_stays_while_offers_of_it_are_public(offer):
    fitness = queries.craft_with("fitness")
    change = {"craft": fitness, "specialities": ()}
    with pytest.raises(rules.CraftInUse):
        actions.change_profile(offer.profile, text_of(offer.profile, **change))

    actions.pause_offer(offer)
    actions.change_profile(offer.profile, text_of(offer.profile, **change))

    assert offer.profile.craft.slug == "fitness"


def test_specialities_are_those_of_the_craft(offer):
    foreign = queries.craft_with("fitness").specialities[0]

    with pytest.raises(rules.NotTheirs):
        actions.change_profile(offer.profile, text_of(offer.profile, specialities=(foreign,)))


def test_who_goes_to_people_keeps_a_radius(offer):
    actions.change_offer(offer, offer_text(offer, place_mode=PlaceMode.HOST))

    with pytest.raises(rules.RadiusInUse):
        actions.change_profile(offer.profile, text_of(offer.profile, travel_km=None))


def test_the_door_is_never_stored_in_the_position(offer):
    town = places.find_town("Nantes (44)")

    assert (offer.profile.latitude, offer.profile.longitude) == (
        pytest.approx(town.lat, abs=1e-4),
        pytest.approx(town.lon, abs=1e-4),
    )


def test_a_picture_goes_when_nothing_shows_it_any_more(person, offer):
    ben = person("ben")
    first = picture_for(ben)
    actions.show_picture(offer, first)
    actions.show_picture(offer.profile, first)

    actions.show_picture(offer, picture_for(ben))
    assert count(Picture) == 2, "the profile still shows the first"

    actions.show_picture(offer.profile, None)
    actions.show_picture(offer, None)
    assert count(Picture) == 0


def test_starting_again_finds_the_crafts_as_the_community_has_made_them(app):
    with app.test_request_context("/fr/"):
        queries.craft_with("cooking").names = {"fr": "Popote", "en": "Grub"}
        db.session.commit()

        actions.found_starting_crafts()

        assert queries.craft_with("cooking").names["en"] == "Grub"
        assert count(Craft) == 3


class Meanwhile(BytesIO):
    """An upload during which something else happens."""

    def __init__(self, deed):
        file = BytesIO()
        Image.new("RGB", (40, 30), "tomato").save(file, "JPEG")
        super().__init__(file.getvalue())
        self.deed = deed

    def read(self, size=-1):
        if self.deed:
            deed, self.deed = self.deed, None
            deed()
        return super().read(size)


def show_photos(profile, *keys):
    """As another request would, with pictures of nothing."""
    with transaction():
        for position, key in enumerate(keys):
            picture = Picture(
                public_id=f"{position:024}", owner_id=profile.member_id, width=4, height=3, alt="",
                bytes=1, created_at=profile.created_at, state=PictureState.READY,
            )  # fmt: skip
            photo = ProfilePhoto(
                profile_id=profile.id, picture=picture, position=position, upload_key=key
            )
            db.session.add(photo)


def test_the_same_photo_arriving_twice_at_once_is_kept_once(offer):
    stream = Meanwhile(lambda: show_photos(offer.profile, "the same"))

    photo = photos.add_photo(offer.profile, stream, upload_key="the same")

    assert photo.picture.public_id == "0" * 24
    assert count(ProfilePhoto) == count(Picture) == 1


def test_a_gallery_that_fills_up_meanwhile_keeps_nothing_more(offer):
    stream = Meanwhile(lambda: show_photos(offer.profile, *map(str, range(MOST_PHOTOS))))

    with pytest.raises(GalleryFull):
        photos.add_photo(offer.profile, stream, upload_key="one more")

    assert count(ProfilePhoto) == count(Picture) == MOST_PHOTOS


def test_a_retired_craft_keeps_its_offers_and_takes_no_more(person, offer):
    crafts.retire_craft(offer.profile.craft, by=person("cleo"))

    actions.change_offer(offer, offer_text(offer, title="Still here"))
    with pytest.raises(rules.CraftRetired):
        actions.create_offer(offer.profile, offer_text(offer), idempotency_key="new")

    assert queries.open_offer(offer.public_id) is offer


def test_an_offer_answers_only_what_its_craft_asks(offer):
    with pytest.raises(DoesNotFit):
        actions.change_offer(offer, offer_text(offer, answers={"gardens": ["balcony"]}))
