"""What a run finds beside scores: alarms for moderators, and offers to pause until one looks."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

import numpy as np
from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.foundation.events import publish
from pro_am.trust.actions.scoring import Weighed
from pro_am.trust.events import OffersToPause
from pro_am.trust.models import Alarm
from pro_am.trust.queries.pauses import last_paused
from pro_am.trust.rules.alarms import alarms, too_many_bad
from pro_am.trust.rules.days import days
from pro_am.trust.rules.network import TrustResult
from pro_am.trust.rules.reviews import Role


def raise_alarms(
    result: TrustResult, member_ids: Sequence[int], review_ids: Sequence[int], now: datetime
) -> None:
    """Each finding once: again only when a person has looked, and reviews are new in it."""
    is_open, seen = set(), defaultdict(set)
    for kind, member_id, reviews, settled_at in db.session.execute(
        select(Alarm.kind, Alarm.member_id, Alarm.reviews, Alarm.settled_at)
    ):
        seen[kind, member_id].update(reviews)
        if settled_at is None:
            is_open.add((kind, member_id))
    for facts in alarms(result, days(now)):
        what = facts.kind.value, member_ids[facts.member]
        reviews = [review_ids[place] for place in facts.reviews]
        if what in is_open or seen[what].issuperset(reviews):
            continue
        named = hashlib.sha256(repr(sorted(reviews)).encode()).hexdigest()
        db.session.add(
            Alarm(
                key=f"{what[0]} {what[1]} {named}",
                kind=what[0],
                member_id=what[1],
                reviews=reviews,
                figures=facts.figures,
                raised_at=now,
            )
        )


def ask_for_pauses(reviews: Weighed, member_ids: Sequence[int]) -> None:
    """Who was paused before and opened again by a person waits for a further bad review."""
    member, role = np.divmod(reviews.subject, len(Role))
    found = too_many_bad(member, role, reviews.x, reviews.time_days, reviews.om)
    before = last_paused([member_ids[place] for place, _ in found])
    for place, bad in found:
        paused_at = before.get(member_ids[place])
        if paused_at is None or reviews.time_days[bad].max() > days(paused_at):
            publish(OffersToPause(member_ids[place], [reviews.ids[each] for each in bad]))
