"""The demo community holds together: every booking could have happened as it is told."""

from collections import Counter, defaultdict
from datetime import datetime, timedelta
from functools import cache
from itertools import combinations, pairwise

import pytest
from sqlalchemy import func, select

from pro_am.accounts.actions.details import check_password
from pro_am.accounts.models import Member, MemberRole
from pro_am.accounts.rules import Role
from pro_am.availability import queries as calendars
from pro_am.availability.models import Calendar, FreeDay, Hold
from pro_am.availability.rules.calendar_rules import CalendarRules
from pro_am.availability.rules.slots import slot_is_bookable
from pro_am.availability.rules.timing import OfferTiming
from pro_am.bookings import queries as bookings
from pro_am.bookings.models import Booking
from pro_am.bookings.rules import life, moves
from pro_am.bookings.rules.life import BookingState, Side
from pro_am.bookings.rules.moves import Act, Facts
from pro_am.conversations import queries as conversations
from pro_am.foundation import passwords, time_zones
from pro_am.foundation.database import db
from pro_am.foundation.jobs import Job
from pro_am.foundation.outbox import Letter
from pro_am.foundation.time_slots import TimeSlot
from pro_am.media import queries as media
from pro_am.media.models import Picture
from pro_am.operations.demo import crowds, seeding
from pro_am.operations.demo.composed import UNREVIEWED
from pro_am.operations.demo.members import MEMBERS
from pro_am.operations.demo.pro_ams import PRO_AMS
from pro_am.operations.demo.reviews import REVIEWS
from pro_am.operations.demo.settling import PASSWORD
from pro_am.operations.demo.timeline import two_years_until as tell
from pro_am.operations.demo.whereabouts import MEMBER, PRO_AM, can_meet, town_of, weekly_windows
from pro_am.profiles.models import Offer, Profile, ProfilePhoto
from pro_am.profiles.rules import PlaceMode
from pro_am.reviews import queries as reviews
from pro_am.reviews import rules as review_rules
from pro_am.reviews.models import Review, ReviewPhoto, Witness
from pro_am.reviews.rules.facets import facets_asked
from pro_am.reviews.rules.window import BookingFacts, check_open
from pro_am.search.engines.current import engine
from pro_am.standing import queries as standing
from pro_am.standing.models import IdentityCheck
from pro_am.standing.rules import ReviewedAs
from tests.conftest import NOON
from tests.factories import make_member

NEWCOMERS = {"fatou", "bastien", "ilan"} | UNREVIEWED

ACTS = {
    BookingState.CONFIRMED: Act.CONFIRM,
    BookingState.DECLINED: Act.DECLINE,
    BookingState.CANCELLED_BY_HOST: Act.CANCEL,
    BookingState.CANCELLED_BY_PROVIDER: Act.CANCEL,
}

# Days on which a demo may be filled: a leap day, those around a change of the clocks, any other.
MOMENTS = (
    datetime(2028, 2, 29, 23, 59),
    datetime(2026, 3, 30, 6),
    datetime(2031, 10, 26, 1, 30),
    datetime(2033, 7, 14, 12),
)
at_any_time = pytest.mark.parametrize(("now", "seed"), [(now, now.day) for now in MOMENTS])


two_years_until = cache(tell)  # they take a second to tell, and nobody changes them


# Stories


def test_the_same_moment_and_seed_tell_the_same_stories():
    assert two_years_until(NOON, 1) == tell(NOON, 1)
    assert two_years_until(NOON, 1) != two_years_until(NOON, 2)


@at_any_time
def test_every_meeting_fits_into_the_hours_of_the_pro_am(now, seed):
    for story in two_years_until(now, seed):
        of = PRO_AM[story.pro_am]
        offer = of.offers[story.offer]
        zone = time_zones.zone(town_of(story.pro_am).time_zone)
        hours = CalendarRules(zone=zone, weekly=weekly_windows(of))
        timing = OfferTiming(offer.duration_minutes, step_minutes=30)

        assert slot_is_bookable(hours, (), timing, story.slot.start)
        assert story.slot == timing.service(story.slot.start)


@at_any_time
def test_nobody_is_in_two_places_at_once(now, seed):
    busy = defaultdict(list)
    for story in two_years_until(now, seed):
        if story.released_at is None:
            busy[story.host].append(story.slot)
            busy[story.pro_am].append(story.slot)

    for taken in busy.values():
        assert not any(one.overlaps(other) for one, other in combinations(taken, 2))


