"""Which weeks a programme has, with breaks between them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.programmes.rules.course import WEEK, Break, Course, first_monday, monday_of

MONDAY = date(2030, 1, 7)


def course(weeks: int, *breaks: tuple[int, int | None]) -> Course:
    """Breaks by the numbers of their first and last day, counted from the first Monday."""
    days = [
        Break(MONDAY + timedelta(days=first), None if last is None else MONDAY + timedelta(last))
        for first, last in breaks
    ]
    return Course(MONDAY, weeks, tuple(days))


@pytest.mark.parametrize(
    ("given_course", "last"),
    [
        (course(1), 0),
        (course(8), 7),
        (course(4, (7, 13)), 4),  # the second week is a break: one more at the end
        (course(4, (8, 13)), 3),  # its Monday is not: it counts
        (course(4, (7, 10), (11, 13)), 4),  # two breaks side by side
        (course(4, (-5, 2)), 3),
        (course(4, (7, None)), None),
        (course(4, (28, None)), 3),  # behind the last week it changes nothing
        (course(4, (24, None)), 3),  # the last week has begun
    ],
)
def test_a_week_of_nothing_but_a_break_is_put_back_to_the_end(given_course, last):
    expected = None if last is None else MONDAY + last * WEEK
    assert given_course.last_monday == expected


@pytest.mark.parametrize(
    ("day", "begun"), [(-1, 0), (0, 1), (6, 1), (7, 2), (13, 2), (14, 2), (21, 3), (400, 4)]
)
def test_weeks_are_due_from_their_monday_and_never_for_a_break(day, begun):
    assert course(4, (14, 20)).weeks_begun(MONDAY + timedelta(days=day)) == begun


def test_weeks_are_numbered_past_a_break():
    numbers = [course(3, (7, 13)).week_number(MONDAY + each * WEEK) for each in range(-1, 6)]

    assert numbers == [None, 1, None, 2, 3, None, None]


@given(day=st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_the_first_monday_is_that_day_or_at_most_six_later(day):
    found = first_monday(day)

    assert found.weekday() == 0
    assert timedelta(0) <= found - day <= timedelta(days=6)
    assert monday_of(day) <= day


@settings(max_examples=100)
@given(
    weeks=st.integers(1, 20),
    breaks=st.lists(
        st.tuples(st.integers(-10, 200), st.integers(0, 60)).map(lambda b: (b[0], b[0] + b[1])),
        max_size=4,
    ),
)
def test_whatever_the_breaks_there_are_as_many_weeks_as_agreed(weeks, breaks):
    found = course(weeks, *breaks)

    mondays = found.mondays()
    assert len(mondays) == weeks
    assert mondays[-1] == found.last_monday
    assert all(found.counts(monday) for monday in mondays)
    assert found.weeks_begun(mondays[-1]) == weeks
    assert found.is_over(mondays[-1] + WEEK)
    assert not found.is_over(mondays[-1] + timedelta(days=6))
    assert [found.week_number(monday) for monday in mondays] == list(range(1, weeks + 1))
