"""Expected noes, in words for a person."""

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark


class NoCalendar(Refusal):
    message = mark("There is no calendar at this address or in this file.")


class TooMuchWork(Refusal):
    message = mark("This calendar takes too much work to read.")


class NoAddress(Refusal):
    message = mark("Write an address that begins with https:// or webcal://.")
    field = "url"


class FileTooLarge(Refusal):
    message = mark("This file is too large: 5 MB at most.")
    field = "file"


class TooManySources(Refusal):
    message = mark("There are ten calendars here already. Remove one first.")
