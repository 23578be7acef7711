"""A member's conversations: about a booking, or a question before one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, exists, func, not_, or_, select
from sqlalchemy.orm import aliased

from pro_am.accounts.models import Member
from pro_am.bookings import queries as bookings
from pro_am.bookings.models import Booking, SeriesOccurrence
from pro_am.bookings.rules.life import BookingState, Side, Times, state_at
from pro_am.conversations import queries as threads
from pro_am.conversations.models import Message, Question, Thread, ThreadMember
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.media.models import Picture
from pro_am.moderation.actions import Reported
from pro_am.moderation.rules import Subject
from pro_am.profiles import queries as profiles
from pro_am.profiles.models import Profile
from pro_am.reviews import queries as reviews

LAST_WORDS = 160
LONGEST_REFERENCE = 8  # of a booking; the public id of a question is longer


@dataclass(frozen=True)
class Row:
    """One conversation in the list: with whom, the last words, and where its booking stands."""

    ref: str
    name: str
    picture: Picture | None
    at: datetime
    words: str
    is_photo: bool  # without words
    is_hidden: bool
    is_mine: bool
    unread: int
    state: BookingState | None  # None: a question
    side: Side | None
    title: str
    starts_at: datetime | None
    ends_at: datetime | None
    answer_by: datetime | None
    awaits_me: bool  # whether it is this member who has to answer

    @property
    def first_name(self) -> str:
        return self.name.split()[0]


@dataclass(frozen=True)
class Conversation:
    """One thread as one of its two people finds it."""

    ref: str
    thread_id: int
    me: ThreadMember
    other: ThreadMember
    booking: Booking | None
    question: Question | None


def conversations_of(
    member: Member, now: datetime, *, limit: int, unread_only: bool, after: str = ""
) -> list[Row]:
    """The latest first; `after` is the ref of the last one on the page before."""
    found = _rows(member)
    if unread_only:
        found = found.where(_unread_messages(member) > 0)
    if after and (last := db.session.execute(_rows(member).where(_ref_of() == after)).first()):
        found = found.where(
            (last.last_at > _LAST_AT) | ((last.last_at == _LAST_AT) & (Thread.id < last.thread_id))
        )
    ordered = found.order_by(_LAST_AT.desc(), Thread.id.desc()).limit(limit)
    return [_row(each, member, now) for each in db.session.execute(ordered)]


def conversation_of(member: Member, ref: str) -> Conversation | None:
    """By the reference of its booking, or the public id of its question."""
    is_question = len(ref) > LONGEST_REFERENCE
    booking = None if is_question else db.session.scalar(bookings.booking_of(member, ref))
    question = threads.question_of(member, ref) if is_question else None
    about = booking or question
    if about is None:
        return None
    places = threads.places_in(about.thread_id)
    return Conversation(
        ref,
        about.thread_id,
        next(place for place in places if place.member_id == member.id),
        next(place for place in places if place.member_id != member.id),
        booking,
        question,
    )


def reported(viewer: Member, kind: Subject, ref: str) -> Reported | None:
    """What can be reported: what this member can see, with its text as it is now."""
    found: tuple[int, str] | tuple[int, str, int] | None = {
        Subject.MESSAGE: _reported_message,
        Subject.PROFILE: _reported_profile,
        Subject.OFFER: _reported_offer,
        Subject.REVIEW: _reported_review,
    }[kind](viewer, ref)
    return Reported(kind, ref, *found) if found else None


def _reported_message(viewer: Member, ref: str) -> tuple[int, str] | None:
    message = threads.message_of(viewer, ref)
    return (message.author_id, message.body) if message else None


def _reported_profile(viewer: Member, ref: str) -> tuple[int, str] | None:
    profile = profiles.public_profile(ref, viewer)
    if profile is None:
        return None
    return profile.member_id, f"{profile.member.name}\n{profile.headline}\n\n{profile.story}"


def _reported_offer(_viewer: Member, ref: str) -> tuple[int, str] | None:
    offer = profiles.open_offer(ref)
    return (offer.profile.member_id, f"{offer.title}\n\n{offer.description}") if offer else None


def _reported_review(_viewer: Member, ref: str) -> tuple[int, str, int] | None:
    review = reviews.public_review(ref, clock.now())
    return (review.author_id, review.text, review.subject_id) if review else None


_MyPlace, _OtherPlace = aliased(ThreadMember), aliased(ThreadMember)
_Other = aliased(Member)
_Last = aliased(Message)
# Of a series, the first week is there from the beginning; the others once something is written.
_IS_LATER_WEEK = exists().where(
    SeriesOccurrence.booking_id == Booking.id, SeriesOccurrence.number > 1
)
_LAST_AT = func.coalesce(_Last.at, Thread.created_at)


def _rows(member: Member) -> Select[*tuple[Any, ...]]:
    """All that the list shows, in one statement however many conversations there are."""
    mine = select(ThreadMember.thread_id).where(ThreadMember.member_id == member.id)
    last = (
        select(Message.thread_id, func.max(Message.id).label("message_id"))
        .where(Message.thread_id.in_(mine))
        .group_by(Message.thread_id)
        .subquery()
    )
    return (
        select(
            Thread.id.label("thread_id"),
            _LAST_AT.label("last_at"),
            _Last.body,
            _Last.author_id,
            _Last.picture_id,
            _Last.hidden_at,
            _unread_messages(member).label("unread"),
            _Other.name,
            Picture,
            Booking.reference,
            Booking.state,
            Booking.host_id,
            Booking.offer_title,
            Booking.starts_at,
            Booking.ends_at,
            Booking.answer_by,
            Booking.awaits,
            Question.public_id,
        )
        .select_from(Thread)
        .join(_MyPlace, (_MyPlace.thread_id == Thread.id) & (_MyPlace.member_id == member.id))
        .join(
            _OtherPlace,
            (_OtherPlace.thread_id == Thread.id) & (_OtherPlace.member_id != member.id),
        )
        .join(_Other, _Other.id == _OtherPlace.member_id)
        .outerjoin(last, last.c.thread_id == Thread.id)
        .outerjoin(_Last, _Last.id == last.c.message_id)
        .outerjoin(Booking, Booking.thread_id == Thread.id)
        .outerjoin(Question, Question.thread_id == Thread.id)
        .outerjoin(Profile, Profile.member_id == _Other.id)
        .outerjoin(Picture, Picture.id == Profile.picture_id)
        .where(_ref_of() != "", or_(_Last.id.is_not(None), not_(_IS_LATER_WEEK)))
    )


def _unread_messages(member: Member) -> ScalarSelect[int]:
    new = aliased(Message)
    return (
        select(func.count(new.id))
        .where(
            new.thread_id == Thread.id,
            new.author_id != member.id,
            or_(_MyPlace.read_at.is_(None), new.at > _MyPlace.read_at),
        )
        .correlate(Thread, _MyPlace)
        .scalar_subquery()
    )


def _ref_of() -> ColumnElement[str]:
    return func.coalesce(Booking.reference, Question.public_id, "")


def _row(found: Any, member: Member, now: datetime) -> Row:
    state = side = None
    if found.reference:
        times = Times(found.answer_by, found.starts_at, found.ends_at)
        state = state_at(found.state, times, now)
        side = Side.HOST if found.host_id == member.id else Side.PROVIDER
    return Row(
        ref=found.reference or found.public_id,
        name=found.name,
        picture=found.Picture,
        at=found.last_at,
        words="" if found.hidden_at else " ".join((found.body or "").split())[:LAST_WORDS],
        is_photo=bool(found.picture_id and not found.body),
        is_hidden=found.hidden_at is not None,
        is_mine=found.author_id == member.id,
        unread=found.unread,
        state=state,
        side=side,
        title=found.offer_title or "",
        starts_at=found.starts_at,
        ends_at=found.ends_at,
        answer_by=found.answer_by,
        awaits_me=state is BookingState.REQUESTED and found.awaits is side,
    )
