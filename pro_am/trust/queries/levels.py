"""What the level of a member depends on, for the member to read."""

from datetime import datetime, timedelta

from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.bookings.queries.settled import settled
from pro_am.standing import queries as standing
from pro_am.standing.models import Score
from pro_am.standing.rules.levels import LevelFacts


def level_facts(member: Member, scores: list[Score], now: datetime) -> LevelFacts:
    """As last computed; `scores` are those of both roles."""
    figures = [score.figures for score in scores if score.figures]
    return LevelFacts(
        confirmed_contact=member.email_confirmed_at is not None,
        standing=standing.standing_of(member.id),
        settled_bookings=sum(met.times for met in settled(now, of=[member.id])),
        K=max((each["a"] + each["b"] for each in figures), default=0.0),
        low=max((score.low or 0.0 for score in scores), default=0.0),
        member_days=(now - member.created_at) / timedelta(days=1),
        is_steward=member.has_role(Role.STEWARD),
    )
