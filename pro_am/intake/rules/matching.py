"""Pure: who fits what somebody said, and why.

Parts with names add up to points; they decide only the order, and nobody is shown a number. What
was not asked, or left open, gives nobody anything. Whoever is new has the usual share of the part
for trust, and when none of the first is new, the last place is kept for the one who fits best.
"""

import enum
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pro_am.intake.rules.answering import Said
from pro_am.intake.rules.meanings import Kind, Place, When

SHOWN = 4
NEAR_KM, NEAR_ENOUGH_KM = 15, 40
A_LITTLE_DEARER = Fraction(5, 4)
DAYS_ENOUGH = 2
USUAL_TRUST = Fraction(1, 2)
WEEKEND = (5, 6)


class Part(enum.StrEnum):
    GOAL = "goal"
    TIME = "time"
    PLACE = "place"
    TRUST = "trust"
    LEVEL = "level"
    STYLE = "style"
    PRICE = "price"
    LANGUAGE = "language"


MOST = {
    Part.GOAL: 25,
    Part.TIME: 20,
    Part.PLACE: 15,
    Part.TRUST: 10,
    Part.LEVEL: 8,
    Part.STYLE: 8,
    Part.PRICE: 8,
    Part.LANGUAGE: 6,
}


@dataclass(frozen=True)
class Coach:
    """What is known of one offer and its coach; what they did not say is empty or None."""

    offer_id: int
    member_id: int
    is_programme: bool = False
    specialities: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    is_online: bool = False
    km: float | None = None  # from where somebody lives; None: not known
    price: Fraction | None = None  # in whole units of the currency
    levels: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    free: frozenset[tuple[int, When]] = frozenset()  # days of the week, 0: Monday
    trust: Fraction | None = None  # 0 to 1; None: not proven yet
    is_newcomer: bool = False


@dataclass(frozen=True)
class Reason:
    """One part, what was said for it, and what of the coach answers that."""

    part: Part
    points: Fraction
    said: tuple[Said, ...] = ()
    found: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fit:
    coach: Coach
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> Fraction:
        return sum((each.points for each in self.reasons), Fraction(0))


def fit(coach: Coach, said: Iterable[Said]) -> Fit:
    by_kind: dict[Kind, list[Said]] = defaultdict(list)
    for each in said:
        by_kind[each.meaning.kind].append(each)
    reasons = [
        _JUDGES[kind](coach, tuple(wanted)) for kind, wanted in by_kind.items() if kind in _JUDGES
    ]
    share = USUAL_TRUST if coach.trust is None else coach.trust
    reasons.append(Reason(Part.TRUST, share * MOST[Part.TRUST]))
    order = list(MOST)
    return Fit(coach, tuple(sorted(reasons, key=lambda each: order.index(each.part))))


def recommended(
    coaches: Iterable[Coach], said: Sequence[Said], *, lot: int, most: int = SHOWN
) -> list[Fit]:
    """One offer of each of the coaches who fit best: programmes before single meetings.

    `lot` parts those who fit equally well, always in the same way for the same member.
    """
    fits = sorted(
        (fit(coach, said) for coach in coaches),
        key=lambda each: (not each.coach.is_programme, -each.points, _drawn(each.coach, lot)),
    )
    best: dict[int, Fit] = {}
    for each in fits:
        best.setdefault(each.coach.member_id, each)
    return _with_a_newcomer(list(best.values()), most)


def _with_a_newcomer(best: list[Fit], most: int) -> list[Fit]:
    first = best[:most]
    if len(best) <= most or any(each.coach.is_newcomer for each in first):
        return first
    newcomer = next((each for each in best[most:] if each.coach.is_newcomer), None)
    return [*first[:-1], newcomer] if newcomer else first


def _drawn(coach: Coach, lot: int) -> bytes:
    return hashlib.sha256(f"{lot} {coach.member_id} {coach.offer_id}".encode()).digest()