@at_any_time
def test_a_booking_moves_only_as_bookings_may(now, seed):
    for story in two_years_until(now, seed):
        times = life.Times(story.answer_by, story.slot.start, story.slot.end)
        first, *others = story.steps
        assert (first.by, first.to) == (Side.HOST, BookingState.REQUESTED)
        assert [step.at for step in story.steps] == sorted(step.at for step in story.steps)
        for before, step in pairwise(story.steps):
            current = life.state_at(before.to, times, step.at)
            if step.by is None:
                assert step.to is current
            else:
                facts = Facts(current, times, step.at)
                assert moves.next_state(facts, ACTS[step.to], step.by) == step.to
        assert life.state_at(story.state, times, now) is story.state
        assert all(step.at <= now for step in others)


@at_any_time
def test_nothing_was_said_that_has_not_been_said_yet(now, seed):
    for story in two_years_until(now, seed):
        spoken = [line.at for line in story.lines]
        written = [each.at for each in story.verdicts]
        replies = [each.replied_at for each in story.verdicts if each.replied_at]
        assert spoken == sorted(spoken)
        assert story.lines[0].by is Side.HOST
        assert max(spoken + written + replies) <= now


@at_any_time
def test_reviews_are_sealed_and_opened_as_reviews_are(now, seed):
    told = [story for story in two_years_until(now, seed) if story.verdicts]
    assert len(told) == sum(map(len, REVIEWS.values()))
    for story in told:
        end = story.slot.end
        both = len(story.verdicts) == 2
        last = max(verdict.at for verdict in story.verdicts)
        shown_from = review_rules.shown_from(opened=end, both_are_in=both, now=last)
        for verdict in story.verdicts:
            check_open(BookingFacts(BookingState.COMPLETED, True, verdict.by, end), verdict.at)
            assert verdict.shown_from == shown_from <= now
            if verdict.replied_at:
                review_rules.check_reply(
                    is_subject=True, has_reply=False, shown_from=shown_from, now=verdict.replied_at
                )


@at_any_time
def test_requests_leave_time_to_answer_and_to_prepare(now, seed):
    stories = two_years_until(now, seed)
    waiting = [story for story in stories if story.state is BookingState.REQUESTED]
    agreed = [story for story in stories if story.state is BookingState.CONFIRMED]

    assert len(waiting) >= 5
    assert len(agreed) >= 10
    assert all(story.answer_by - now > timedelta(hours=24) for story in waiting)
    assert all(story.slot.start - now > timedelta(hours=24) for story in waiting + agreed)


@at_any_time
def test_whoever_wrote_of_a_first_visit_had_not_come_before(now, seed):
    reviewed, quiet = defaultdict(list), []
    for story in two_years_until(now, seed):
        if story.verdicts:
            reviewed[story.host, story.pro_am].append(story.slot.start)
        else:
            quiet.append(story)

    for story in quiet:
        earlier = reviewed.get((story.host, story.pro_am), [story.slot.start])
        assert story.slot.start >= max(earlier)


def test_two_years_are_told_with_more_of_them_lately():
    stories = two_years_until(NOON, seeding.SEED)
    ages = [(NOON - story.slot.start).days for story in stories if story.verdicts]
    first = {
        key: max((NOON - story.slot.start).days for story in stories if story.pro_am == key)
        for key in REVIEWS
    }

    assert 600 <= max(ages) <= 730
    assert 30 <= sum(age <= 60 for age in ages) <= 80
    assert sum(age <= 365 for age in ages) > len(ages) / 2
    assert min(first.values()) > 300


def test_about_half_of_the_visits_were_never_written_about():
    stories = two_years_until(NOON, seeding.SEED)
    kept = [story for story in stories if story.state in life.HAPPENED]
    states = Counter(story.state for story in stories)

    assert 0.4 <= sum(not story.verdicts for story in kept) / len(kept) <= 0.55
    cancelled = (BookingState.CANCELLED_BY_HOST, BookingState.CANCELLED_BY_PROVIDER)
    assert sum(states[state] for state in cancelled) >= 3
    assert not any(story.pro_am in NEWCOMERS for story in kept)


def test_everybody_lives_near_enough_to_meet():
    for story in two_years_until(NOON, seeding.SEED):
        offer = PRO_AM[story.pro_am].offers[story.offer]
        assert can_meet(story.host, story.pro_am, offer), story
        assert offer.seats_min <= story.people <= offer.seats_max


# The community in its database


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def test_everything_told_is_written_down(community):
    stories = two_years_until(NOON, seeding.SEED)
    told = {
        (f"{s.host}@example.org", f"{s.pro_am}@example.org", s.slot.start, s.state, s.people)
        for s in stories
    }
    written = {
        (b.host.email, b.provider.email, b.starts_at, b.state, b.people)
        for b in db.session.scalars(select(Booking))
    }

    assert written == told
    assert count(Booking) == count(Hold) == len(stories)
    assert count(Member) == len(MEMBERS)
    assert count(Offer) == sum(len(of.offers) for of in PRO_AMS)
    assert count(Review) == sum(len(story.verdicts) for story in stories)


