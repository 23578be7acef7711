"""The photos that go with a review."""

from collections.abc import Sequence

from sqlalchemy import delete, select

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.media import actions as media
from pro_am.media.models import Picture
from pro_am.reviews import rules
from pro_am.reviews.models import Review, ReviewPhoto
from pro_am.reviews.queries import photos as queries

Shown = tuple[str, str]  # a picture's public id, and what it shows


def show_photos(review: Review, author: Member, wanted: Sequence[Shown]) -> None:
    """Show these pictures and no others; those taken away are forgotten."""
    rules.check_photos([words for _, words in wanted])
    db.session.flush()  # photos need the review's id
    pictures = queries.own_pictures(author, [public_id for public_id, _ in wanted])
    known = {photo.picture.public_id: photo for photo in review.photos}
    if any(_is_elsewhere(pictures.get(public_id), review) for public_id, _ in wanted):
        raise rules.NotAsked
    for public_id, photo in known.items():
        if public_id not in dict(wanted):
            picture = photo.picture
            review.photos.remove(photo)
            db.session.flush()  # nothing may show the picture when it goes
            media.drop_picture(picture)
    for position, (public_id, words) in enumerate(wanted):
        photo = known.get(public_id) or _new_photo(review, pictures[public_id])
        photo.position = position
        media.describe(photo.picture, words[: rules.LONGEST_WORDS])


def let_go_of_photos(member: Member) -> None:
    """What somebody gave goes with them; the words of their reviews stay."""
    with transaction():
        given = select(Picture.id).where(Picture.owner_id == member.id)
        db.session.execute(delete(ReviewPhoto).where(ReviewPhoto.picture_id.in_(given)))


def forget_left_over_photos() -> None:
    """Drop photos whose review was never sent."""
    with transaction():
        for picture in queries.left_over(clock.now() - rules.LEFT_OVER_AFTER):
            media.drop_picture(picture)


def _is_elsewhere(picture: Picture | None, review: Review) -> bool:
    """Whether it is not the author's to show here: unknown, somebody else's, of another review."""
    if picture is None:
        return True
    shown = db.session.get(ReviewPhoto, picture.id)
    return shown is not None and shown.review_id != review.id


def _new_photo(review: Review, picture: Picture) -> ReviewPhoto:
    photo = ReviewPhoto(picture=picture, position=len(review.photos))
    review.photos.append(photo)
    return photo
