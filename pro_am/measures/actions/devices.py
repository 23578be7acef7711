"""Letting a program add values, renaming it, ending it."""

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.measures.actions.series import wait_for_turn
from pro_am.measures.models import Device
from pro_am.measures.queries.devices import devices_of
from pro_am.measures.rules.refusals import EnoughDevices

MOST_DEVICES = 10


def make_device(client: Member, name: str, *, idempotency_key: str) -> str | None:
    """Return its secret, which is shown once; None when the same form came before."""
    secret = ids.secret()
    with transaction():
        wait_for_turn(client)
        known = select(Device.id).where(
            Device.client_id == client.id, Device.idempotency_key == idempotency_key
        )
        if db.session.scalar(known) is not None:
            return None
        if len(devices_of(client)) >= MOST_DEVICES:
            raise EnoughDevices(most=MOST_DEVICES)
        db.session.add(
            Device(
                public_id=ids.public_id(),
                client_id=client.id,
                idempotency_key=idempotency_key,
                name=name.strip(),
                fingerprint=ids.fingerprint(secret),
                made_at=clock.now(),
            )
        )
    return secret


def rename_device(device: Device, name: str) -> None:
    with transaction():
        device.name = name.strip()


def end_device(device: Device) -> None:
    """Its secret opens nothing any more; what it has added stays."""
    with transaction():
        db.session.delete(device)


def note_use(device: Device) -> None:
    with transaction():
        device.used_at = clock.now()