def test_no_calendar_is_booked_twice(community):
    held = defaultdict(list)
    for hold in db.session.scalars(select(Hold).where(Hold.released_at.is_(None))):
        held[hold.calendar_id].append(TimeSlot(hold.blocks_from, hold.blocks_until))

    assert len(held) == len(PRO_AMS) - len(UNREVIEWED)
    for slots in held.values():
        assert not any(one.overlaps(other) for one, other in combinations(slots, 2))


def test_a_booking_and_its_hold_agree(community):
    owners = {each.id: each.profile_id for each in db.session.scalars(select(Calendar))}
    for booking in db.session.scalars(select(Booking)):
        calendar = db.session.get_one(Calendar, booking.hold.calendar_id)
        timing = calendars.timing_of(calendar, booking.offer)
        load = timing.load(booking.starts_at, None)
        blocks = (booking.hold.blocks_from, booking.hold.blocks_until)
        is_active = booking.state in life.HOLDS_TIME | life.HAPPENED

        assert owners[calendar.id] == booking.offer.profile_id
        assert booking.hold.slot == TimeSlot(booking.starts_at, booking.ends_at)
        assert blocks == (load.start, load.end)
        assert (booking.hold.released_at is None) == is_active
        assert (booking.hold.expires_at is None) == (
            booking.state not in (BookingState.REQUESTED, BookingState.DECLINED)
        )


def test_time_has_nothing_to_catch_up_with(community):
    assert bookings.overdue(NOON) == []
    assert all(each.state_now(NOON) is each.state for each in db.session.scalars(select(Booking)))


def test_the_steps_of_a_booking_lead_to_its_state(community):
    for booking in db.session.scalars(select(Booking)):
        states = [None, *(step.to_state for step in booking.steps)]

        assert [step.from_state for step in booking.steps] == states[:-1]
        assert booking.state is states[-1]
        assert booking.revision == len(booking.steps) - 1
        for step in booking.steps:
            cancelled_by_host = step.to_state is BookingState.CANCELLED_BY_HOST
            assert (step.was_in_time is not None) == cancelled_by_host


def test_prices_and_places_are_what_was_agreed(community):
    for booking in db.session.scalars(select(Booking)):
        at_hosts = booking.place_mode in (PlaceMode.HOST, PlaceMode.DELIVERED)
        whose = booking.host if at_hosts else booking.provider
        hours = (booking.ends_at - booking.starts_at) / timedelta(hours=1)
        times = {"person": booking.people, "hour": hours}.get(booking.price_unit, 1)

        assert booking.total_minor == booking.offer.price_minor * times
        assert booking.town_name == town_of(whose.email.split("@")[0]).name
        assert booking.address


def test_every_review_is_of_a_visit_that_happened_and_by_one_of_its_two(community):
    for review in db.session.scalars(select(Review)):
        booking = review.booking
        as_host = review.role is ReviewedAs.HOST

        assert booking.state in (BookingState.COMPLETED, BookingState.CLOSED)
        assert review.author == (booking.provider if as_host else booking.host)
        assert review.subject == booking.other_than(review.author)
        asked = facets_asked(booking.offer.profile.craft.review_facets, review.role)
        assert set(review.facets) == {facet.key for facet in asked}


def test_reviews_have_photos_and_witnesses_with_a_booking_of_their_own(community):
    witnesses = db.session.scalars(select(Witness)).all()
    photos = db.session.scalars(select(ReviewPhoto)).all()

    assert len(witnesses) > 10
    assert len(photos) > 10
    assert all(photo.picture.alt for photo in photos)
    for each in witnesses:
        assert each.member_id not in (each.review.author_id, each.review.subject_id)
        own = select(Booking.id).where(
            Booking.host_id == each.member_id, Booking.provider_id == each.review.subject_id
        )
        assert db.session.scalar(own.limit(1))


def test_scores_are_believable_and_newcomers_are_unproven(community):
    scored = 0
    for profile in db.session.scalars(select(Profile)):
        score = standing.score_of(profile.member_id, ReviewedAs.PROVIDER)
        key = profile.member.email.split("@")[0]
        if key in NEWCOMERS:
            assert score.score is None, key
        elif score.score is not None:
            assert 50 <= score.score <= 90, key
            scored += 1
    assert scored >= len(REVIEWS) * 3 / 4


def test_a_steward_of_the_area_has_met_those_who_are_verified(community):
    roles = db.session.scalars(select(MemberRole).where(MemberRole.role == Role.STEWARD))
    appointed = {each.member_id: each.granted_at for each in roles}
    checks = db.session.scalars(select(IdentityCheck)).all()

    assert len(checks) == sum(of.verified_by_steward for of in MEMBERS)
    for check in checks:
        member = db.session.get_one(Member, check.member_id)
        verified, steward = (MEMBER[each.email.split("@")[0]] for each in (member, check.steward))
        assert check.steward_id != check.member_id
        assert max(appointed[check.steward_id], member.created_at) <= check.at <= NOON
        assert verified.area == steward.area or verified.is_steward


