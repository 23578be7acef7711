"""What the pages of coaching show of many programmes, in few statements."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from pro_am.accounts.models import Member
from pro_am.foundation import time_zones
from pro_am.pages.coaching.rules import WEEKS_BEFORE, ClientFacts
from pro_am.programmes.models import Programme
from pro_am.programmes.queries import programmes as queries
from pro_am.programmes.queries.history import weeks_of
from pro_am.programmes.rules.course import WEEK, monday_of
from pro_am.programmes.rules.life import standing_on
from pro_am.programmes.rules.words import Standing
from pro_am.sos.queries.coach import open_for_coach


@dataclass(frozen=True)
class Line:
    """A programme with what decides whether it needs a look."""

    programme: Programme
    facts: ClientFacts


def lines_of(programmes: list[Programme]) -> list[Line]:
    """With the weeks before, this one and the next of each that has not ended."""
    lines = [Line(each, _facts(each)) for each in programmes]
    open_ones = [each for each in lines if each.facts.standing is not Standing.ENDED]
    if not open_ones:
        return lines
    mondays = [monday_of(each.facts.today) for each in open_ones]
    weeks = weeks_of(
        [each.programme for each in open_ones],
        min(mondays) - WEEKS_BEFORE * WEEK,
        max(mondays) + WEEK,
    )
    return [
        replace(each, facts=replace(each.facts, weeks=weeks.get(each.programme.id, {})))
        for each in lines
    ]


def lines_for(member: Member) -> tuple[list[Line], list[Line]]:
    """Of the programmes that somebody leads, and of those that they follow."""
    lines = lines_of(queries.of_member(member))
    led = [each for each in lines if each.programme.coach_id == member.id]
    calling = {each.programme_id for each in open_for_coach(member)} if led else set()
    return (
        [
            replace(each, facts=replace(each.facts, has_sos=each.programme.id in calling))
            for each in led
        ],
        [each for each in lines if each.programme.client_id == member.id],
    )


def _facts(programme: Programme) -> ClientFacts:
    life = queries.life_of(programme)
    return ClientFacts(
        standing_on(life),
        life.course,
        life.today,
        heard_on=_local_day(programme.heard_at, programme.time_zone),
    )


def _local_day(instant: datetime | None, zone: str) -> date | None:
    return instant and time_zones.to_local(instant, time_zones.zone(zone)).date()
