"""Who may do what with a programme, and when: one table for what is done and what is shown."""

import enum
from dataclasses import dataclass
from datetime import date, timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.programmes.rules.course import Course, first_monday
from pro_am.programmes.rules.words import STANDINGS, Side, Standing

MOST_CHOICES = 6  # days that a break may begin or end on


class Act(enum.StrEnum):
    PAUSE = "pause"
    RESUME = "resume"
    LEAVE = "leave"
    CLOSE = "close"


class NotPossibleNow(Refusal):
    message = mark("This is not possible at the moment: the programme is %(standing)s.")


class TalkAhead(Refusal):
    message = mark("The first talk is still ahead: cancel its booking, and nothing is due.")


class OtherDay(Refusal):
    message = mark("Choose one of the days that are offered.")
    field = "day"


@dataclass(frozen=True)
class LifeFacts:
    """What decides, on one day of the client's."""

    standing: Standing
    course: Course
    today: date
    is_talk_ahead: bool = False  # that of its booking

    @property
    def has_open_break(self) -> bool:
        """It is on a break, or one is agreed that has no end yet."""
        return any(each.to_day is None for each in self.course.breaks)


ENDS = {Act.LEAVE, Act.CLOSE}
_ACTS = {
    Act.PAUSE: (Side.CLIENT, Side.COACH),
    Act.RESUME: (Side.CLIENT, Side.COACH),
    Act.LEAVE: (Side.CLIENT,),
    Act.CLOSE: (Side.COACH,),
}


def possible_acts(facts: LifeFacts, side: Side) -> list[Act]:
    """What a page offers: exactly what would be accepted."""
    return [act for act in Act if side in _ACTS[act] and _is_possible(facts, act)]


def check_act(facts: LifeFacts, act: Act, side: Side) -> None:
    if act in ENDS and facts.is_talk_ahead:
        raise TalkAhead
    if act not in possible_acts(facts, side):
        raise NotPossibleNow(standing=STANDINGS[facts.standing])


def days_to_choose(facts: LifeFacts) -> list[date]:
    """Days on which a break may begin or end: today, and the Mondays after it."""
    monday = first_monday(facts.today + timedelta(days=1))
    return [facts.today, *(monday + timedelta(weeks=each) for each in range(MOST_CHOICES - 1))]


def check_day(facts: LifeFacts, day: date) -> None:
    if day not in days_to_choose(facts):
        raise OtherDay


def standing_on(facts: LifeFacts) -> Standing:
    """What it is on that day, whatever its row says."""
    if facts.standing is Standing.ENDED or facts.course.is_over(facts.today):
        return Standing.ENDED
    return Standing.PAUSED if facts.course.is_on_break(facts.today) else Standing.ACTIVE


def _is_possible(facts: LifeFacts, act: Act) -> bool:
    if standing_on(facts) is Standing.ENDED:
        return False
    if act is Act.PAUSE:
        return not facts.has_open_break
    if act is Act.RESUME:
        return facts.has_open_break
    return not facts.is_talk_ahead
