"""What the demo leaves open: another time that waits for a yes, and a dispute for moderators."""

# French typography: curly apostrophes and no-break spaces.
# ruff: noqa: RUF001

from datetime import datetime, time, timedelta

from pro_am.accounts.models import Member
from pro_am.availability import queries as calendars
from pro_am.bookings import actions as bookings
from pro_am.bookings.actions import Proposal, Wish, disputes
from pro_am.bookings.actions.disputes import Story
from pro_am.bookings.models import Booking
from pro_am.bookings.queries.disputes import dispute_of
from pro_am.foundation import clock
from pro_am.foundation.time_slots import TimeSlot
from pro_am.media import actions as media
from pro_am.media.models import Picture
from pro_am.media.rules import EVIDENCE
from pro_am.operations.demo import found
from pro_am.operations.demo.illustrations import PICTURES
from pro_am.operations.demo.past import move_back
from pro_am.operations.demo.settling import address_of
from pro_am.operations.demo.whereabouts import town_of

TABLE = "Atelier : tagliatelles et raviolis à la main"
WISHED = "Bonjour ! Nous fêtons les 70 ans de ma mère : ce soir-là serait parfait."
INSTEAD = "Avec plaisir ! Ce soir-là je rentre tard ; est-ce que l’autre vous irait aussi ?"

LESSON = "Mon premier pain au levain"
SHORT = (
    "Le four est tombé en panne au bout d’une heure. Nous avons pétri, mais rien cuit,"
    " et on m’a demandé le prix entier."
)
REPAIRED = (
    "C’est vrai pour le four. J’ai proposé le soir même une autre date, sans rien à payer,"
    " et Tom est reparti avec deux pâtons et mon levain."
)
SOON, BEFORE = timedelta(days=12), timedelta(days=8)
HOURS = (14, 12, 10)  # UTC, of yesterday: a dispute is opened within two days


def fill() -> None:
    _propose_another_time()
    _differ()


def _propose_another_time() -> None:
    """Anaïs has asked Léa for one evening, and is to answer her about another."""
    host, cook = found.member("anais"), found.member("lea")
    offer = found.offer_of(cook, TABLE)
    starts = found.free_starts(offer)
    later = next(start for start in starts if start > clock.now() + SOON)
    earlier = next(start for start in starts if start.date() > clock.now().date() + BEFORE)
    people = min(4, offer.seats_most)
    town = town_of("anais")
    wish = Wish(later, people, WISHED, address=address_of("anais"), town=town)
    asked = bookings.request_booking(host, offer, wish, idempotency_key="demo another time")
    bookings.propose(asked, cook, Proposal(earlier, people, INSTEAD))


def _differ() -> None:
    """Tom and Maud see the bread lesson of the other day differently; both have told why."""
    host, baker = found.member("tom"), found.member("maud")
    booking = _of_the_other_day()
    picture = _photo_of(host)
    disputes.dispute(booking, host, Story(SHORT, [picture]))
    if opened := dispute_of(booking):
        disputes.tell_own_side(opened, baker, Story(REPAIRED))


def _of_the_other_day() -> Booking:
    """Asked for and agreed as people do it, then moved back in time with all that was done."""
    host, baker = found.member("tom"), found.member("maud")
    offer = found.offer_of(baker, LESSON)
    start = found.free_starts(offer)[0]
    wish = Wish(start=start, people=offer.seats_least)
    booking = bookings.request_booking(host, offer, wish, idempotency_key="demo dispute")
    bookings.confirm(booking, baker, allergies_read=False)
    move_back(booking, booking.starts_at - _free_yesterday(booking))
    bookings.catch_up_with_time()
    return booking


def _free_yesterday(booking: Booking) -> datetime:
    """An hour at which its pro-am had nobody else."""
    midnight = datetime.combine(clock.now().date() - timedelta(days=1), time())
    length = booking.ends_at - booking.starts_at
    for hour in HOURS:
        start = midnight + timedelta(hours=hour)
        calendar_id = booking.hold.calendar_id
        span = TimeSlot(start, start + length)
        if not calendars.loads_by_calendar([calendar_id], span, None)[calendar_id]:
            return start
    return start


def _photo_of(owner: Member) -> Picture:
    """A picture that its owner shows moderators."""
    with PICTURES["bread"].jpeg().open("rb") as file:
        return media.keep_picture(owner, file, "", prefix=EVIDENCE)
