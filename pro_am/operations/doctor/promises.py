"""What the database must keep, whatever happened to the machine."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import exists, select

from pro_am.availability import queries as calendars
from pro_am.availability.models import Calendar, Hold
from pro_am.availability.rules.free_time import Load, Occupancy, occupancy
from pro_am.availability.rules.windows import open_windows
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation import clock, marks
from pro_am.foundation.database import db
from pro_am.foundation.jobs import Job
from pro_am.foundation.outbox import Letter
from pro_am.foundation.time_slots import TimeSlot
from pro_am.media import queries as media
from pro_am.media.models import Picture
from pro_am.operations.doctor.findings import Check
from pro_am.operations.health import migration_heads, migrations_of_database
from pro_am.profiles.models import Profile
from pro_am.profiles.rules import Publication
from pro_am.search import queries as search
from pro_am.search.engines import IndexBroken
from pro_am.search.engines.current import engine

LETTER_STATES = {"waiting", "sending", "sent", "failed", "unknown", "unwanted", "dropped"}
JOB_STATES = {"waiting", "claimed", "done", "failed"}
LATE = timedelta(days=1)
COMPARED_WITHIN = timedelta(days=2)  # the worker does so every night
TOLD_FOR = timedelta(days=7)
FRESH = timedelta(hours=1)  # a file whose row is still being written


def migrations() -> Iterator[str]:
    missing = migration_heads() - migrations_of_database()
    if missing:
        yield f"The database lacks migration {', '.join(sorted(missing))}: flask --app app setup."


def time_sold_twice() -> Iterator[str]:
    """No instant ahead at which more seats are held than there are.

    Hours that were closed after somebody had booked are no fault; two bookings of one seat are.
    """
    now = clock.now()
    active = Hold.released_at.is_(None) & (Hold.expires_at.is_(None) | (Hold.expires_at > now))
    held: dict[int, list[Load]] = defaultdict(list)
    rows = select(Hold.calendar_id, Hold.blocks_from, Hold.blocks_until, Hold.seats)
    for calendar_id, start, end, seats in db.session.execute(
        rows.where(active, Hold.blocks_until > now)
    ):
        held[calendar_id].append(Load(start, end, seats))
    crowded = {calendar_id: loads for calendar_id, loads in held.items() if _overlap(loads)}
    for calendar in db.session.scalars(select(Calendar).where(Calendar.id.in_(crowded))):
        loads = crowded[calendar.id]
        span = TimeSlot(min(load.start for load in loads), max(load.end for load in loads))
        windows = open_windows(calendars.rules_of(calendar), span)
        for stretch in occupancy(windows, loads):
            if _is_sold_twice(stretch, loads):
                yield f"Calendar {calendar.id} is taken more than once at {stretch.start} UTC."
                break


def bookings_hold_their_time() -> Iterator[str]:
    """What is agreed has its time."""
    rows = db.session.execute(
        select(Booking.reference)
        .join(Hold, Hold.id == Booking.hold_id)
        .where(
            Booking.state == BookingState.CONFIRMED,
            Booking.starts_at > clock.now(),
            Hold.released_at.is_not(None) | (Hold.starts_at != Booking.starts_at),
        )
    )
    for (reference,) in rows:
        yield f"Booking {reference} is confirmed, but its time is not held."


def letters() -> Iterator[str]:
    odd = select(Letter.id, Letter.state).where(Letter.state.not_in(LETTER_STATES))
    for letter_id, state in db.session.execute(odd):
        yield f"Letter {letter_id} is in no known state: {state!r}."
    late = select(Letter.id).where(Letter.state == "sending", Letter.next_at < clock.now() - LATE)
    for letter_id in db.session.scalars(late):
        yield f"Letter {letter_id} has been on its way for over a day: does the worker run?"


def jobs() -> Iterator[str]:
    odd = select(Job.id, Job.state).where(Job.state.not_in(JOB_STATES))
    for job_id, state in db.session.execute(odd):
        yield f"Job {job_id} is in no known state: {state!r}."


def given_up() -> Iterator[str]:
    for state, words in (("failed", "could not be sent"), ("unknown", "may be lost")):
        count = len(db.session.scalars(select(Letter.id).where(Letter.state == state)).all())
        if count:
            yield f"{count} letters {words}: see /fr/admin/letters/."
    failed = len(db.session.scalars(select(Job.id).where(Job.state == "failed")).all())
    if failed:
        yield f"{failed} jobs were given up: see /fr/admin/jobs/."


def pictures_have_their_files() -> Iterator[str]:
    for picture in db.session.scalars(select(Picture).order_by(Picture.id)):
        for file in media.files_due(picture):
            if not file.is_file():
                yield f"Picture {picture.public_id} lacks {file.name}."


def files_have_their_pictures() -> Iterator[str]:
    known = set(db.session.scalars(select(Picture.public_id)))
    place, fresh = media.uploads(), clock.now().timestamp() - FRESH.total_seconds()
    for file in sorted(place.glob("??/*")) if place.is_dir() else []:
        if file.name.rpartition("-")[0] not in known and file.stat().st_mtime < fresh:
            yield f"{file.relative_to(place)} belongs to no picture."


def profiles_have_calendars() -> Iterator[str]:
    rows = select(Profile.slug).where(
        Profile.state == Publication.PUBLISHED,
        ~exists().where(Calendar.profile_id == Profile.id),
    )
    for slug in db.session.scalars(rows):
        yield f"The profile {slug} is public and has no calendar: nobody can book it."


def index() -> Iterator[str]:
    try:
        engine().check()
        behind = search.latest_news() - engine().position()
    except IndexBroken as fault:
        yield f"The search index is broken: {fault} flask --app app search rebuild."
        return
    if behind > 0:
        yield f"The search index has yet to hear of {behind} changes: does the worker run?"
    if behind < 0:
        yield "The search index belongs to another database: flask --app app search rebuild."


def index_of_late() -> Iterator[str]:
    """Nothing that is wrong now: what it went through, and whether somebody still looks."""
    known, now = marks.all_marks(), clock.now()
    compared, broken = known.get(marks.Name.INDEX), known.get(marks.Name.INDEX_BROKEN)
    if compared and now - compared.at > COMPARED_WITHIN:
        days = (now - compared.at).days
        yield f"The search index was last compared with the database {days} days ago."
    if broken and now - broken.at < TOLD_FOR:
        yield (
            f"The search index was broken at {broken.at:%Y-%m-%d %H:%MZ}, and built anew:"
            f" {broken.words} {engine().told()}"
        )


def _is_sold_twice(stretch: Occupancy, loads: list[Load]) -> bool:
    together = sum(load.start < stretch.end and load.end > stretch.start for load in loads)
    return together > 1 and (stretch.blocked or stretch.load > max(stretch.capacity, 1))


def _overlap(loads: list[Load]) -> bool:
    ordered = sorted(loads, key=lambda load: load.start)
    latest = ordered[0].end
    for load in ordered[1:]:
        if load.start < latest:
            return True
        latest = max(latest, load.end)
    return False


CHECKS = (
    Check("migrations", migrations),
    Check("time sold twice", time_sold_twice),
    Check("bookings and their time", bookings_hold_their_time),
    Check("letters", letters),
    Check("jobs", jobs),
    Check("given up", given_up, is_fault=False),
    Check("pictures without files", pictures_have_their_files),
    Check("files without pictures", files_have_their_pictures, is_fault=False),
    Check("profiles without calendars", profiles_have_calendars),
    Check("search index", index),
    Check("search index of late", index_of_late, is_fault=False),
)
