"""Pure: what a review says, when it is shown, and who replies."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.reviews.rules.window import WINDOW

REPLY_WITHIN = timedelta(days=30)
LONGEST = 2000
LONGEST_NOTE = 1000
LONGEST_WORDS = 200  # of a photo
MOST_PHOTOS = 4
NO_STARS = 3  # what the column holds where nothing took place; nobody reads it
LEFT_OVER_AFTER = timedelta(days=1)  # of photos whose review was never sent


STARS = {
    1: mark("not good"),
    2: mark("rather disappointing"),
    3: mark("fair"),
    4: mark("good"),
    5: mark("excellent"),
}


class AlreadyShown(Refusal):
    message = mark("This review is public now and stays as it is.")


class NotForYou(Refusal):
    message = mark("Only the person reviewed can reply, once, within 30 days.")


class NotAStar(Refusal):
    message = mark("Choose from one to five stars.")
    field = "stars"


class NotAsked(Refusal):
    message = mark("This review answers something that nobody asked.")


class TooManyPhotos(Refusal):
    message = mark("At most four photos. Choose those that show most.")
    field = "photos"


class WordsForPhoto(Refusal):
    message = mark("Say in a few words what each photo shows.")
    field = "photos"


def check_stars(stars: int, facets: Mapping[str, int], asked: Collection[str]) -> None:
    """Raise unless every number is a star, and every question was asked."""
    if any(number not in STARS for number in (stars, *facets.values())):
        raise NotAStar
    if not set(facets) <= set(asked):
        raise NotAsked


def check_photos(words: Collection[str]) -> None:
    if len(words) > MOST_PHOTOS:
        raise TooManyPhotos
    if not all(each.strip() for each in words):
        raise WordsForPhoto


def check_sealed(shown_from: datetime, now: datetime) -> None:
    if now >= shown_from:
        raise AlreadyShown


def shown_from(*, opened: datetime, both_are_in: bool, now: datetime) -> datetime:
    """Sealed until both are in or the window closes, whichever comes first."""
    return now if both_are_in else opened + WINDOW


def check_reply(*, is_subject: bool, has_reply: bool, shown_from: datetime, now: datetime) -> None:
    if not is_subject or has_reply or not shown_from <= now < shown_from + REPLY_WITHIN:
        raise NotForYou
