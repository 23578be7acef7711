"""Whom Karim coaches at a distance: a dozen people, each in another state, with their weeks.

Everything is agreed, planned and said by the product's own actions; what was ticked in the weeks
behind is written straight, in bulk.
"""

# French typography: curly apostrophes and no-break spaces.

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.availability import queries as calendars
from pro_am.bookings import actions as bookings
from pro_am.bookings.actions import Wish
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.time_slots import TimeSlot
from pro_am.operations.demo import found
from pro_am.operations.demo.past import move_back
from pro_am.operations.demo.settling import scene
from pro_am.profiles import actions as profiles
from pro_am.profiles.actions import OfferText
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import PlaceMode, PriceUnit
from pro_am.programmes import actions
from pro_am.programmes.actions import Otherwise
from pro_am.programmes.actions import templates as plans
from pro_am.programmes.models import Item, Programme, ProgrammeWeek, Template
from pro_am.programmes.queries import programmes as queries
from pro_am.programmes.rules.course import DAYS, WEEK, monday_of
from pro_am.programmes.rules.starters import STARTERS
from pro_am.programmes.rules.words import ExceptionKind, ItemState

COACH = "karim"
WEEKS, BEHIND = 12, 6  # as offered, and how many are over by today
EARLIER = 6  # weeks in which first talks may have been
FIRST, SECOND = "walk-then-run", "supple-back"
TITLE = "Douze semaines pour courir, à distance"
TEXT = """\
On se parle une heure, puis je vous prépare chaque semaine : trois ou quatre petites choses, à votre
allure. Vous cochez ce qui est fait, vous me dites quand la vie en décide autrement, et je vous
réponds. Une pause ? Elle ne compte pas, et ne se paie pas."""
FINE = (8, 9, 8, 10, 9, 8, 9)


@dataclass(frozen=True)
class Follower:
    """How somebody's weeks went: in tenths of what was planned, this week last."""

    key: str
    done: tuple[int, ...] = FINE
    quiet_days: int = 0
    weeks: int = WEEKS
    words: str = ""
    coach_words: str = ""
    otherwise: tuple[ExceptionKind, str] | None = None
    rests: bool = False
    has_next_week: bool = True
    behind: int = field(default=BEHIND)


FOLLOWERS = (
    Follower(
        "anais",
        done=(7, 8, 9, 8, 10, 9, 10),
        words="J’ai couru vingt minutes sans m’arrêter. Vingt !",
        coach_words="Anaïs ne marche plus que pour regarder la Loire. Bravo.",
    ),
    Follower(
        "helen",
        done=(6, 8, 8, 9, 9, 10, 9),
        words="Rain twice, and out both times.",
        coach_words="A lovely, steady week.",
    ),
    Follower("tom", quiet_days=8),
    Follower("claire", done=(9, 9, 8, 9, 8, 3, 4)),
    Follower("sophie", otherwise=(ExceptionKind.ILLNESS, "Une grosse angine.")),
    Follower("lucas", rests=True),
    Follower("nadia", has_next_week=False),
    Follower("camille", weeks=BEHIND + 1),
    Follower("mathilde", weeks=BEHIND - 1, coach_words="Quel chemin parcouru !"),
    Follower("theo", otherwise=(ExceptionKind.TRAVEL, "En déplacement à Lyon.")),
    Follower("yasmine"),
    Follower("jonas", done=(9, 7, 8, 8, 9, 9, 8)),
    Follower("margot", behind=0),
)


def fill() -> None:
    coach = found.member(COACH)
    offer = _offer(coach)
    first, second = (plans.copy_starter(coach, STARTERS[key], key=key) for key in (FIRST, SECOND))
    for follower in FOLLOWERS:
        programme = _began(follower, coach, offer)
        _plan(follower, programme, coach, (first, second))
        _tick(follower, programme)
        _say(follower, programme, coach)
    actions.catch_up_with_time()


def _offer(coach: Member) -> Offer:
    known = found.profile_of(coach)
    with transaction():
        offer = profiles.create_offer(
            known,
            OfferText(
                title=TITLE,
                description=" ".join(TEXT.split()),
                place_mode=PlaceMode.REMOTE,
                price_minor=1500,
                currency="EUR",
                price_unit=PriceUnit.WEEK,
                weeks=WEEKS,
                seats_least=1,
                seats_most=1,
                duration_minutes=60,
                slot_step_minutes=30,
                allergens={},
                diets=(),
                food_rules_kept=False,
                answers={"equipment": "none"},
            ),
            idempotency_key="demo programme",
        )
        profiles.show_picture(offer, scene("riverside", coach, "fr"))
        profiles.publish_offer(offer)
    return offer


