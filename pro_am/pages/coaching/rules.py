"""Pure: which of a coach's clients need a look, why, and in which order."""

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from pro_am.programmes.rules.adherence import adherence
from pro_am.programmes.rules.course import WEEK, Course, monday_of
from pro_am.programmes.rules.weeks import ExceptionFacts, WeekFacts
from pro_am.programmes.rules.words import Standing

QUIET_AFTER = 5  # days without a word
LESS_BY = Fraction(1, 4)  # a week with so much less than those before
ENDS_WITHIN = timedelta(days=10)
WEEKS_BEFORE = 3  # what a week is compared with, itself included


class Need(enum.IntEnum):
    """The most urgent first."""

    SOS = 1
    EXCEPTION = 2
    QUIET = 3
    LESS = 4
    NO_PLAN = 5
    ENDS_SOON = 6


@dataclass(frozen=True)
class Reason:
    need: Need
    day: date | None = None
    exception: ExceptionFacts | None = None
    shares: tuple[Fraction, Fraction] | None = None  # of the last week, and of those before it


@dataclass(frozen=True)
class ClientFacts:
    """What is known of a client on one of their days."""

    standing: Standing
    course: Course
    today: date
    weeks: Mapping[date, WeekFacts] = field(default_factory=dict)
    heard_on: date | None = None
    has_sos: bool = False

    @property
    def monday(self) -> date:
        return monday_of(self.today)

    def week(self, monday: date) -> WeekFacts:
        return self.weeks.get(monday) or WeekFacts(0, monday)


def reasons(client: ClientFacts) -> list[Reason]:
    """Why they need a look, the most urgent first; nothing while all is well, or on a break."""
    found: list[Reason] = [Reason(Need.SOS)] if client.has_sos else []
    if client.standing is not Standing.ACTIVE:
        return found
    found += [Reason(Need.EXCEPTION, exception=each) for each in _exceptions(client)]
    found += _quiet(client)
    found += _less(client)
    found += _no_plan(client)
    found += _ends_soon(client)
    return found


def urgency(found: Iterable[Reason]) -> tuple[int, int]:
    """What a board is sorted by: the first need, then how many there are."""
    needs = [each.need for each in found]
    return (min(needs, default=len(Need) + 1), -len(needs))


def share_of(client: ClientFacts, monday: date) -> Fraction | None:
    return adherence(client.week(monday)).share


def _exceptions(client: ClientFacts) -> list[ExceptionFacts]:
    """The one that is now, or was in the days before."""
    since = client.today - timedelta(days=2)
    known = client.week(client.monday).exceptions
    return [each for each in known if each.from_day <= client.today and each.to_day >= since][:1]


def _quiet(client: ClientFacts) -> list[Reason]:
    """No news for days, while something was planned for them."""
    since = max(client.heard_on or client.course.starts_on, client.course.starts_on)
    days = [since + timedelta(days=each) for each in range(1, (client.today - since).days + 1)]
    asked = [day for day in days if not client.course.is_on_break(day)]
    is_planned = any(week.items and week.monday <= client.today for week in client.weeks.values())
    if len(asked) < QUIET_AFTER or not is_planned or _exceptions(client):
        return []
    return [Reason(Need.QUIET, day=since)]


def _less(client: ClientFacts) -> list[Reason]:
    """The last whole week, and the mean of those before it."""
    mondays = [client.monday - each * WEEK for each in range(1, WEEKS_BEFORE + 1)]
    last, *before = (share_of(client, monday) for monday in mondays)
    known = [share for share in before if share is not None]
    if last is None or not known:
        return []
    mean = sum(known, Fraction(0)) / len(known)
    return [Reason(Need.LESS, shares=(last, mean))] if mean - last >= LESS_BY else []


def _no_plan(client: ClientFacts) -> list[Reason]:
    """A week that counts, this one or the next, for which nothing is planned."""
    last = client.course.last_monday
    for monday in (client.monday, client.monday + WEEK):
        is_agreed = client.course.counts(monday) and (last is None or monday <= last)
        if is_agreed and not client.week(monday).items:
            return [Reason(Need.NO_PLAN, day=monday)]
    return []


def _ends_soon(client: ClientFacts) -> list[Reason]:
    last = client.course.last_day
    if last is None or last - client.today > ENDS_WITHIN:
        return []
    return [Reason(Need.ENDS_SOON, day=last)]
