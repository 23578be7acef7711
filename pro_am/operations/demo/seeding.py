"""Filling an empty community with the demo: its people, then two years of what they did."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from random import Random
from typing import Any

import click
from sqlalchemy import func, insert, select

from pro_am.accounts.models import Member
from pro_am.also_booked import actions as also_booked
from pro_am.availability import actions as availability
from pro_am.availability.models import Hold
from pro_am.bookings.models import Booking, BookingStep
from pro_am.bookings.rules import policy
from pro_am.bookings.rules.life import BookingState, Side
from pro_am.conversations.models import Message, Thread, ThreadMember
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.ids import reference
from pro_am.intake.actions.writing import found_starting_questionnaires
from pro_am.operations.demo import afterwards, inbox, kept, measured, timeline, vouches, wanted
from pro_am.operations.demo.members import MEMBERS
from pro_am.operations.demo.settling import (
    PASSWORD,
    Settled,
    address_of,
    settle_members,
    settle_pro_ams,
)
from pro_am.operations.demo.story import Story
from pro_am.operations.demo.whereabouts import MEMBER, PRO_AM, town_of
from pro_am.profiles import actions as profiles
from pro_am.profiles.rules import PlaceMode, total_minor
from pro_am.profiles.rules.craft_fields import as_asked, fields_from
from pro_am.reviews.models import Review
from pro_am.search import actions as search
from pro_am.search.actions.synonyms import found_starting_synonyms
from pro_am.standing.rules import ReviewedAs
from pro_am.trust import jobs as trust

Sides = Mapping[Side, Member]
Row = dict[str, Any]

SEED = 44
SHOWN = {
    "lea": "home cook",
    "anais": "host",
    "karim": "coach",
    "helen": "host, in English",
    "yann": "steward, moderator, administrator",
}


def fill(*, seed: int = SEED) -> None:
    """Fill an empty community, all or nothing, then compute what pages and search read."""
    now = clock.now()
    click.echo("Filling the community with a demo: two years of meals and sessions ...", err=True)
    stories = timeline.two_years_until(now, seed)
    with transaction():
        profiles.found_starting_crafts()
        found_starting_questionnaires()
        found_starting_synonyms()
        members = settle_members(stories, now, Random(seed))  # noqa: S311 - no secret
        settled = settle_pro_ams(members)
        afterwards.fill(_write_down(stories, members, settled), members, now)
        profiles_by_key = {key: each.profile for key, each in settled.items()}
        inbox.fill(members, profiles_by_key, now)
        vouches.fill(members, profiles_by_key, now)
        wanted.fill(now)
        kept.fill(members, profiles_by_key)
        measured.fill(members, Random(seed))  # noqa: S311 - no secret
        _check_nobody_is_double_booked()
        for each in settled.values():
            search.tell(each.profile.id)  # for processes that serve already
    click.echo("Computing scores, free days and the search index ...", err=True)
    trust.recompute()
    also_booked.recompute()
    availability.picture_all_free_days()
    search.rebuild()


def is_empty() -> bool:
    return not db.session.scalar(select(func.count()).select_from(Member))


def is_filled() -> bool:
    """Whether everybody of the demo lives here."""
    emails = {of.email for of in MEMBERS}
    return emails == set(db.session.scalars(select(Member.email).where(Member.email.in_(emails))))


def sign_ins() -> list[str]:
    """How to sign in to a demo community, as lines to print; none for any other community."""
    if not is_filled():
        return []
    return [
        *(f"Sign in as {MEMBER[key].email} ({what})" for key, what in SHOWN.items()),
        f"Everybody's password: {PASSWORD}",
    ]


def _write_down(
    stories: Sequence[Story], members: Mapping[str, Member], settled: Mapping[str, Settled]
) -> list[tuple[Story, Review]]:
    """What the actions of bookings, conversations and reviews would have written at the time."""
    threads = [Thread(created_at=story.requested_at) for story in stories]
    db.session.add_all(threads)
    db.session.flush()  # bookings need their ids
    reviews: list[tuple[Story, Review]] = []
    readers: list[Row] = []
    messages: list[Row] = []
    for number, (story, thread) in enumerate(zip(stories, threads, strict=True)):
        sides = {Side.HOST: members[story.host], Side.PROVIDER: members[story.pro_am]}
        booking = _booking(story, sides, settled[story.pro_am])
        booking.thread_id, booking.idempotency_key = thread.id, f"demo {number}"
        booking.steps = _steps(story, sides)
        db.session.add(booking)
        readers += _readers(story, thread, sides)
        messages += _messages(story, thread, sides)
        reviews += [(story, review) for review in _reviews(story, booking, sides)]
    reviews.sort(key=lambda told: told[1].written_at)
    db.session.add_all(review for _, review in reviews)
    db.session.execute(insert(ThreadMember), readers)
    db.session.execute(insert(Message), messages)
    return reviews


def _booking(story: Story, sides: Sides, settled: Settled) -> Booking:
    offer, calendar = settled.offers[story.offer], settled.calendar
    comes_to_host = offer.place_mode in (PlaceMode.HOST, PlaceMode.DELIVERED)
    place = story.host if comes_to_host else story.pro_am
    was_agreed = any(step.to is BookingState.CONFIRMED for step in story.steps)
    return Booking(
        reference=reference(),
        host=sides[Side.HOST],
        provider=sides[Side.PROVIDER],
        offer=offer,
        hold=Hold(
            calendar_id=calendar.id,
            offer_id=offer.id,
            starts_at=story.slot.start,
            ends_at=story.slot.end,
            blocks_from=story.slot.start,
            blocks_until=story.slot.end,
            seats=None,
            expires_at=None if was_agreed else story.answer_by,
            released_at=story.released_at,
        ),
        state=story.state,
        revision=len(story.steps) - 1,
        starts_at=story.slot.start,
        ends_at=story.slot.end,
        time_zone=calendar.time_zone,
        answer_by=story.answer_by,
        requested_at=story.requested_at,
        people=story.people,
        offer_title=offer.title,
        place_mode=offer.place_mode,
        town_name=town_of(place).name,
        address=address_of(place),
        price_minor=offer.price_minor,
        currency=offer.currency,
        price_unit=offer.price_unit,
        total_minor=total_minor(
            offer.price_unit,
            offer.price_minor,
            people=story.people,
            minutes=offer.duration_minutes,
        ),
        policy=policy.FLEXIBLE.snapshot(),
        allergies="",
        answers=as_asked(
            fields_from(settled.profile.craft.booking_questions),
            PRO_AM[story.pro_am]
            .offers[story.offer]
            .booking_answers.get(MEMBER[story.host].language, {}),
        ),
    )


def _steps(story: Story, sides: Sides) -> list[BookingStep]:
    steps, before = [], None
    for step in story.steps:
        in_time = None
        if step.to is BookingState.CANCELLED_BY_HOST:
            in_time = policy.settle(
                policy.FLEXIBLE,
                Side.HOST,
                booked_at=story.requested_at,
                start=story.slot.start,
                now=step.at,
            ).is_in_time
        steps.append(
            BookingStep(
                at=step.at,
                by_id=sides[step.by].id if step.by else None,
                from_state=before,
                to_state=step.to,
                reason=step.reason,
                was_in_time=in_time,
            )
        )
        before = step.to
    return steps


def _readers(story: Story, thread: Thread, sides: Sides) -> Iterator[Row]:
    for side, member in sides.items():
        read_at = story.read_until(side)
        yield {"thread_id": thread.id, "member_id": member.id, "read_at": read_at}


def _messages(story: Story, thread: Thread, sides: Sides) -> Iterator[Row]:
    for number, line in enumerate(story.lines):
        yield {
            "thread_id": thread.id,
            "author_id": sides[line.by].id,
            "idempotency_key": f"demo {thread.id} {number}",
            "at": line.at,
            "body": line.text,
        }


def _reviews(story: Story, booking: Booking, sides: Sides) -> Iterator[Review]:
    for verdict in story.verdicts:
        of_pro_am = verdict.by is Side.HOST
        yield Review(
            booking=booking,
            author=sides[verdict.by],
            subject=sides[Side.PROVIDER if of_pro_am else Side.HOST],
            role=ReviewedAs.PROVIDER if of_pro_am else ReviewedAs.HOST,
            stars=verdict.stars,
            facets=dict(verdict.facets),
            text=verdict.text,
            private_note="",
            written_at=verdict.at,
            shown_from=verdict.shown_from,
            reply=verdict.reply,
            replied_at=verdict.replied_at,
        )


def _check_nobody_is_double_booked() -> None:
    """These holds were not taken one by one, so the calendars are looked at once more."""
    holds = db.session.scalars(
        select(Hold).where(Hold.released_at.is_(None)).order_by(Hold.calendar_id, Hold.blocks_from)
    )
    for one, next_one in pairwise(holds):
        if one.calendar_id == next_one.calendar_id and next_one.blocks_from < one.blocks_until:
            raise RuntimeError(f"Two demo bookings overlap at {next_one.starts_at} UTC.")
