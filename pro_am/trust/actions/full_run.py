"""Everything anew, as every night: standings, weights, scores, levels, alarms."""

import numpy as np

from pro_am.bookings.queries.settled import Met, settled
from pro_am.foundation import clock, marks
from pro_am.foundation.database import transaction
from pro_am.standing import actions as standing
from pro_am.standing.actions import StandingFacts
from pro_am.standing.rules import constants as c
from pro_am.trust.actions.findings import ask_for_pauses, raise_alarms
from pro_am.trust.actions.keeping import keep_all
from pro_am.trust.actions.levels import levels_earned
from pro_am.trust.actions.scoring import Weighed, score_facts
from pro_am.trust.queries import network as queries
from pro_am.trust.queries.network import MemberFacts
from pro_am.trust.rules.days import days
from pro_am.trust.rules.incremental.records import member_records, review_columns
from pro_am.trust.rules.network import compute
from pro_am.trust.rules.reviews import Role
from pro_am.trust.rules.standing import evidence_from_meetings
from pro_am.vouches.queries import open_vouches


def recompute() -> None:
    """Runs in the worker, never in a page."""
    with transaction():
        now = clock.now()
        members, reviews, met = queries.members(), queries.counted_reviews(now), settled(now)
        ids = [member.id for member in members]
        place = {member_id: number for number, member_id in enumerate(ids)}
        gained = _from_meetings(members, met, place)
        network = queries.network_of(
            [member.evidence(gained[member.id]) for member in members],
            reviews,
            open_vouches(now),
            place,
        )
        result = compute(network, days(now))
        columns = review_columns(result, days(now))
        weighed = Weighed.from_records(
            {**columns, "id": np.array([review.id for review in reviews], dtype=np.int64)},
            network.reviews.subject,
            result.weights.om,
            result.weights.undecayed,
        )
        standing.write_down(
            {
                member_id: StandingFacts(known, gained[member_id])
                for member_id, known in zip(ids, result.standing.tolist(), strict=True)
            },
            score_facts(
                ids,
                result.scores,
                result.support.reshape(-1),
                np.repeat(result.stake, len(Role)),
                weighed,
            ),
            version=c.VERSION,
        )
        keep_all(member_records(result, columns["fading"]), ids, weighed, now)
        standing.write_levels(levels_earned(members, result.standing, result.scores, met, now))
        raise_alarms(result, ids, weighed.ids, now)
        ask_for_pauses(weighed, ids)
        marks.put(marks.Name.SCORES)


def _from_meetings(
    members: list[MemberFacts], met: list[Met], place: dict[int, int]
) -> dict[int, float]:
    """Identity evidence from settled bookings with people whom the community knew yesterday."""
    pairs = {tuple(sorted((place[each.host_id], place[each.provider_id]))) for each in met}
    one, other = np.array(sorted(pairs), dtype=np.intp).reshape(-1, 2).T
    yesterday = np.array([member.standing for member in members], dtype=float)
    gained = evidence_from_meetings(one, other, yesterday).tolist()
    return {member.id: each for member, each in zip(members, gained, strict=True)}
