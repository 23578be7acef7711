"""What happened in a market: bookings that took place, all reviewed by their hosts."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from random import Random

from pro_am.availability.models import Hold
from pro_am.bookings.models import Booking, BookingStep
from pro_am.bookings.rules import policy
from pro_am.bookings.rules.life import COMPLETES_AFTER, BookingState
from pro_am.conversations.models import Thread, ThreadMember
from pro_am.foundation import clock
from pro_am.foundation.bulk import Row, insert_rows
from pro_am.operations.market.crowd import LENGTH, ZONE, Stall
from pro_am.operations.market.inserting import insert_numbered
from pro_am.operations.market.texts import OPINIONS
from pro_am.profiles.rules import PlaceMode, PriceUnit
from pro_am.reviews.models import Review
from pro_am.reviews.rules.window import WINDOW
from pro_am.standing.rules import ReviewedAs

MOST_REVIEWS = 20
NEWEST_VISIT = timedelta(days=16)  # ago: every review is open to all
POLICY = policy.FLEXIBLE.snapshot()


def past(stalls: Sequence[Stall], hosts: Sequence[int], chance: Random) -> None:
    """Bookings that took place, each on a day of its own, all reviewed by their hosts."""
    kept = [
        (stall, host, number)
        for stall in stalls
        for number, host in enumerate(chance.sample(hosts, chance.randint(0, MOST_REVIEWS)))
    ]
    book_and_review(kept, chance)


def book_and_review(kept: Sequence[tuple[Stall, int, int]], chance: Random) -> None:
    """The last of each says how many weeks before the newest it was."""
    ends = _ends(kept)
    booking_ids = book(kept, chance)
    insert_rows(
        Review,
        [
            _review(booking_id, stall.member, host, end, chance)
            for booking_id, (stall, host, _), end in zip(booking_ids, kept, ends, strict=True)
        ],
    )


def book(kept: Sequence[tuple[Stall, int, int]], chance: Random) -> Sequence[int]:
    """The same without reviews; return the ids of the bookings."""
    ends = _ends(kept)
    hold_ids = insert_numbered(
        Hold, [_hold(stall.calendar, end) for (stall, _, _), end in zip(kept, ends, strict=True)]
    )
    thread_ids = insert_numbered(Thread, [{"created_at": end - timedelta(days=9)} for end in ends])
    members = [
        {"thread_id": thread, "member_id": member, "read_at": None}
        for thread, (stall, host, _) in zip(thread_ids, kept, strict=True)
        for member in (stall.member, host)
    ]
    insert_rows(ThreadMember, members)
    booking_ids = insert_numbered(
        Booking,
        [
            _booking(stall, host, end, chance) | {"hold_id": hold_id, "thread_id": thread_id}
            for (stall, host, _), end, hold_id, thread_id in zip(
                kept, ends, hold_ids, thread_ids, strict=True
            )
        ],
    )
    insert_rows(
        BookingStep,
        [
            step
            for booking_id, (stall, host, _), end in zip(booking_ids, kept, ends, strict=True)
            for step in _steps(booking_id, stall, host, end)
        ],
    )
    return booking_ids


def _ends(kept: Sequence[tuple[Stall, int, int]]) -> list[datetime]:
    midnight = datetime.combine(clock.now(), time())
    return [midnight - NEWEST_VISIT - timedelta(days=7 * number) for _, _, number in kept]


def _hold(calendar_id: int, end: datetime) -> Row:
    return {
        "calendar_id": calendar_id,
        "starts_at": end - LENGTH,
        "ends_at": end,
        "blocks_from": end - LENGTH,
        "blocks_until": end,
    }


def _booking(stall: Stall, host: int, end: datetime, chance: Random) -> Row:
    return {
        "reference": f"{chance.getrandbits(48):012X}",
        "idempotency_key": f"{chance.getrandbits(96):024x}",
        "host_id": host,
        "provider_id": stall.member,
        "offer_id": chance.choice(stall.offers),
        "state": BookingState.COMPLETED,
        "revision": 3,
        "starts_at": end - LENGTH,
        "ends_at": end,
        "time_zone": ZONE,
        "answer_by": end - timedelta(days=7),
        "requested_at": end - timedelta(days=9),
        "people": 2,
        "offer_title": "Dinner at my table",
        "place_mode": PlaceMode.PROVIDER,
        "town_name": stall.town.name,
        "address": "3 rue des Cuisiniers",
        "price_minor": 2500,
        "currency": "EUR",
        "price_unit": PriceUnit.PERSON,
        "total_minor": 5000,
        "policy": POLICY,
        "allergies": "",
    }


def _steps(booking: int, stall: Stall, host: int, end: datetime) -> Iterator[Row]:
    before = None
    for state, at, by in (
        (BookingState.REQUESTED, end - timedelta(days=9), host),
        (BookingState.CONFIRMED, end - timedelta(days=8), stall.member),
        (BookingState.IN_PROGRESS, end - LENGTH, None),
        (BookingState.COMPLETED, end + COMPLETES_AFTER, None),
    ):
        yield {
            "booking_id": booking,
            "at": at,
            "by_id": by,
            "from_state": before,
            "to_state": state,
            "reason": "",
            "was_in_time": None,
        }
        before = state


def _review(booking: int, subject: int, author: int, end: datetime, chance: Random) -> Row:
    return {
        "booking_id": booking,
        "author_id": author,
        "subject_id": subject,
        "role": ReviewedAs.PROVIDER,
        "stars": chance.choices((3, 4, 5), weights=(1, 4, 9))[0],
        "facets": {},
        "text": chance.choice(OPINIONS),
        "private_note": "",
        "written_at": end + timedelta(days=1),
        "shown_from": end + WINDOW,  # one side alone has written
        "reply": "",
    }
