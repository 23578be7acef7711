"""The operator writes a cancellation policy of their own."""

from collections.abc import Sequence
from datetime import timedelta

from pro_am.accounts.models import Member
from pro_am.bookings.models import OwnPolicy
from pro_am.bookings.rules.policy import Tier, check_tiers
from pro_am.foundation import audit, clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.words import mark


def write_own_policy(tiers: Sequence[Tier], by: Member) -> None:
    """It counts for bookings made from now on; those made before keep theirs."""
    check_tiers(tiers)
    pairs = [[tier.notice // timedelta(minutes=1), tier.percent] for tier in tiers]
    by_id = by.id
    with transaction():
        db.session.add(OwnPolicy(tiers=pairs, at=clock.now(), by_id=by_id))
        audit.note(
            mark("changed the community’s cancellation policy"),
            by=by_id,
            about="cancellation policy",
            tiers=pairs,
        )
