"""Levels rise at once and fade with days of grace; both are told."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from pro_am.foundation import clock
from pro_am.foundation.bulk import insert_rows
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.standing.events import LevelFading, LevelReached
from pro_am.standing.models import MemberLevel
from pro_am.standing.rules import constants
from pro_am.standing.rules.levels import Level
from pro_am.standing.rules.unlocks import HeldLevel, moved

FEW = 500  # so many are asked for by name


def write_levels(earned: Mapping[int, Level]) -> None:
    """Write down what members have earned: called by trust, and by nobody else.

    The first level of a member is where they are met, so it is no news.
    """
    now = clock.now()
    with transaction():
        known = _known(earned)
        rows: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
        for member_id, level in earned.items():
            before = known.get(member_id)
            after = moved(before, level, now)
            if after == before:
                continue
            rows[before is None].append({"member_id": member_id, **vars(after)})
            if before:
                _tell(member_id, before, after)
        insert_rows(MemberLevel, rows[True])
        if rows[False]:
            db.session.execute(update(MemberLevel), rows[False])


def _known(members: Mapping[int, Level]) -> dict[int, HeldLevel]:
    asked = select(
        MemberLevel.member_id,
        MemberLevel.level,
        MemberLevel.earned,
        MemberLevel.since,
        MemberLevel.below_since,
    )
    if len(members) <= FEW:
        asked = asked.where(MemberLevel.member_id.in_(members))
    return {
        member_id: HeldLevel(Level(level), Level(earned), since, below_since)
        for member_id, level, earned, since, below_since in db.session.execute(asked)
    }


def _tell(member_id: int, before: HeldLevel, after: HeldLevel) -> None:
    if after.level > before.level:
        publish(LevelReached(member_id, after.level))
    elif after.below_since and not before.below_since:
        lost_at = after.below_since + timedelta(days=constants.LEVEL_GRACE_DAYS)
        publish(LevelFading(member_id, after.level, after.earned, lost_at))
