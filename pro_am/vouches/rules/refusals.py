"""The ways in which vouches say no."""

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark


class NotYetKnown(Refusal):
    message = mark(
        "To recommend somebody in person, you are first known here yourself: verified or"
        " recommended, with %(bookings)s bookings that took place."
    )


class TooNew(Refusal):
    message = mark("You can recommend somebody in person %(days)s days after you joined.")


class VouchingForYourself(Refusal):
    message = mark("Nobody recommends themselves.")


class CannotVouchFor(Refusal):
    """The same words whatever the reason: a block does not show itself."""

    message = mark("It is not possible to recommend this person at the moment.")


class AlreadyVouching(Refusal):
    message = mark("You recommend this person already.")


class NoPlaceLeft(Refusal):
    message = mark(
        "Your %(most)s recommendations are given. One is free again %(days)s days after you"
        " withdraw it."
    )


class UnknownCraft(Refusal):
    message = mark("Choose what you recommend this person for.")
    field = "craft"


class Ended(Refusal):
    message = mark("This recommendation has ended already.")


class TooEarlyToConfirm(Refusal):
    message = mark("Nothing to confirm yet: this recommendation stands.")
