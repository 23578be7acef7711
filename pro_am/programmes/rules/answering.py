"""When a client may say how it went, and for which days they may say that these are different."""

from datetime import date, timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.programmes.rules.course import Course

ANSWERED_FOR = timedelta(weeks=4)  # from the Monday of a week
BY_LETTER_FOR = timedelta(weeks=2)
LONGEST_WORDS = 1000


class NotYet(Refusal):
    message = mark("This week has not begun yet: it waits for you.")


class LongAgo(Refusal):
    message = mark("This week is some time ago, and stays as it is. The one that counts is now.")


class EndsBeforeItStarts(Refusal):
    message = mark("The last day is before the first. Choose one that is not.")
    field = "to_day"


class BeforeTheProgramme(Refusal):
    message = mark("Your programme begins on %(day)s. Choose that day or a later one.")
    field = "from_day"


class AfterTheProgramme(Refusal):
    message = mark("Your programme goes on until %(day)s. Choose that day or an earlier one.")
    field = "to_day"


def check_answerable(monday: date, today: date) -> None:
    if monday > today:
        raise NotYet
    if today >= monday + ANSWERED_FOR:
        raise LongAgo


def is_answerable(monday: date, today: date) -> bool:
    return monday <= today < monday + ANSWERED_FOR


def check_exceptional(course: Course, from_day: date, to_day: date) -> None:
    """Days ahead are fine, as long as they are of the programme."""
    if to_day < from_day:
        raise EndsBeforeItStarts
    if from_day < course.starts_on:
        raise BeforeTheProgramme(day=course.starts_on)
    if course.last_day is not None and to_day > course.last_day:
        raise AfterTheProgramme(day=course.last_day)
