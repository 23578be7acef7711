"""What pro-ams do with the photos of their gallery."""

from typing import BinaryIO

from sqlalchemy import select

from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.media import actions as media
from pro_am.profiles import queries
from pro_am.profiles.events import ProfileChanged
from pro_am.profiles.models import Profile, ProfilePhoto
from pro_am.profiles.rules import gallery
from pro_am.profiles.rules.gallery import Move


def add_photo(profile: Profile, stream: BinaryIO, *, upload_key: str) -> ProfilePhoto:
    """Keep a photo behind the others; only its owner sees it until it is described.

    The key is the upload's own: the same files sent twice are kept once.
    """
    if known := queries.photo_with_key(profile, upload_key):
        return known
    gallery.check_room(len(profile.photos))  # before the work; once more when it is done
    picture = media.keep_picture(profile.member, stream, "")
    try:
        with transaction():
            # Uploads at the same time see each other from here on: this row is the gallery's lock.
            db.session.execute(select(Profile.id).where(Profile.id == profile.id).with_for_update())
            db.session.expire(profile, ["photos"])
            if known := queries.photo_with_key(profile, upload_key):
                media.drop_picture(picture)
                return known
            gallery.check_room(len(profile.photos))
            photo = ProfilePhoto(
                picture=picture,
                position=max((each.position for each in profile.photos), default=-1) + 1,
                upload_key=upload_key,
            )
            profile.photos.append(photo)
            publish(ProfileChanged(profile.id))
    except BaseException:
        media.drop_picture(picture)
        raise
    return photo


def describe_photos(photos: dict[ProfilePhoto, str]) -> None:
    """Say what photos show; from then on everybody sees them."""
    with transaction():
        for photo, words in photos.items():
            if words.strip() != photo.picture.alt:
                media.describe(photo.picture, words)
                publish(ProfileChanged(photo.profile_id))


def move_photo(photo: ProfilePhoto, move: Move) -> None:
    with transaction():
        for position, each in enumerate(gallery.moved(photo.profile.photos, photo, move)):
            each.position = position
        db.session.flush()  # before it is read again in the new order
        db.session.expire(photo.profile, ["photos"])
        publish(ProfileChanged(photo.profile_id))


def remove_photo(photo: ProfilePhoto) -> None:
    """Take a photo away; its files go too."""
    with transaction():
        profile, picture = photo.profile, photo.picture
        db.session.delete(photo)
        db.session.flush()  # nothing may show the picture any more when it goes
        db.session.expire(profile, ["photos"])
        if not queries.is_shown(picture):
            media.drop_picture(picture)
        publish(ProfileChanged(profile.id))
