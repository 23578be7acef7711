"""How often one may try."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Throttle:
    """At most `most` tries within `within`."""

    name: str
    most: int
    within: timedelta


SIGN_IN_PER_ACCOUNT = Throttle("sign-in account", 10, timedelta(minutes=5))
SIGN_IN_PER_PLACE = Throttle("sign-in place", 10, timedelta(minutes=5))
SIGN_UP_PER_PLACE = Throttle("sign-up place", 20, timedelta(hours=1))
RESET_PER_ACCOUNT = Throttle("reset account", 5, timedelta(days=1))
RESET_PER_PLACE = Throttle("reset place", 20, timedelta(hours=1))
CONFIRM_PER_LINK = Throttle("confirm link", 10, timedelta(minutes=5))
CONFIRM_PER_ACCOUNT = Throttle("confirm account", 5, timedelta(days=1))
PASSWORD_AGAIN_PER_ACCOUNT = Throttle("password again", 10, timedelta(minutes=5))
EMAIL_CHANGE_PER_ACCOUNT = Throttle("e-mail change", 5, timedelta(days=1))
TAKE_DATA_PER_ACCOUNT = Throttle("take data", 10, timedelta(hours=1))


def is_over(throttle: Throttle, tries: int) -> bool:
    return tries >= throttle.most
