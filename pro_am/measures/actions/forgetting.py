"""What is left of nobody: files that nobody confirmed, and all of a member who is erased."""

from datetime import timedelta

from sqlalchemy import delete, select

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.measures.actions.series import remove_series
from pro_am.measures.models import Device, Proposal, Upload, ValueComment
from pro_am.measures.queries.own import series_of
from pro_am.programmes.models import Programme

KEPT = timedelta(days=1)


def forget_uploads() -> None:
    with transaction():
        db.session.execute(delete(Upload).where(Upload.created_at < clock.now() - KEPT))


def forget_measures_of(member: Member) -> None:
    """Their series with all values, their devices, and what they said of others' values."""
    programmes = select(Programme.id).where(
        (Programme.client_id == member.id) | (Programme.coach_id == member.id)
    )
    with transaction():
        for series in series_of(member):
            remove_series(series)
        for statement in (
            delete(ValueComment).where(ValueComment.by_id == member.id),
            delete(Upload).where(Upload.client_id == member.id),
            delete(Device).where(Device.client_id == member.id),
            delete(Proposal).where(Proposal.programme_id.in_(programmes)),
        ):
            db.session.execute(statement)
