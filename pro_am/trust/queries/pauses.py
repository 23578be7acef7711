"""When the rule about bad reviews last paused somebody's offers."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select

from pro_am.foundation.database import db
from pro_am.moderation.models import Restriction
from pro_am.moderation.rules.restrictions import Kind, Rule


def last_paused(member_ids: Collection[int]) -> dict[int, datetime]:
    rows = db.session.execute(
        select(Restriction.member_id, func.max(Restriction.made_at))
        .where(
            Restriction.member_id.in_(member_ids),
            Restriction.kind == Kind.OFFERS_PAUSE,
            Restriction.rule == Rule.BAD_REVIEWS,
        )
        .group_by(Restriction.member_id)
    )
    return {member_id: made_at for member_id, made_at in rows}
