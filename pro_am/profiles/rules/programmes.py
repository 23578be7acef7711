"""Pure: offers of a programme over several weeks, paid by the week."""

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.profiles.rules import PriceUnit

FEWEST_WEEKS = 1
MOST_WEEKS = 52


class WeeksMissing(Refusal):
    message = mark("Say how many weeks the programme has: %(least)s to %(most)s.")
    field = "weeks"


class WeeksWithoutProgramme(Refusal):
    message = mark("A price by the week belongs to a programme: tick it, or choose another price.")
    field = "price_unit"


class PricedOtherwise(Refusal):
    message = mark("A programme has a price for each week.")
    field = "price_unit"


class ForOnePerson(Refusal):
    message = mark("A programme is for one person: it is neither a group nor for several.")
    field = "is_programme"


def check_programme(weeks: int | None, unit: PriceUnit, *, seats_most: int, is_group: bool) -> None:
    """Weeks and a weekly price go together, for one person."""
    if weeks is None:
        if unit is PriceUnit.WEEK:
            raise WeeksWithoutProgramme
        return
    if not FEWEST_WEEKS <= weeks <= MOST_WEEKS:
        raise WeeksMissing(least=FEWEST_WEEKS, most=MOST_WEEKS)
    if unit is not PriceUnit.WEEK:
        raise PricedOtherwise
    if is_group or seats_most != 1:
        raise ForOnePerson
