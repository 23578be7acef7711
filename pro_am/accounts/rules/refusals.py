"""The ways in which accounts say no."""

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark


class WeakPassword(Refusal):
    message = mark("This password is easy to guess. A few words in a row make a better one.")
    field = "password"


class PasswordTooShort(Refusal):
    message = mark("A password has at least %(shortest)s characters.")
    field = "password"


class WrongSignIn(Refusal):
    message = mark(
        "This e-mail address and password do not go together."
        " Check both, or ask for a new password."
    )
    field = "password"


class EmailNotConfirmed(Refusal):
    message = mark(
        "Please confirm your e-mail address first: we have just sent you the link again."
    )
    field = "email"


class TooManyTries(Refusal):
    message = mark(
        "That was many tries in a short time. Please wait %(minutes)s minutes and try again."
    )


class OtherPassword(Refusal):
    message = mark(
        "This is not the password that was chosen when the account was asked for. "
        "If it was not you who asked, create an account yourself."
    )
    field = "password"


class NameIsAnAddress(Refusal):
    message = mark("Write a name, not an address.")
    field = "name"


class LinkNoLongerWorks(Refusal):
    message = mark(
        "This link no longer works: it was used, replaced by a newer one, or is too old."
    )


class ReservedName(Refusal):
    message = mark("This name could be taken for the team of this site. Please choose another.")
    field = "name"


class WrongPassword(Refusal):
    message = mark("This is not your password. Try again, or ask for a new one.")
    field = "password_again"


class AlreadyYours(Refusal):
    message = mark("This is your address already.")
    field = "email"


class EmailTaken(Refusal):
    message = mark("Meanwhile somebody else uses this address here.")


class YouHaveLeft(Refusal):
    message = mark(
        "You closed this account. If you want to keep it, open the link that we have just sent you."
    )
    field = "email"


class OnlyAdmin(Refusal):
    message = mark("Nobody else runs this site. Appoint somebody before you leave.")


class Suspended(Refusal):
    message = mark(
        "This account is suspended. If you think that this is a mistake, write to %(contact)s."
    )


class OwnAccount(Refusal):
    message = mark("Nobody does this to their own account: ask another administrator.")


class NoReason(Refusal):
    message = mark("Write the reason: the person will read it.")
    field = "why"
