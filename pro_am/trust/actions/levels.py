"""The level that each member has earned."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import numpy as np

from pro_am.bookings.queries.settled import Met
from pro_am.standing.rules.levels import Level, LevelFacts, level_earned
from pro_am.trust.queries.network import MemberFacts
from pro_am.trust.rules.arrays import Floats
from pro_am.trust.rules.score import Scores


def levels_earned(
    members: Sequence[MemberFacts],
    standing: Floats,
    scores: Scores,
    met: Iterable[Met],
    now: datetime,
) -> dict[int, Level]:
    """Standing and scores have a place for each of these members."""
    bookings: Counter[int] = Counter()
    for each in met:
        bookings[each.host_id] += each.times
        bookings[each.provider_id] += each.times
    evidence = scores.evidence.K.max(axis=1).tolist()
    low = np.nan_to_num(scores.low).max(axis=1).tolist()
    return {
        member.id: level_earned(
            LevelFacts(
                confirmed_contact=member.has_confirmed,
                standing=known,
                settled_bookings=bookings[member.id],
                K=evidence[place],
                low=low[place],
                member_days=(now - member.created_at) / timedelta(days=1),
                is_steward=member.is_steward,
            )
        )
        for place, (member, known) in enumerate(zip(members, standing.tolist(), strict=True))
    }
