"""Pure: what a message may be, and how many questions a day are a kindness."""

from datetime import timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

LONGEST = 4000
QUESTIONS_A_DAY = 10
DAY = timedelta(days=1)


class NothingWritten(Refusal):
    message = mark("Write a few words first.")
    field = "body"


class TooManyQuestions(Refusal):
    message = mark(
        "You have asked %(most)s people in a day. Their answers may already be on the way: "
        "please ask the next one tomorrow."
    )


class OwnProfile(Refusal):
    message = mark("This is your own profile: others ask you questions here.")


def check_body(body: str, *, has_picture: bool = False) -> str:
    """The text as it is kept; a picture may go without words."""
    text = body.strip()
    if not text and not has_picture:
        raise NothingWritten
    return text[:LONGEST]


def check_questions(asked_today: int) -> None:
    if asked_today >= QUESTIONS_A_DAY:
        raise TooManyQuestions(most=QUESTIONS_A_DAY)
