"""What only the member concerned may read: how those fare whom they vouch for, and alarms."""

from typing import NamedTuple

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.trust.models import Alarm, TrustMember
from pro_am.vouches.models import Vouch


class Answered(NamedTuple):
    """Somebody for whom the member answers; `harm` is the share of bad evidence, 0 to 1."""

    name: str
    craft: str
    weight: float
    harm: float


def answered_for(member_id: int) -> list[Answered]:
    rows = db.session.execute(
        select(Member.name, Vouch.craft, Vouch.weight, TrustMember.harm)
        .join(Member, Member.id == Vouch.vouched_id)
        .outerjoin(TrustMember, TrustMember.member_id == Vouch.vouched_id)
        .where(
            Vouch.voucher_id == member_id,
            Vouch.withdrawn_at.is_(None),
            Vouch.voided_at.is_(None),
        )
        .order_by(Vouch.given_at)
    )
    return [Answered(name, craft, weight, harm or 0.0) for name, craft, weight, harm in rows]


def alarms_about(member_id: int) -> list[Alarm]:
    return list(
        db.session.scalars(
            select(Alarm).where(Alarm.member_id == member_id).order_by(Alarm.raised_at.desc())
        )
    )
