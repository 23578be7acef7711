"""What happened in the demo community, and when: two years of bookings up to today, by seed.

Nothing here knows the database. The values of `reviews` and `booking_requests` say who visited whom
and what they said; here each visit gets a day and an hour at which the pro-am was open and both
were free, and every word its moment. The same moment and seed tell the same stories.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from pro_am.bookings.rules.life import (
    COMPLETES_AFTER,
    REVIEWABLE_FOR,
    BookingState,
    Side,
)
from pro_am.foundation.time_slots import TimeSlot
from pro_am.operations.demo.booking_requests import (
    ANSWERS,
    OPENINGS,
    REGRETS,
    REQUESTS,
    DemoRequest,
)
from pro_am.operations.demo.people import DemoOffer
from pro_am.operations.demo.reviews import REVIEWS, YET_TO_BE_REVIEWED
from pro_am.operations.demo.story import Line, Step, Story, Verdict
from pro_am.operations.demo.visits import DemoReview
from pro_am.operations.demo.whereabouts import MEMBER, PRO_AM, Diary, can_meet, liked
from pro_am.reviews.rules.facets import FACETS
from pro_am.reviews.rules.window import WINDOW
from pro_am.standing.rules import ReviewedAs

DAY = timedelta(days=1)
A_DAY = 24 * 60  # minutes, as the numbers given to `_minutes` are

# The content dates reviews 13 to 203 days back; here they spread over two years, more of them
# lately, and the newest is old enough to be public even when only one side has written.
NEWEST_DAYS, OLDEST_DAYS = 16, 640
TOWARDS_TODAY = 1.1  # exponent: 1 spreads evenly
LONGEST_WALK_DAYS = 28  # from the wished day to one on which both are free

REGULARS = 0.6  # share of visits without a review by somebody who has written one before
COMES_BACK_AFTER = timedelta(days=7)
SETTLED_AFTER = timedelta(days=4)  # no past visit is more recent
CANCELLED_EVERY = 13  # of the visits without a review
CANCELLED_BY = (
    (Side.HOST, BookingState.CANCELLED_BY_HOST),
    (Side.HOST, BookingState.CANCELLED_BY_HOST),
    (Side.PROVIDER, BookingState.CANCELLED_BY_PROVIDER),
)

Pair = tuple[str, str]
"""A host and a pro-am."""


def two_years_until(now: datetime, seed: int) -> list[Story]:
    """All stories in the order in which they began."""
    teller = _Teller(now.replace(second=0, microsecond=0), Random(seed))  # noqa: S311 - no secret
    teller.tell_reviewed_visits()
    teller.tell_recent_visits()
    teller.tell_quiet_visits()
    teller.tell_requests()
    return sorted(teller.stories, key=lambda story: (story.requested_at, story.host))


@dataclass(frozen=True)
class _Wish:
    host: str
    pro_am: str
    offer: int
    people: int

    @property
    def offered(self) -> DemoOffer:
        return PRO_AM[self.pro_am].offers[self.offer]


class _Teller:
    """Tells one story after the other, each in the time that those before have left free."""

    def __init__(self, now: datetime, random: Random) -> None:
        self.stories: list[Story] = []
        self._now = now
        self._random = random
        self._diary = Diary()

    def tell_reviewed_visits(self) -> None:
        days = [review.visit.days_ago for reviews in REVIEWS.values() for review in reviews]
        newest, oldest = min(days), max(days)
        for pro_am, reviews in REVIEWS.items():
            for review in reviews:
                visit = review.visit
                share = (visit.days_ago - newest) / (oldest - newest)
                days_ago = NEWEST_DAYS + (OLDEST_DAYS - NEWEST_DAYS) * share**TOWARDS_TODAY
                wish = _Wish(visit.host, pro_am, visit.offer, visit.people)
                slot = self._fit(wish, _backwards((self._now - days_ago * DAY).date()))
                self._tell_visit(wish, slot, review)

    def tell_recent_visits(self) -> None:
        for pro_am, visits in YET_TO_BE_REVIEWED.items():
            for visit in visits:
                wish = _Wish(visit.host, pro_am, visit.offer, visit.people)
                days = _backwards((self._now - visit.days_ago * DAY).date())
                self._tell_visit(wish, self._fit(wish, days), None)

    def tell_quiet_visits(self) -> None:
        """About as many visits again that nobody wrote about; a few of them were cancelled.

        Who wrote of a pro-am comes back only later: what they said of a first visit stays true.
        """
        last_visits, first_visits = _last_visits(self.stories), _first_visits(self.stories)
        told = 0
        for pro_am, reviews in REVIEWS.items():
            regulars = [host for host, visited in last_visits if visited == pro_am]
            guests = _guests(pro_am, regulars), _guests(pro_am, _strangers_to(pro_am, regulars))
            for _ in reviews:
                is_regular = self._random.random() < REGULARS
                known, strangers = guests
                host, offer = self._random.choice((is_regular and known) or strangers or known)
                since = last_visits.get((host, pro_am), first_visits[pro_am]) + COMES_BACK_AFTER
                wish = _Wish(host, pro_am, offer, self._people(PRO_AM[pro_am].offers[offer]))
                told += self._tell_quiet_visit(
                    wish, since, is_cancelled=told % CANCELLED_EVERY == CANCELLED_EVERY - 1
                )

    def tell_requests(self) -> None:
        for request in REQUESTS:
            wish = _Wish(request.host, request.pro_am, request.offer, request.people)
            if request.outcome == "waiting":
                asked_at = self._now - self._minutes(30, 170)
            else:
                asked_at = self._now - self._minutes(2 * A_DAY, 5 * A_DAY)
            # From the third day on, the answer is due in the usual 48 hours.
            soonest = self._now.date() + self._random.randint(3, 12) * DAY
            self._tell_request(request, wish, self._fit(wish, _forwards(soonest)), asked_at)

    def _tell_request(
        self, request: DemoRequest, wish: _Wish, slot: TimeSlot, asked_at: datetime
    ) -> None:
        sides = {"host": Side.HOST, "pro_am": Side.PROVIDER}
        pause = min((self._now - asked_at) / (len(request.messages) + 1), self._minutes(20, 240))
        lines = tuple(
            Line(asked_at + number * pause, sides[message.speaker], message.text)
            for number, message in enumerate(request.messages)
        )
        steps = [Step(asked_at, Side.HOST, BookingState.REQUESTED)]
        if request.outcome != "waiting":
            answered_at = next(line.at for line in lines if line.by is Side.PROVIDER)
            steps.append(Step(answered_at, Side.PROVIDER, BookingState(request.outcome)))
        self._tell(Story(**vars(wish), slot=slot, steps=tuple(steps), lines=lines))

    def _tell_quiet_visit(self, wish: _Wish, since: datetime, *, is_cancelled: bool) -> bool:
        """Whether there was a time for it."""
        until = self._now - SETTLED_AFTER
        if since >= until:
            return False
        wished = until - (until - since) * self._random.random() ** TOWARDS_TODAY
        days = [day for day in _backwards(wished.date()) if day > since.date()]
        try:
            slot = self._fit(wish, days)
        except _NoTimeFound:
            return False
        if is_cancelled:
            self._tell_cancellation(wish, slot)
        else:
            self._tell_visit(wish, slot, None)
        return True

    def _tell_visit(self, wish: _Wish, slot: TimeSlot, review: DemoReview | None) -> None:
        agreed, lines = self._agreement(wish, slot.start)
        happened = tuple(
            Step(at, None, state)
            for at, state in (
                (slot.start, BookingState.IN_PROGRESS),
                (slot.end + COMPLETES_AFTER, BookingState.COMPLETED),
                (slot.end + REVIEWABLE_FOR, BookingState.CLOSED),
            )
            if at <= self._now
        )
        verdicts = self._verdicts(review, slot.end) if review else ()
        self._tell(
            Story(**vars(wish), slot=slot, steps=agreed + happened, lines=lines, verdicts=verdicts)
        )

    def _tell_cancellation(self, wish: _Wish, slot: TimeSlot) -> None:
        agreed, lines = self._agreement(wish, slot.start)
        agreed_at = agreed[-1].at
        minutes = (slot.start - agreed_at) // timedelta(minutes=1)
        by, state = self._random.choice(CANCELLED_BY)
        who = wish.host if by is Side.HOST else wish.pro_am
        cancelled = Step(
            agreed_at + self._minutes(minutes // 10, minutes * 9 // 10),
            by,
            state,
            self._random.choice(REGRETS[MEMBER[who].language]),
        )
        self._tell(Story(**vars(wish), slot=slot, steps=(*agreed, cancelled), lines=lines))

    def _agreement(self, wish: _Wish, start: datetime) -> tuple[tuple[Step, ...], tuple[Line, ...]]:
        """A request some days before, and a yes well within the time for an answer."""
        asked_at = start - self._random.randint(3, 18) * DAY + self._minutes(0, 180)
        agreed_at = asked_at + self._minutes(20, 30 * 60)
        host, pro_am = MEMBER[wish.host], MEMBER[wish.pro_am]
        opening = self._random.choice(OPENINGS[host.language])
        answer = self._random.choice(ANSWERS[pro_am.language])
        return (
            (
                Step(asked_at, Side.HOST, BookingState.REQUESTED),
                Step(agreed_at, Side.PROVIDER, BookingState.CONFIRMED),
            ),
            (
                Line(asked_at, Side.HOST, opening.format(name=pro_am.first_name)),
                Line(agreed_at, Side.PROVIDER, answer.format(name=host.first_name)),
            ),
        )

    def _verdicts(self, review: DemoReview, end: datetime) -> tuple[Verdict, ...]:
        """Double blind: shown when both are in, or when the time for reviews is over."""
        at = end + self._minutes(A_DAY // 2, 6 * A_DAY)
        of_host_at = end + self._minutes(A_DAY // 2, 9 * A_DAY)
        shown_from = max(at, of_host_at) if review.of_host else end + WINDOW
        minutes_since = (self._now - shown_from) // timedelta(minutes=1)
        replied_at = shown_from + self._minutes(60, min(6 * A_DAY, minutes_since))
        of_pro_am = Verdict(
            by=Side.HOST,
            at=at,
            shown_from=shown_from,
            stars=review.stars,
            facets=self._facets(ReviewedAs.PROVIDER, review.stars),
            text=review.text,
            reply=review.reply or "",
            replied_at=replied_at if review.reply else None,
        )
        if review.of_host is None:
            return (of_pro_am,)
        of_host = Verdict(
            by=Side.PROVIDER,
            at=of_host_at,
            shown_from=shown_from,
            stars=review.of_host_stars,
            facets=self._facets(ReviewedAs.HOST, review.of_host_stars),
            text=review.of_host,
        )
        return of_pro_am, of_host

    def _facets(self, role: ReviewedAs, stars: int) -> dict[str, int]:
        return {
            facet: min(5, max(1, stars + self._random.choice((-1, 0, 0, 0, 1))))
            for facet in FACETS[role]
        }

    def _people(self, offer: DemoOffer) -> int:
        return self._random.randint(offer.seats_min, min(offer.seats_max, offer.seats_min + 3))

    def _fit(self, wish: _Wish, days: Iterable[date]) -> TimeSlot:
        """On the first of the days on which the offer fits, at an hour people like."""
        for day in days:
            if starts := self._diary.starts(wish.host, wish.pro_am, wish.offered, day):
                start = self._random.choice(liked(starts, wish.pro_am, wish.offered))
                return TimeSlot(start, start + timedelta(minutes=wish.offered.duration_minutes))
        raise _NoTimeFound(wish)

    def _tell(self, story: Story) -> None:
        self.stories.append(story)
        if story.released_at is None:
            self._diary.note(story.host, story.pro_am, story.slot)

    def _minutes(self, least: int, most: int) -> timedelta:
        return timedelta(minutes=self._random.randint(least, most))


class _NoTimeFound(LookupError):  # noqa: N818 - it reads as a sentence
    """The content asks for more than the hours of a pro-am can hold."""


def _last_visits(stories: Iterable[Story]) -> dict[Pair, datetime]:
    last: dict[Pair, datetime] = {}
    for story in stories:
        pair, start = (story.host, story.pro_am), story.slot.start
        last[pair] = max(start, last.get(pair, start))
    return last


def _first_visits(stories: Iterable[Story]) -> dict[str, datetime]:
    first: dict[str, datetime] = {}
    for story in stories:
        first[story.pro_am] = min(story.slot.start, first.get(story.pro_am, story.slot.start))
    return first


def _guests(pro_am: str, hosts: Iterable[str]) -> list[tuple[str, int]]:
    """Each host with each offer that is near enough for them."""
    return [
        (host, number)
        for host in hosts
        for number, offer in enumerate(PRO_AM[pro_am].offers)
        if can_meet(host, pro_am, offer)
    ]


def _strangers_to(pro_am: str, regulars: Iterable[str]) -> list[str]:
    """Whoever never wrote about them, and is not asking these days for a first visit."""
    asking = {request.host for request in REQUESTS if request.pro_am == pro_am}
    return [key for key in MEMBER if key not in {pro_am, *regulars, *asking}]


def _backwards(day: date) -> list[date]:
    return [day - number * DAY for number in range(LONGEST_WALK_DAYS)]


def _forwards(day: date) -> list[date]:
    return [day + number * DAY for number in range(LONGEST_WALK_DAYS)]