def _goal(coach: Coach, wanted: tuple[Said, ...]) -> Reason:
    """Each choice counts once, whichever of its specialities a coach has."""
    met = [each for each in wanted if each.meaning.value in coach.specialities]
    said = {(each.question.key, each.choice.key): each for each in met}
    choices = {(each.question.key, each.choice.key) for each in wanted}
    points = Fraction(MOST[Part.GOAL] * len(said), len(choices))
    found = tuple(dict.fromkeys(each.meaning.value for each in met))
    return Reason(Part.GOAL, points, tuple(said.values()), found)


def _time(coach: Coach, wanted: tuple[Said, ...]) -> Reason:
    share, met, found = Fraction(0), [], []
    for each in wanted:
        when = When(each.meaning.value)
        days = sorted(day for day, part in coach.free if part is when)
        share += Fraction(min(len(days), DAYS_ENOUGH), DAYS_ENOUGH)
        if days:
            met.append(each)
            found += [f"{day} {when.value}" for day in days]
    return Reason(Part.TIME, MOST[Part.TIME] * share / len(wanted), tuple(met), tuple(found))


def _place(coach: Coach, wanted: tuple[Said, ...]) -> Reason:
    best = Reason(Part.PLACE, Fraction(0))
    for each in wanted:
        share, found = _place_share(coach, Place(each.meaning.value))
        points = MOST[Part.PLACE] * share
        if points > best.points:
            best = Reason(Part.PLACE, points, (each,), (found,))
    return best


def _place_share(coach: Coach, place: Place) -> tuple[Fraction, str]:
    if place is Place.ONLINE:
        return Fraction(int(coach.is_online)), Place.ONLINE.value
    if coach.is_online or coach.km is None or coach.km > NEAR_ENOUGH_KM:
        return Fraction(0), ""
    return Fraction(1) if coach.km <= NEAR_KM else Fraction(1, 2), Place.NEAR.value


def _price(coach: Coach, wanted: tuple[Said, ...]) -> Reason:
    most = max(wanted, key=lambda each: each.meaning.number)
    if coach.price is None:
        return Reason(Part.PRICE, Fraction(0))
    if coach.price <= most.meaning.number:
        return Reason(Part.PRICE, Fraction(MOST[Part.PRICE]), (most,), ("within",))
    if coach.price <= most.meaning.number * A_LITTLE_DEARER:
        return Reason(Part.PRICE, Fraction(MOST[Part.PRICE], 2), (most,), ("dearer",))
    return Reason(Part.PRICE, Fraction(0))


def _one_of(part: Part, of: Callable[[Coach], frozenset[str]]) -> Callable[..., Reason]:
    """Whoever did not say gets half: silence is no answer, and no reason either."""

    def judge(coach: Coach, wanted: tuple[Said, ...]) -> Reason:
        has = of(coach)
        if not has:
            return Reason(part, Fraction(MOST[part], 2))
        met = tuple(each for each in wanted if each.meaning.value in has)
        found = tuple(dict.fromkeys(each.meaning.value for each in met))
        return Reason(part, Fraction(MOST[part] if met else 0), met, found)

    return judge


_JUDGES: Mapping[Kind, Callable[[Coach, tuple[Said, ...]], Reason]] = {
    Kind.SPECIALITY: _goal,
    Kind.WHEN: _time,
    Kind.PLACE: _place,
    Kind.PRICE: _price,
    Kind.LEVEL: _one_of(Part.LEVEL, lambda coach: coach.levels),
    Kind.STYLE: _one_of(Part.STYLE, lambda coach: coach.styles),
    Kind.LANGUAGE: _one_of(Part.LANGUAGE, lambda coach: coach.spoken),
}


def parts_of_week(weekday: int, minute: int) -> list[When]:
    """Of a start on the wall clock: which of the times that people name it is."""
    if weekday in WEEKEND:
        return [When.WEEKENDS]
    parts = []
    if minute < 12 * 60:
        parts.append(When.MORNINGS)
    if 11 * 60 + 30 <= minute < 14 * 60:
        parts.append(When.MIDDAYS)
    if minute >= 17 * 60:
        parts.append(When.EVENINGS)
    return parts
