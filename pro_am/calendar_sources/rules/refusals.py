"""Expected noes, in words for a person."""

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark


class NoCalendar(Refusal):
    message = mark("There is no calendar at this address or in this file.")


class TooMuchWork(Refusal):
    message = mark("This calendar takes too much work to read.")
