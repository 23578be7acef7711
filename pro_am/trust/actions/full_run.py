"""Everything anew, as every night: standings, weights, scores, levels, alarms."""

from collections import Counter
from datetime import datetime, timedelta

import numpy as np

from pro_am.bookings.queries.settled import Met, settled
from pro_am.foundation import clock
from pro_am.foundation.database import transaction
from pro_am.standing import actions as standing
from pro_am.standing.rules import constants as c
from pro_am.standing.rules.levels import Level, LevelFacts, level_earned
from pro_am.trust.actions.written import Weighed, score_facts, write_weights
from pro_am.trust.queries import network as queries
from pro_am.trust.queries.network import MemberFacts
from pro_am.trust.rules.days import days
from pro_am.trust.rules.network import TrustResult, compute
from pro_am.trust.rules.reviews import Role


def recompute() -> None:
    """Runs in the worker, never in a page."""
    with transaction():
        now = clock.now()
        members, reviews = queries.members(), queries.counted_reviews(now)
        place = {member.id: index for index, member in enumerate(members)}
        met = settled(now)
        gained = _from_meetings(members, met)
        network = queries.network_of(
            [queries.evidence_of(member, gained[member.id]) for member in members], reviews, place
        )
        result = compute(network, days(now))
        weighed = Weighed(
            [review.id for review in reviews],
            network.reviews.subject,
            network.reviews.x,
            network.reviews.time_days,
            result.weights.om,
            result.weights.undecayed,
        )
        standings = {
            member.id: standing.StandingFacts(float(known), gained[member.id])
            for member, known in zip(members, result.standing, strict=True)
        }
        standing.write_down(
            standings,
            score_facts(
                list(place),
                result.scores,
                np.repeat(result.standing, len(Role)),
                np.repeat(result.stake, len(Role)),
                weighed,
            ),
            version=c.VERSION,
        )
        write_weights(weighed, now, whole=True)
        standing.write_levels(_levels(result, members, met, now))


def _from_meetings(members: list[MemberFacts], met: list[Met]) -> Counter[int]:
    """Identity evidence from settled bookings with people whom the community knew yesterday."""
    known = {each.id for each in members if each.standing >= c.COUNTERPARTY_MIN_STANDING}
    pairs = {(each.host_id, each.provider_id) for each in met}
    pairs |= {(other, one) for one, other in pairs}
    counted = Counter(one for one, other in pairs if other in known)
    return Counter(
        {
            one: min(c.COUNTERPARTY_EVIDENCE_MOST, times * c.COUNTERPARTY_EVIDENCE)
            for one, times in counted.items()
        }
    )


def _levels(
    result: TrustResult, members: list[MemberFacts], met: list[Met], now: datetime
) -> dict[int, Level]:
    bookings: Counter[int] = Counter()
    for each in met:
        bookings[each.host_id] += each.times
        bookings[each.provider_id] += each.times
    evidence = result.scores.evidence.K.max(axis=1)
    low = np.nan_to_num(result.scores.low).max(axis=1)
    return {
        member.id: level_earned(
            LevelFacts(
                confirmed_contact=member.has_confirmed,
                standing=float(result.standing[place]),
                settled_bookings=bookings[member.id],
                K=float(evidence[place]),
                low=float(low[place]),
                member_days=(now - member.created_at) / timedelta(days=1),
                is_steward=member.is_steward,
            )
        )
        for place, member in enumerate(members)
    }
