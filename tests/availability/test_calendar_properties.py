"""What stays true of every calendar, compared with an oracle that looks at every five minutes.

All that is drawn lies on a grid of five minutes, as do all changes of the clock drawn here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.availability.rules.bookable_time import bookable_time
from pro_am.availability.rules.calendar_rules import (
    CalendarRules,
    DateOverride,
    DayWindow,
    WeeklyWindow,
)
from pro_am.availability.rules.free_time import Load, free_time
from pro_am.availability.rules.slots import slot_is_bookable, slots
from pro_am.availability.rules.timing import OfferTiming
from pro_am.availability.rules.windows import open_windows
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.time_zones import to_local, zone

patient = settings(max_examples=80, deadline=None)  # a busy machine is no counter-example

GRID = timedelta(minutes=5)
DAY = timedelta(days=1)

# Days around which something happens to the clock, and one on which nothing does.
TURNS = [
    ("Europe/Paris", date(2026, 3, 29)),
    ("Europe/Paris", date(2026, 10, 25)),
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("Africa/Casablanca", date(2026, 2, 15)),
    ("Africa/Casablanca", date(2026, 3, 22)),
    ("America/Santiago", date(2026, 4, 4)),
    ("America/Santiago", date(2026, 9, 6)),
    ("Asia/Kathmandu", date(2027, 1, 1)),
    ("Pacific/Kiritimati", date(2026, 6, 15)),
]


@dataclass
class Case:
    """A calendar around the turn of a clock, what is taken of it, and a question about it."""

    rules: CalendarRules
    loads: list[Load]
    span: TimeSlot
    seats: int | None
    now: datetime | None


def minutes(low: int, high: int) -> st.SearchStrategy[int]:
    return st.integers(low // 5, high // 5).map(lambda fives: fives * 5)


HOURS = (minutes(0, 1435), minutes(0, 1440), st.integers(1, 3))
SEATS = st.sampled_from([1, 1, 2, 3, None])


@st.composite
def cases(draw) -> Case:
    name, turn = draw(st.sampled_from(TURNS))
    near = st.integers(-2, 2).map(lambda days: turn + timedelta(days=days))
    weekly = st.builds(
        WeeklyWindow,
        near.map(date.weekday),
        *HOURS,
        every=st.integers(1, 2),
        anchor=near,
        valid_from=st.none() | near,
        valid_until=st.none() | near,
    )
    windows = st.lists(st.builds(DayWindow, *HOURS), max_size=2).map(tuple)
    overrides = st.lists(
        st.builds(DateOverride, near, windows), max_size=2, unique_by=lambda o: o.day
    )
    instants = minutes(-24 * 60, 36 * 60).map(
        lambda m: datetime.combine(turn, time()) + timedelta(minutes=m)
    )
    rules = CalendarRules(
        zone(name),
        tuple(draw(st.lists(weekly, max_size=4))),
        tuple(draw(overrides)),
        notice_minutes=draw(minutes(0, 240)),
        horizon_days=draw(st.none() | st.integers(0, 2)),
    )
    lengths = minutes(5, 300).map(lambda m: timedelta(minutes=m))
    loads = [
        Load(start, start + length, seats)
        for start, length, seats in draw(st.lists(st.tuples(instants, lengths, SEATS), max_size=5))
    ]
    start = draw(instants)
    span = TimeSlot(start, start + timedelta(minutes=draw(minutes(5, 36 * 60))))
    return Case(rules, loads, span, draw(SEATS), draw(st.none() | instants))


@st.composite
def timings(draw) -> OfferTiming:
    return OfferTiming(
        draw(minutes(5, 180)),
        draw(st.sampled_from([5, 10, 15, 20, 30, 45, 50, 60, 90])),
        draw(minutes(0, 60)),
        draw(minutes(0, 60)),
    )


def ticks(start: datetime, end: datetime) -> Iterator[datetime]:
    while start < end:
        yield start
        start += GRID


def capacities(rules: CalendarRules, span: TimeSlot) -> dict[datetime, int]:
    """The oracle for windows: by a clock that is never put back, but waits until it is right."""
    hours = []
    for days in range(-4, (span.end - span.start).days + 5):
        day = span.start.date() + timedelta(days=days)
        overrides = [override for override in rules.overrides if override.day == day]
        if overrides:
            windows = [window for override in overrides for window in override.windows]
        else:
            windows = [
                DayWindow(window.start_minute, window.end_minute, window.capacity)
                for window in rules.weekly
                if window.weekday == day.weekday() and in_force(window, day)
            ]
        midnight = datetime.combine(day, time())
        for window in windows:
            opens = midnight + timedelta(minutes=window.start_minute)
            closes = midnight + timedelta(minutes=window.end_minute)
            hours.append((opens, closes if closes > opens else closes + DAY, window.capacity))
    found, latest = {}, to_local(span.start - DAY, rules.zone)
    for tick in ticks(span.start - DAY, span.end):
        latest = max(latest, to_local(tick, rules.zone))
        found[tick] = max((c for opens, closes, c in hours if opens <= latest < closes), default=0)
    return {tick: capacity for tick, capacity in found.items() if tick >= span.start}


def in_force(window: WeeklyWindow, day: date) -> bool:
    if window.valid_from and day < window.valid_from:
        return False
    if window.valid_until and day > window.valid_until:
        return False
    monday, anchor = (d - timedelta(days=d.weekday()) for d in (day, window.anchor or day))
    return (monday - anchor).days % (7 * window.every) == 0


def may_start(rules: CalendarRules, start: datetime, now: datetime | None) -> bool:
    if now is None:
        return True
    days = (to_local(start, rules.zone).date() - to_local(now, rules.zone).date()).days
    soon_enough = rules.horizon_days is None or days <= rules.horizon_days
    return soon_enough and start >= now + timedelta(minutes=rules.notice_minutes)


def taken(loads: list[Load], tick: datetime) -> float:
    seats = (load.seats for load in loads if load.start <= tick < load.end)
    return sum(float("inf") if seat is None else seat for seat in seats)


def has_room(capacity: int, load: float, seats: int | None) -> bool:
    return capacity > 0 and load == 0 if seats is None else capacity - load >= seats


def joined(stretches: list[TimeSlot]) -> list[TimeSlot]:
    whole: list[TimeSlot] = []
    for stretch in stretches:
        if whole and whole[-1].end == stretch.start:
            whole[-1] = TimeSlot(whole[-1].start, stretch.end)
        else:
            whole.append(stretch)
    return whole


def free(case: Case) -> list[TimeSlot]:
    return bookable_time(case.rules, case.loads, case.span, case.seats, case.now)


def free_ticks(stretches: list[TimeSlot]) -> set[datetime]:
    return {tick for stretch in stretches for tick in ticks(stretch.start, stretch.end)}


@patient
@given(case=cases())
def test_free_time_is_what_the_oracle_finds(case):
    expected = {
        tick
        for tick, capacity in capacities(case.rules, case.span).items()
        if has_room(capacity, taken(case.loads, tick), case.seats)
        and may_start(case.rules, tick, case.now)
    }

    assert free_ticks(free(case)) == expected


@patient
@given(case=cases(), timing=timings())
def test_slots_are_what_the_oracle_finds(case, timing):
    reach = timing.reach(case.span)
    capacity = capacities(case.rules, reach)
    load = {tick: taken(case.loads, tick) for tick in capacity}

    def fits(start: datetime) -> bool:
        local = to_local(start, case.rules.zone)
        service, whole = timing.service(start), timing.load(start)
        during = list(ticks(service.start, service.end))
        least = min(capacity[tick] for tick in during)
        return (
            (local.hour * 60 + local.minute) % timing.step_minutes == 0
            and may_start(case.rules, start, case.now)
            and all(has_room(capacity[tick], load[tick], case.seats) for tick in during)
            and all(
                load[tick] == 0 or has_room(capacity[tick] or least, load[tick], case.seats)
                for tick in ticks(whole.start, whole.end)
            )
        )

    found = slots(case.rules, case.loads, timing, case.span, case.seats, case.now)

    assert found == [start for start in ticks(case.span.start, case.span.end) if fits(start)]


@patient
@given(case=cases(), timing=timings())
def test_a_start_is_bookable_exactly_when_it_is_offered(case, timing):
    offered = slots(case.rules, case.loads, timing, case.span, case.seats, case.now)

    for start in ticks(case.span.start, min(case.span.end, case.span.start + DAY / 2)):
        bookable = slot_is_bookable(case.rules, case.loads, timing, start, case.seats, case.now)
        assert bookable == (start in offered)


@patient
@given(case=cases())
def test_free_time_is_sorted_disjoint_and_not_touching(case):
    stretches = free(case)

    assert all(earlier.end < later.start for earlier, later in pairwise(stretches))
    assert all(case.span.contains(stretch) for stretch in stretches)


@patient
@given(case=cases())
def test_free_time_and_time_taken_never_overlap(case):
    whole_calendar = free(replace(case, seats=None))

    for stretch in whole_calendar:
        assert not any(stretch.overlaps(TimeSlot(load.start, load.end)) for load in case.loads)


@patient
@given(case=cases(), extra=cases())
def test_a_booking_never_enlarges_free_time_and_cancelling_restores_it(case, extra):
    before = free(replace(case, loads=[load for load in case.loads if load not in extra.loads]))

    loads = extra.loads + case.loads
    booked = free(replace(case, loads=loads))
    cancelled = free(replace(case, loads=[load for load in loads if load not in extra.loads]))

    assert all(any(old.contains(new) for old in before) for new in booked)
    assert cancelled == before


@patient
@given(case=cases(), share=st.integers(1, 9))
def test_free_time_of_two_neighbours_is_that_of_both(case, share):
    middle = case.span.start + case.span.length * share / 10
    parts = [TimeSlot(case.span.start, middle), TimeSlot(middle, case.span.end)]

    first, second = (free(replace(case, span=part)) for part in parts)

    assert joined(first + second) == free(case)


@patient
@given(case=cases(), timing=timings(), share=st.integers(1, 9))
def test_slots_of_two_neighbours_are_those_of_both(case, timing, share):
    middle = case.span.start + case.span.length * share / 10
    whole, first, second = (
        slots(case.rules, case.loads, timing, TimeSlot(*part), case.seats, case.now)
        for part in (
            (case.span.start, case.span.end),
            (case.span.start, middle),
            (middle, case.span.end),
        )
    )

    assert first + second == whole


@patient
@given(case=cases(), order=st.randoms(use_true_random=False))
def test_the_order_in_which_things_were_written_does_not_matter(case, order):
    weekly, loads = list(case.rules.weekly), list(case.loads)
    order.shuffle(weekly)
    order.shuffle(loads)

    shuffled = replace(case, rules=replace(case.rules, weekly=tuple(weekly)), loads=loads)

    assert free(shuffled) == free(case)


@patient
@given(
    case=cases(),
    timing=timings(),
    wishes=st.lists(st.tuples(st.integers(0, 999), SEATS), max_size=12),
)
def test_whatever_is_booked_through_slots_the_peak_stays_within_the_capacity(case, timing, wishes):
    """Only a buffer that nobody else touches may ask more than the hours it reaches into have."""
    booked: list[Load] = []
    for lot, seats in wishes:
        if offered := slots(case.rules, booked, timing, case.span, seats):
            booked.append(timing.load(offered[lot % len(offered)], seats))

    for tick, capacity in capacities(case.rules, timing.reach(case.span)).items():
        there = [load for load in booked if load.start <= tick < load.end]
        if capacity and len(there) > 1:
            assert taken(there, tick) <= capacity


@patient
@given(case=cases())
def test_looking_from_further_away_shows_the_same(case):
    """The margin around a span never hides a window."""
    windows = open_windows(case.rules, case.span)
    wide = open_windows(case.rules, TimeSlot(case.span.start - 3 * DAY, case.span.end + 3 * DAY))

    assert free_time(wide, case.loads, case.span) == free_time(windows, case.loads, case.span)