def test_everybody_signed_up_in_the_last_two_years_and_before_their_first_booking(community):
    for member in db.session.scalars(select(Member)):
        began = db.session.scalar(select(func.min(Booking.requested_at)).where(
            (Booking.host_id == member.id) | (Booking.provider_id == member.id)
        ))  # fmt: skip
        assert NOON - timedelta(days=731) <= member.created_at < member.email_confirmed_at
        assert member.email_confirmed_at < (began or NOON)


def test_whoever_has_to_answer_finds_the_request_unread(community):
    waiting = select(Booking).where(Booking.state == BookingState.REQUESTED)
    for booking in db.session.scalars(waiting):
        last = conversations.messages_in(booking.thread_id)[-1]
        reader = booking.other_than(last.author)
        assert booking.thread_id in conversations.unread_threads(reader)
        assert booking.thread_id not in conversations.unread_threads(last.author)


def test_there_is_a_visit_that_the_people_shown_can_review(community):
    for key in ("lea", "anais"):
        member = db.session.scalars(select(Member).filter_by(email=f"{key}@example.org")).one()
        assert reviews.to_review(member, NOON)


def test_every_offer_can_be_found_and_booked_now(community):
    assert engine().count() == count(Offer)
    assert count(FreeDay) > 0
    soon = TimeSlot(NOON, NOON + timedelta(days=30))
    for offer in db.session.scalars(select(Offer)):
        calendar = calendars.calendar_of(offer.profile_id)
        timing = calendars.timing_of(calendar, offer)
        assert offer.is_published
        assert calendars.free_slots(calendar, timing, soon, NOON), offer.title


def test_every_picture_is_in_place_and_told_in_the_language_of_its_page(community):
    for profile in db.session.scalars(select(Profile)):
        shown = [profile.picture, *(offer.picture for offer in profile.offers)]
        assert all(picture and picture.owner_id == profile.member_id for picture in shown)
    for picture in db.session.scalars(select(Picture)):
        files = media.files_of(picture.public_id).values()
        assert sum(file.stat().st_size for file in files) == picture.bytes
        assert picture.alt
    in_galleries = sum(len(of.gallery) for of in PRO_AMS)
    assert count(ProfilePhoto) == in_galleries > 0
    of_reviews = count(ReviewPhoto)
    assert count(Picture) == count(Profile) + count(Offer) + in_galleries + of_reviews


def test_the_past_sends_no_letters_and_leaves_no_work_but_a_look_of_search(community):
    """Scores that are computed for the first time are news to the index and to saved searches."""
    assert count(Letter) == 0
    assert set(db.session.scalars(select(Job.kind))) <= {"search.index", "alerts.look"}


def test_the_password_printed_opens_every_account_and_is_one_we_would_accept(community):
    lines = "\n".join(seeding.sign_ins())
    hashes = set(db.session.scalars(select(Member.password_hash)))

    assert PASSWORD in lines
    assert "lea@example.org" in lines
    assert all(passwords.fits(PASSWORD, each) for each in hashes)
    for of in MEMBERS:
        check_password(PASSWORD, name=of.name, email=of.email)


# The command, on both databases


def test_the_demo_fills_a_community_once_and_grows_it_on_demand(app):
    runner = app.test_cli_runner()

    first, second = runner.invoke(args=["demo"]), runner.invoke(args=["demo", "--people", "230"])

    assert first.exit_code == 0, first.output
    assert PASSWORD in first.stdout
    assert "two years" in first.stderr
    assert second.exit_code == 0, second.output
    assert "two years" not in second.stderr
    with app.app_context():
        assert count(Member) == 230
        assert count(Profile) == len(PRO_AMS) + 9
        assert list(crowds.grow(230, seeding.SEED)) == []
        assert engine().count() == count(Offer)


def test_the_demo_leaves_an_address_it_needs_to_whoever_has_it(app):
    with app.app_context():
        make_member("Lea", email="lea@example.org")

    refused = app.test_cli_runner().invoke(args=["demo"])

    assert refused.exit_code == 2
    assert "example.org" in refused.stderr


def test_a_community_without_the_demo_prints_no_sign_ins(app):
    with app.app_context():
        assert seeding.sign_ins() == []


def test_the_demo_stays_out_of_production(app):
    app.config["ENV"] = "production"

    refused = app.test_cli_runner().invoke(args=["demo"])

    assert refused.exit_code == 2
    assert "development" in refused.output
    with app.app_context():
        assert seeding.is_empty()
