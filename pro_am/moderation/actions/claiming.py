"""One after the other, where two might act at once."""

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.moderation.models import Appeal, Report, Restriction


def one_at_a_time(member: Member) -> None:
    """Two clicks at once are one after the other."""
    db.session.get_one(Member, member.id, with_for_update={"key_share": True})


def claimed_report(report_id: int) -> Report:
    return db.session.get_one(
        Report, report_id, with_for_update={"of": Report}, populate_existing=True
    )


def claimed_restriction(restriction_id: int) -> Restriction:
    return db.session.get_one(
        Restriction, restriction_id, with_for_update={"of": Restriction}, populate_existing=True
    )


def claimed_appeal(appeal_id: int) -> Appeal:
    return db.session.get_one(
        Appeal, appeal_id, with_for_update={"of": Appeal}, populate_existing=True
    )
