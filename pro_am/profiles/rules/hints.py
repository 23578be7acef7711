"""Pure: what would make a profile easier to choose, the most useful first."""

import enum
from dataclasses import dataclass

from pro_am.foundation.words import mark

MOST_HINTS = 3  # at a time: a list of everything would only shame


class Hint(enum.StrEnum):
    """In the order in which they help."""

    DIPLOMA = "diploma"
    PORTRAIT = "portrait"
    OFFER_PICTURE = "offer_picture"
    PHOTO_WORDS = "photo_words"
    STORY = "story"
    SPECIALITIES = "specialities"
    PHOTOS = "photos"
    LANGUAGES = "languages"
    FAVOURITES = "favourites"
    NOT_OFFERED = "not_offered"


HINTS = {
    Hint.DIPLOMA: mark("Name your diploma: once a steward has seen it, you can take a price."),
    Hint.PORTRAIT: mark("Add a picture of yourself: people like to know whom they will meet."),
    Hint.OFFER_PICTURE: mark("Show what people get: an offer of yours has no picture yet."),
    Hint.PHOTO_WORDS: mark("Say in words what your new photos show, then everybody sees them."),
    Hint.STORY: mark("Tell your story: how you came to this, and what one can expect."),
    Hint.SPECIALITIES: mark("Choose what you are best at: people search for it."),
    Hint.PHOTOS: mark("Show a few photos of what you make and where."),
    Hint.LANGUAGES: mark("Say which languages you speak."),
    Hint.FAVOURITES: mark("Name what you love to work with: it says a lot about you."),
    Hint.NOT_OFFERED: mark("Say what you do not do: it spares both sides a question."),
}


@dataclass(frozen=True)
class ProfileState:
    """What is there already."""

    is_regulated: bool
    has_credential: bool
    has_portrait: bool
    every_offer_has_picture: bool
    has_story: bool
    has_specialities: bool
    photo_count: int
    photos_without_words: int
    has_languages: bool
    has_favourites: bool
    has_not_offered: bool


def hints_for(profile: ProfileState) -> list[Hint]:
    missing = {
        Hint.DIPLOMA: profile.is_regulated and not profile.has_credential,
        Hint.PORTRAIT: not profile.has_portrait,
        Hint.OFFER_PICTURE: not profile.every_offer_has_picture,
        Hint.PHOTO_WORDS: profile.photos_without_words > 0,
        Hint.STORY: not profile.has_story,
        Hint.SPECIALITIES: not profile.has_specialities,
        Hint.PHOTOS: profile.photo_count == 0,
        Hint.LANGUAGES: not profile.has_languages,
        Hint.FAVOURITES: not profile.has_favourites,
        Hint.NOT_OFFERED: not profile.has_not_offered,
    }
    return [hint for hint in Hint if missing[hint]][:MOST_HINTS]
