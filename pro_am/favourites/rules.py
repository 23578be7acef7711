"""Whom one may keep, and how many."""

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

MOST = 200


class EnoughFavourites(Refusal):
    message = mark("You keep %(most)s favourites, which is the most. Take one out first.")


class OwnProfile(Refusal):
    message = mark("This is you. Favourites are for others.")


def check_keeping(kept: int, *, is_own: bool) -> None:
    if is_own:
        raise OwnProfile
    if kept >= MOST:
        raise EnoughFavourites(most=MOST)
