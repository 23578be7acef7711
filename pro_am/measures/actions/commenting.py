"""A coach's human word about a value."""

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.measures.models import MeasureValue, ValueComment


def comment(value: MeasureValue, by: Member, text: str, *, idempotency_key: str) -> None:
    """Whoever may see the value says something of it, once for each form."""
    with transaction():
        db.session.get_one(MeasureValue, value.id, with_for_update=True)
        known = db.session.scalar(
            select(ValueComment.id).where(
                ValueComment.by_id == by.id, ValueComment.idempotency_key == idempotency_key
            )
        )
        if known is None:
            db.session.add(
                ValueComment(
                    value_id=value.id,
                    by_id=by.id,
                    at=clock.now(),
                    text=text.strip(),
                    idempotency_key=idempotency_key,
                )
            )
