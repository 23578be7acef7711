"""What is left of a profile when its member is erased: rows that past bookings rest on."""

from sqlalchemy import delete

from pro_am.foundation import ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.profiles.events import ProfileChanged
from pro_am.profiles.models import Offer, Profile, ProfilePhoto
from pro_am.profiles.rules import Publication


def empty_profile(profile: Profile) -> None:
    """Erase what a member wrote of themselves, and let go of their pictures."""
    with transaction():
        profile.slug = ids.public_id()
        profile.headline = profile.story = profile.not_offered = ""
        profile.address = profile.credential = profile.town_name = ""
        profile.town_id = profile.latitude_e4 = profile.longitude_e4 = 0
        profile.favourites, profile.languages, profile.specialities = [], [], []
        profile.credential_verified_at = profile.credential_verified_by_id = None
        profile.picture = None
        _close(profile)
        for offer in profile.offers:
            offer.description, offer.answers, offer.picture = "", {}, None
            _close(offer)
        db.session.execute(delete(ProfilePhoto).where(ProfilePhoto.profile_id == profile.id))
        publish(ProfileChanged(profile.id))


def _close(of: Profile | Offer) -> None:
    if of.is_published:
        of.state = Publication.PAUSED
