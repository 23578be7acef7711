"""The devices of members."""

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation import ids
from pro_am.foundation.database import db
from pro_am.measures.models import Device


def devices_of(client: Member) -> list[Device]:
    asked = select(Device).where(Device.client_id == client.id).order_by(Device.id)
    return list(db.session.scalars(asked))


def device_of(client: Member, public_id: str) -> Device | None:
    return db.session.scalar(
        select(Device).where(Device.client_id == client.id, Device.public_id == public_id)
    )


def device_with(secret: str) -> Device | None:
    return db.session.scalar(select(Device).where(Device.fingerprint == ids.fingerprint(secret)))
