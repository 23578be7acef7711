"""Who acts on the same thing waits for the other, on both engines."""

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.vouches.models import Vouch


def claim_places(voucher_id: int) -> Member:
    """The first statement of whatever takes one of somebody's places: two are one by one."""
    return db.session.get_one(
        Member, voucher_id, with_for_update={"key_share": True}, populate_existing=True
    )


def claim_vouch(vouch_id: int) -> Vouch:
    return db.session.get_one(
        Vouch, vouch_id, with_for_update={"of": Vouch}, populate_existing=True
    )