def _began(follower: Follower, coach: Member, offer: Offer) -> Programme:
    """Booked and confirmed as people do it, then moved back by whole weeks."""
    client = found.member(follower.key)
    start, then = _free_start(offer, follower.behind)
    wish = Wish(start=start, people=1, message="Bonjour Karim, j’aimerais essayer avec vous.")
    booking = bookings.request_booking(client, offer, wish, idempotency_key="demo programme")
    bookings.confirm(booking, coach, allergies_read=False)
    programme = queries.of_booking(booking.id)
    if programme is None:
        raise LookupError(f"{follower.key} has no programme.")
    if start == then:
        return programme
    move_back(booking, start - then)
    with transaction():
        this_monday = monday_of(queries.today_of(programme))
        programme.starts_on = this_monday - follower.behind * WEEK
        programme.weeks_agreed = booking.weeks = follower.weeks
        booking.total_minor = booking.price_minor * follower.weeks
        programme.created_at = booking.agreed_at or booking.requested_at
    return programme


def _free_start(offer: Offer, behind: int) -> tuple[datetime, datetime]:
    """A start that is free, and when it would have been: so many weeks ago, or a little before."""
    calendar, starts = found.calendar_of(offer), found.free_starts(offer)
    if not behind:
        return starts[0], starts[0]
    length = timedelta(minutes=offer.duration_minutes)
    for weeks in range(behind + 1, behind + EARLIER):
        for start in starts:
            then = _then(start, weeks)
            span = TimeSlot(then, then + length)
            if not calendars.loads_by_calendar([calendar.id], span, None)[calendar.id]:
                return start, then
    raise LookupError(f"{offer.title} had no free time.")


def _then(start: datetime, weeks: int) -> datetime:
    """The same day and hour, so many weeks before this one."""
    monday = monday_of(clock.now().date()) - weeks * WEEK
    return datetime.combine(monday + timedelta(days=start.weekday()), start.time())


def _plan(
    follower: Follower, programme: Programme, coach: Member, templates: tuple[Template, Template]
) -> None:
    monday = programme.starts_on
    for number, template in enumerate(templates):
        actions.assign(template, [programme], monday, by=coach, key=f"demo {follower.key} {number}")
        monday += template.weeks * WEEK


def _tick(follower: Follower, programme: Programme) -> None:
    """Which of the planned things were done, week by week."""
    today = queries.today_of(programme)
    with transaction():
        weeks = db.session.scalars(
            select(ProgrammeWeek)
            .where(ProgrammeWeek.programme_id == programme.id)
            .order_by(ProgrammeWeek.monday)
        ).all()
        for number, week in enumerate(weeks):
            if number < len(follower.done) and week.monday <= today:
                past = [each for each in week.items if _day(week.monday, each) <= today]
                _tick_some(past, follower.done[number], number, follower.quiet_days, today)
            if week.monday > today and not follower.has_next_week:
                for item in week.items:
                    db.session.delete(item)
        if follower.behind:
            programme.heard_at = clock.now() - timedelta(days=follower.quiet_days, hours=3)


def _tick_some(items: list[Item], tenths: int, number: int, quiet: int, today: date) -> None:
    for place, item in enumerate(items):
        day = _day(item.week.monday, item)
        if day > today - timedelta(days=quiet):
            continue
        is_done = (place * 7 + number * 3) % 10 < tenths
        item.state = ItemState.DONE if is_done else ItemState.PARTLY if place % 2 else item.state
        if item.state is not ItemState.PLANNED:
            item.answered_at = datetime.combine(day, datetime.min.time()) + timedelta(hours=19)


def _day(monday: date, item: Item) -> date:
    return monday + timedelta(days=item.day if item.day < DAYS else 0)


def _say(follower: Follower, programme: Programme, coach: Member) -> None:
    if not follower.behind:
        return
    client, today = found.member(follower.key), queries.today_of(programme)
    monday = monday_of(today) - WEEK
    if follower.otherwise:
        kind, words = follower.otherwise
        said = Otherwise(today - timedelta(days=1), today + timedelta(days=2), kind, words)
        actions.make_exception(programme, said, key=ids.public_id())
    with transaction():
        for week in db.session.scalars(
            select(ProgrammeWeek).where(
                ProgrammeWeek.programme_id == programme.id, ProgrammeWeek.monday == monday
            )
        ):
            week.client_words, week.coach_words = follower.words, follower.coach_words
    if follower.coach_words:
        actions.comment(
            [programme], monday, follower.coach_words, by=coach, key=f"demo {follower.key}"
        )
    if follower.rests:
        actions.pause(programme, client, from_day=today)
