"""Whether a request still has room, now that something else is agreed or the calendar changed."""

from collections.abc import Iterable
from datetime import datetime

from pro_am.availability.rules.calendar_rules import CalendarRules
from pro_am.availability.rules.free_time import ONE_BOOKING, Load, occupancy
from pro_am.availability.rules.slots import is_clear
from pro_am.availability.rules.timing import OfferTiming
from pro_am.availability.rules.windows import Window, open_windows


def still_fits(
    rules: CalendarRules,
    loads: Iterable[Load],
    timing: OfferTiming,
    start: datetime,
    seats: int | None = ONE_BOOKING,
) -> bool:
    """Whether it fits beside `loads`: what surely takes time around it, not the request itself.

    A pro-am may agree to a time outside their hours as they are by now, so closed time counts as
    open for one. Notice and horizon have been judged when it was asked for.
    """
    service = timing.service(start)
    asked = Window(service.start, service.end, ONE_BOOKING)
    span = timing.reach(service)
    return is_clear(occupancy([*open_windows(rules, span), asked], loads), timing, start, seats)
