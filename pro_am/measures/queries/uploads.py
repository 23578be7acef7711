"""Files that wait for their member's yes."""

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.measures.models import Upload


def upload_of(client: Member, public_id: str) -> Upload | None:
    return db.session.scalar(
        select(Upload).where(Upload.client_id == client.id, Upload.public_id == public_id)
    )


def upload_with_key(client: Member, idempotency_key: str) -> Upload | None:
    return db.session.scalar(
        select(Upload).where(
            Upload.client_id == client.id, Upload.idempotency_key == idempotency_key
        )
    )
