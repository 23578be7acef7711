"""Is a time ever sold twice? Counted from the rows that a contest leaves behind."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import groupby
from statistics import quantiles

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.availability import queries as calendars
from pro_am.availability.models import Calendar, Hold
from pro_am.availability.rules.calendar_rules import WeeklyWindow
from pro_am.availability.rules.free_time import Load, occupancy
from pro_am.availability.rules.windows import Window, open_windows
from pro_am.foundation import clock, ids, places
from pro_am.foundation.database import db, transaction
from pro_am.foundation.time_slots import TimeSlot
from pro_am.operations import throw_away
from pro_am.operations.drills import contest
from pro_am.operations.drills.contest import BOOKED, REFUSED, Attempt, Crew, Outcome, Round
from pro_am.pages.actions import start_offering
from pro_am.profiles.actions import found_starting_crafts
from pro_am.profiles.models import Craft, Offer
from pro_am.profiles.rules import PlaceMode

ATTEMPTS_A_ROUND = 40
PRO_AMS = 4
# Open from 8 to 23 on the local clock, one seat, with a pause around each booking of two hours.
OPEN = tuple(WeeklyWindow(weekday, 8 * 60, 23 * 60) for weekday in range(7))
PAUSES = (15, 15, 0)
FIRST_DAY = timedelta(days=3)  # no round may become too late while the others are under way
LAST_DAY = timedelta(days=360)
# In each round hosts ask for starts half an hour apart, all of which overlap; four hours later
# is the next, which they do not touch.
HOURS_UTC = (9, 13, 17)
APART = (timedelta(minutes=-30), timedelta(0), timedelta(minutes=30))

MOST_ATTEMPTS = ATTEMPTS_A_ROUND * PRO_AMS * len(HOURS_UTC) * (LAST_DAY - FIRST_DAY).days


@dataclass(frozen=True)
class Verdict:
    engine: str
    attempts: int
    booked: int
    refused: int
    errors: int
    slots: int
    over_capacity: int
    p50_ms: float
    p99_ms: float
    seconds: float

    @property
    def is_good(self) -> bool:
        """One winner for each slot, a clean no for all others."""
        return not self.over_capacity and not self.errors and self.booked == self.slots


def run(server: str | None, attempts: int, crew: Crew) -> tuple[Verdict, Counter[str]]:
    """Hold the contest, on SQLite or beside a PostgreSQL database; also return the faults."""
    with throw_away.installation(server, pool_size=crew.threads) as settings:
        with throw_away.running(settings):
            db.create_all()
            rounds = _rounds(_open_offers(), _hosts(), attempts)
        outcomes = contest.run(settings, rounds, crew)
        with throw_away.running(settings):
            over_capacity = sum(map(_times_sold_twice, db.session.scalars(select(Calendar))))
            verdict = _verdict(outcomes, slots=len(rounds), over_capacity=over_capacity)
    faults = Counter(each.answer for each in outcomes if each.answer not in (BOOKED, REFUSED))
    return verdict, faults


def times_over_capacity(windows: Iterable[Window], holds: Iterable[TimeSlot]) -> int:
    """Maximal stretches in which more holds lie on each other than the windows have seats."""
    loads = [Load(held.start, held.end, seats=1) for held in holds]
    stretches = occupancy(windows, loads)
    runs = groupby(stretches, lambda stretch: stretch.load > stretch.capacity)
    return sum(is_over for is_over, _ in runs)


def _times_sold_twice(calendar: Calendar) -> int:
    rows = db.session.execute(
        select(Hold.blocks_from, Hold.blocks_until).where(
            Hold.calendar_id == calendar.id, Hold.released_at.is_(None)
        )
    )
    # A hold takes the whole calendar, which is the one seat that it has.
    holds = [TimeSlot(start, end) for start, end in rows]
    if not holds:
        return 0
    span = TimeSlot(min(held.start for held in holds), max(held.end for held in holds))
    return times_over_capacity(open_windows(calendars.rules_of(calendar), span), holds)


def _verdict(outcomes: Sequence[Outcome], *, slots: int, over_capacity: int) -> Verdict:
    answers = Counter(outcome.answer for outcome in outcomes)
    percentiles = quantiles(
        [1000 * (outcome.ended - outcome.began) for outcome in outcomes], n=100, method="inclusive"
    )
    took = max(each.ended for each in outcomes) - min(each.began for each in outcomes)
    return Verdict(
        engine=db.engine.dialect.name,
        attempts=len(outcomes),
        booked=answers[BOOKED],
        refused=answers[REFUSED],
        errors=len(outcomes) - answers[BOOKED] - answers[REFUSED],
        slots=slots,
        over_capacity=over_capacity,
        p50_ms=round(percentiles[49], 1),
        p99_ms=round(percentiles[98], 1),
        seconds=round(took, 1),
    )


def _rounds(offer_ids: Sequence[int], host_ids: Sequence[int], attempts: int) -> list[Round]:
    rounds: list[Round] = []
    first_day = datetime.combine(clock.now() + FIRST_DAY, time())
    for number, done in enumerate(range(0, attempts, ATTEMPTS_A_ROUND)):
        turn, which = divmod(number, len(offer_ids))
        days, hour = divmod(turn, len(HOURS_UTC))
        middle = first_day + timedelta(days=days, hours=HOURS_UTC[hour])
        rounds.append(
            [
                Attempt(host_id, offer_ids[which], middle + APART[place % len(APART)])
                for place, host_id in enumerate(host_ids[: attempts - done])
            ]
        )
    return rounds


def _hosts() -> list[int]:
    with transaction():
        hosts = [_member(f"Host {number}") for number in range(ATTEMPTS_A_ROUND)]
    return [host.id for host in hosts]


def _open_offers() -> list[int]:
    """One offer of each pro-am, bookable every day of the coming year."""
    found_starting_crafts()
    with transaction():
        return [_open_offer(_member(f"Pro-Am {number}")).id for number in range(PRO_AMS)]


def _open_offer(member: Member) -> Offer:
    town = places.find_town("Nantes")
    assert town is not None  # noqa: S101 - it is among the towns that ship with the product
    db.session.flush()  # a profile needs its member's id
    offer = start_offering(
        member,
        craft=db.session.scalars(select(Craft).filter_by(slug="fitness")).one(),
        title="Gentle yoga",
        town=town,
        place_mode=PlaceMode.PROVIDER,
        price_minor=0,
        windows=list(OPEN),
        idempotency_key=ids.public_id(),
    )
    calendar = calendars.calendar_for(offer)
    assert calendar is not None  # noqa: S101 - opened with the offer
    availability.change_hours(
        calendar.id, weekly=OPEN, notice_minutes=24 * 60, horizon_days=366, buffers=PAUSES
    )
    return offer


def _member(name: str) -> Member:
    now = clock.now()
    member = Member(
        public_id=ids.public_id(),
        name=name,
        email=f"{ids.slug(name)}@example.org",
        password_hash="",  # nobody signs in
        language="en",
        time_zone="Europe/Paris",
        created_at=now,
        email_confirmed_at=now,
    )
    db.session.add(member)
    return member
