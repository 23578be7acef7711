"""What waits, in its order, and how days are laid out: pure rules."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from pro_am.bookings.rules.life import BookingState, Side
from pro_am.foundation import time_zones
from pro_am.foundation.time_slots import TimeSlot
from pro_am.pages.my_week.rules import (
    MOST_TO_DO,
    BookingLine,
    Counts,
    Kind,
    OfferingFacts,
    OfferLine,
    days_of,
    span_of,
    to_do,
)

NOON = datetime(2030, 1, 7, 12, 0)
HOUR = timedelta(hours=1)
PARIS, TOKYO = time_zones.zone("Europe/Paris"), time_zones.zone("Asia/Tokyo")
DINNER = BookingLine(
    reference="A",
    state=BookingState.REQUESTED,
    side=Side.PROVIDER,
    title="Dinner",
    other="Ana",
    people=2,
    starts_at=NOON + 5 * HOUR,
    ends_at=NOON + 7 * HOUR,
    answer_by=NOON + 2 * HOUR,
    time_zone="Europe/Paris",
    has_allergies=False,
    is_reviewable=False,
)
READY = OfferingFacts(
    has_picture=True,
    offers=(OfferLine("1", "Dinner", is_draft=False, has_picture=True),),
    has_hours=True,
)


def kinds(*bookings, counts=None, offering=None):
    return [each.kind for each in to_do(bookings, counts or Counts(), offering)]


def test_people_who_wait_come_before_pages_that_could_be_nicer():
    done = replace(DINNER, state=BookingState.COMPLETED, is_reviewable=True)
    bare = OfferingFacts(
        has_picture=False,
        offers=(
            OfferLine("1", "Lunch", is_draft=True, has_picture=False),
            OfferLine("2", "Dinner", is_draft=False, has_picture=False),
        ),
        has_hours=False,
    )

    assert kinds(done, DINNER, counts=Counts(1, 2, 3), offering=bare) == [
        Kind.ANSWER,
        Kind.REVIEW,
        Kind.UNREAD,
        Kind.VERIFY,
        Kind.DIPLOMAS,
        Kind.HOURS,
        Kind.DRAFT,
        Kind.PORTRAIT,
        Kind.OFFER_PICTURE,
    ]


def test_the_answer_that_is_due_first_comes_first():
    later = replace(DINNER, reference="B", answer_by=NOON + HOUR)

    assert [each.booking.reference for each in to_do([DINNER, later], Counts(), None)] == ["B", "A"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (replace(DINNER, side=Side.HOST), []),
        (replace(DINNER, state=BookingState.EXPIRED), []),
        (replace(DINNER, state=BookingState.CONFIRMED), []),
    ],
)
def test_only_what_a_member_can_do_is_asked_of_them(line, found):
    assert kinds(line, offering=READY) == found


def test_a_list_of_answers_has_an_end():
    assert len(kinds(*[DINNER] * 40)) == MOST_TO_DO


def test_who_has_no_offer_begins_with_one():
    assert kinds(offering=replace(READY, offers=())) == [Kind.FIRST_OFFER]


def test_a_booking_is_on_the_day_it_starts_on_the_members_clock():
    late = replace(DINNER, starts_at=datetime(2030, 1, 7, 16, 0))

    def day_in(zone):
        days = days_of(date(2030, 1, 7), NOON, zone, [late], [], {})
        return [each.day for each in days if each.bookings]

    assert day_in(PARIS) == [date(2030, 1, 7)]
    assert day_in(TOKYO) == [date(2030, 1, 8)]


def test_free_time_has_neither_the_past_nor_what_is_asked_for():
    evening = TimeSlot(NOON - HOUR, NOON + 10 * HOUR)

    today = days_of(date(2030, 1, 7), NOON, PARIS, [DINNER], [evening], {})[0]

    assert today.free == (
        TimeSlot(NOON, NOON + 5 * HOUR),
        TimeSlot(NOON + 7 * HOUR, NOON + 10 * HOUR),
    )


def test_only_what_is_planned_is_in_the_week():
    lines = [replace(DINNER, state=state) for state in BookingState]

    today = days_of(date(2030, 1, 7), NOON, PARIS, lines, [], {})[0]

    assert {each.state.value for each in today.bookings} == {
        "requested", "confirmed", "in_progress", "completed", "closed",
    }  # fmt: skip


def test_a_week_with_a_change_of_the_clock_is_seven_days():
    assert span_of(date(2030, 3, 28), PARIS).length == timedelta(days=7) - HOUR


def test_whoever_is_asked_answers_on_either_side():
    """Another time was proposed: it is the host's turn."""
    as_host = replace(DINNER, state=BookingState.REQUESTED, side=Side.HOST)

    assert not as_host.awaits_me
    assert replace(as_host, awaits=Side.HOST).awaits_me
