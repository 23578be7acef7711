"""Where and when people of the demo community can meet: distances, opening hours, other plans."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache

from pro_am.availability.rules.calendar_rules import CalendarRules, WeeklyWindow
from pro_am.availability.rules.free_time import Load
from pro_am.availability.rules.slots import slots
from pro_am.availability.rules.timing import OfferTiming
from pro_am.availability.rules.wall_time import MINUTES_A_DAY, instant
from pro_am.foundation import places, time_zones
from pro_am.foundation.time_slots import TimeSlot
from pro_am.operations.demo.members import MEMBERS
from pro_am.operations.demo.people import DemoMember, DemoOffer, DemoProAm
from pro_am.operations.demo.pro_ams import PRO_AMS
from pro_am.profiles.rules import PlaceMode

MEMBER: Mapping[str, DemoMember] = {member.key: member for member in MEMBERS}
PRO_AM: Mapping[str, DemoProAm] = {pro_am.member: pro_am for pro_am in PRO_AMS}

SLOT_STEP_MINUTES = 30
GUESTS_COME_FROM_KM = 30  # when they visit the pro-am
EVENING_HOUR = 18


@cache
def town_of(key: str) -> places.Town:
    town = places.find_town(MEMBER[key].town)
    if town is None:
        raise LookupError(f"{MEMBER[key].town} is on no map.")
    return town


def weekly_windows(pro_am: DemoProAm) -> tuple[WeeklyWindow, ...]:
    return tuple(
        WeeklyWindow(weekday, _minute(opens), _minute(closes))
        for weekday, opens, closes in pro_am.weekly_hours
    )


def can_meet(host: str, pro_am: str, offer: DemoOffer) -> bool:
    """Whether they live near enough to each other for this offer."""
    if offer.place_mode is PlaceMode.REMOTE:
        return True
    here, there = town_of(pro_am), town_of(host)
    comes_to_host = offer.place_mode in (PlaceMode.HOST, PlaceMode.DELIVERED)
    farthest = PRO_AM[pro_am].travel_km if comes_to_host else GUESTS_COME_FROM_KM
    return places.distance_km(*here.point, *there.point) <= farthest


class Diary:
    """Who is busy when, so that nobody is in two places at once."""

    def __init__(self) -> None:
        self._taken: dict[str, list[Load]] = defaultdict(list)

    def note(self, host: str, pro_am: str, slot: TimeSlot) -> None:
        for key in (host, pro_am):
            self._taken[key].append(Load(slot.start, slot.end, None))

    def starts(self, host: str, pro_am: str, offer: DemoOffer, day: date) -> list[datetime]:
        """The starts on a local day at which the offer fits into the hours and suits both."""
        rules = _rules(pro_am)
        whole_day = TimeSlot(instant(day, 0, rules.zone), instant(day, MINUTES_A_DAY, rules.zone))
        timing = OfferTiming(offer.duration_minutes, SLOT_STEP_MINUTES)
        return slots(rules, self._taken[host] + self._taken[pro_am], timing, whole_day, None)


def liked(starts: list[datetime], pro_am: str, offer: DemoOffer) -> list[datetime]:
    """Full hours, and the evening where somebody cooks at the host's table."""
    zone = _rules(pro_am).zone
    full = [start for start in starts if time_zones.to_local(start, zone).minute == 0] or starts
    if PRO_AM[pro_am].craft != "cooking" or offer.place_mode is not PlaceMode.HOST:
        return full
    return [
        start for start in full if time_zones.to_local(start, zone).hour >= EVENING_HOUR
    ] or full


@cache
def _rules(pro_am: str) -> CalendarRules:
    zone = time_zones.zone(town_of(pro_am).time_zone)
    return CalendarRules(zone=zone, weekly=weekly_windows(PRO_AM[pro_am]))


def _minute(wall_time: str) -> int:
    """The minute of the day that a clock shows as 18:30, for instance."""
    hour, minute = wall_time.split(":")
    return int(hour) * 60 + int(minute)
