"""Who needs a look, why, and in which order."""

from datetime import date, timedelta

from pro_am.pages.coaching.rules import ClientFacts, Need, reasons, urgency
from pro_am.programmes.rules.course import WEEK, Break, Course
from pro_am.programmes.rules.weeks import ExceptionFacts, ItemFacts, WeekFacts
from pro_am.programmes.rules.words import ExceptionKind, ItemKind, ItemState, Standing

MONDAY = date(2030, 1, 7)
TODAY = MONDAY + 3 * WEEK + timedelta(days=2)  # the Wednesday of the fourth week


def week(number: int, done: int, of: int = 4, exceptions=()) -> WeekFacts:
    monday = MONDAY + number * WEEK
    states = [ItemState.DONE] * done + [ItemState.PLANNED] * (of - done)
    items = tuple(
        ItemFacts(n, monday + timedelta(days=n), ItemKind.SESSION, "Walk", None, "", 1, state)
        for n, state in enumerate(states)
    )
    return WeekFacts(1, monday, items, tuple(exceptions))


def client(*weeks: WeekFacts, **facts) -> ClientFacts:
    """Eight weeks, in the fourth, heard of yesterday."""
    known = {"heard_on": TODAY - timedelta(days=1), "standing": Standing.ACTIVE, **facts}
    course = known.pop("course", Course(MONDAY, 8))
    return ClientFacts(
        course=course, today=TODAY, weeks={each.monday: each for each in weeks}, **known
    )


FINE = [week(number, 3) for number in range(5)]


def needs(facts: ClientFacts) -> list[Need]:
    return [each.need for each in reasons(facts)]


def test_whoever_has_a_plan_and_said_something_needs_nothing():
    assert needs(client(*FINE)) == []


def test_days_without_news_are_counted_and_those_of_a_break_are_not():
    since = TODAY - timedelta(days=6)
    rested = Course(MONDAY, 8, (Break(since + timedelta(days=2), since + timedelta(days=4)),))

    assert needs(client(*FINE, heard_on=since)) == [Need.QUIET]
    assert needs(client(*FINE, heard_on=since, course=rested)) == []


def test_a_lighter_week_is_named_once_it_is_over():
    weeks = [week(0, 4), week(1, 4), week(2, 1), week(3, 0), week(4, 0)]

    assert needs(client(*weeks)) == [Need.LESS]


def test_an_exception_is_shown_first_and_quiet_days_are_explained_by_it():
    off = ExceptionFacts(TODAY, TODAY, ExceptionKind.ILLNESS, "")
    weeks = [*FINE[:3], week(3, 0, exceptions=[off]), FINE[4]]

    assert needs(client(*weeks, heard_on=TODAY - timedelta(days=9))) == [Need.EXCEPTION]


def test_a_week_without_a_plan_is_told_before_it_begins():
    assert needs(client(*FINE[:4])) == [Need.NO_PLAN]


def test_nothing_is_missing_behind_the_last_week():
    found = needs(client(*FINE[:4], course=Course(MONDAY, 4)))

    assert found == [Need.ENDS_SOON]


def test_during_a_break_only_a_call_for_help_is_shown():
    paused = {"standing": Standing.PAUSED, "heard_on": TODAY - timedelta(days=30)}

    assert needs(client(**paused)) == []
    assert needs(client(**paused, has_sos=True)) == [Need.SOS]


def test_the_most_urgent_comes_first_and_who_needs_nothing_last():
    in_order = [
        client(*FINE, has_sos=True),
        client(*FINE[:4], heard_on=TODAY - timedelta(days=9)),
        client(*FINE, heard_on=TODAY - timedelta(days=9)),
        client(*FINE[:4]),
        client(*FINE),
    ]

    assert sorted(in_order[::-1], key=lambda each: urgency(reasons(each))) == in_order
