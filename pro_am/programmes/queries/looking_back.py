"""A programme as its client looks back at it: week by week, and in all."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from pro_am.programmes.models import Programme
from pro_am.programmes.queries.history import weeks_of
from pro_am.programmes.queries.programmes import last_day_of
from pro_am.programmes.rules.adherence import Adherence, adherence
from pro_am.programmes.rules.course import days_of, monday_of
from pro_am.programmes.rules.weeks import ExceptionFacts, WeekFacts
from pro_am.programmes.rules.words import ItemState


@dataclass(frozen=True)
class WeekBehind:
    number: int | None  # among those agreed; None: a break
    facts: WeekFacts
    counted: Adherence

    @property
    def done(self) -> int:
        return sum(item.state in (ItemState.DONE, ItemState.PARTLY) for item in self.facts.items)

    @property
    def exceptions(self) -> list[ExceptionFacts]:
        """Those that touch this week."""
        sunday = days_of(self.facts.monday)[-1]
        return [
            each
            for each in self.facts.exceptions
            if each.from_day <= sunday and each.to_day >= self.facts.monday
        ]


@dataclass(frozen=True)
class Behind:
    weeks: tuple[WeekBehind, ...]

    @property
    def done(self) -> int:
        """How many activities were done, partly or wholly."""
        return sum(week.done for week in self.weeks)

    @property
    def planned(self) -> int:
        return sum(len(week.facts.items) for week in self.weeks)

    @property
    def exceptions(self) -> int:
        """How often some days went otherwise; one over two weeks is one."""
        return len({each for week in self.weeks for each in week.exceptions})

    @property
    def share(self) -> Fraction | None:
        """Of all that counted; None when nothing did."""
        counted = sum(week.counted.counted for week in self.weeks)
        done = sum((week.counted.done for week in self.weeks), Fraction(0))
        return done / counted if counted else None


def looking_back(programme: Programme) -> Behind:
    """The weeks from the first to the one it has come to."""
    last = monday_of(last_day_of(programme))
    if last < programme.starts_on:
        return Behind(())
    course, weeks = programme.course, weeks_of([programme], programme.starts_on, last)
    return Behind(
        tuple(
            WeekBehind(course.week_number(monday), facts, adherence(facts))
            for monday, facts in weeks[programme.id].items()
            if _belongs(programme, monday, facts)
        )
    )


def _belongs(programme: Programme, monday: date, facts: WeekFacts) -> bool:
    """Those agreed, breaks between them, and what was planned beyond."""
    last = programme.course.last_monday
    return last is None or monday <= last or bool(facts.items)
