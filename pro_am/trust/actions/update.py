"""What one review, vouch or identity changes, without computing everything anew."""

from collections.abc import Sequence

import numpy as np

from pro_am.bookings.queries.settled import settled
from pro_am.foundation import clock, marks
from pro_am.foundation.database import transaction
from pro_am.standing import actions as standing
from pro_am.standing.actions import StandingFacts
from pro_am.standing.rules import constants as c
from pro_am.trust.actions.findings import ask_for_pauses
from pro_am.trust.actions.full_run import recompute
from pro_am.trust.actions.keeping import keep
from pro_am.trust.actions.levels import levels_earned
from pro_am.trust.actions.scoring import Weighed, score_facts
from pro_am.trust.queries import network as queries
from pro_am.trust.queries.community import StoredCommunity
from pro_am.trust.rules.incremental.community import Touched
from pro_am.trust.rules.incremental.updating import update
from pro_am.trust.rules.reviews import Role

Pair = Sequence[int]


def catch_up(
    reviews: Sequence[Pair] = (), vouches: Sequence[Pair] = (), identities: Sequence[int] = ()
) -> None:
    """Reviews as (reviewer, reviewed), vouches as (voucher, vouched), and members, by id.

    Equal to the full run to a tenth of a point; without one to begin from, this is one.
    """
    with transaction():
        last_full_run = marks.last(marks.Name.SCORES)
        if last_full_run is None:
            recompute()
            return
        now = clock.now()
        touched = Touched(
            pairs=[(one, other) for one, other in reviews],
            vouches=[(one, other) for one, other in vouches],
            identities=list(identities),
        )
        found = update(StoredCommunity(now, last_full_run), touched)
        ids = found.scored.tolist()
        place = {each: number for number, each in enumerate(found.members["id"].tolist())}
        whose = [place[member_id] for member_id in ids]
        known, stake = found.members["standing"][whose], found.members["stake"][whose]
        scored = {member_id: number for number, member_id in enumerate(ids)}
        about = np.array([scored[each] for each in found.reviews["reviewed"].tolist()], np.intp)
        weighed = Weighed.from_records(
            found.reviews,
            about * len(Role) + found.reviews["role"],
            found.om,
            found.undecayed,
        )
        members = {each.id: each for each in queries.members(of=place)}
        standings = found.members["standing"].tolist()
        standing.write_down(
            {
                member_id: StandingFacts(standings[number], members[member_id].from_meetings)
                for member_id, number in place.items()
            },
            score_facts(
                ids,
                found.scores,
                np.repeat(known, len(Role)),
                np.repeat(stake, len(Role)),
                weighed,
            ),
            version=c.VERSION,
        )
        gone = found.reviews["id"][~found.reviews["counts"]].tolist()
        keep(found.members, weighed, now, no_longer_counted=gone)
        ask_for_pauses(weighed, ids)
        standing.write_levels(
            levels_earned(
                [members[member_id] for member_id in ids],
                known,
                found.scores,
                settled(now, of=ids),
                now,
            )
        )
