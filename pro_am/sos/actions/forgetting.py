"""An SOS is nobody's business for longer than it must be."""

from sqlalchemy import Select, delete, select

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.sos.models import Sos, SosAnswer, SosChoices, Told
from pro_am.sos.rules.calling import KEPT


def forget_old() -> None:
    """What was said ninety days ago, and answered."""
    with transaction():
        _forget(select(Sos.id).where(Sos.at < clock.now() - KEPT))


def forget_client(client: Member) -> None:
    with transaction():
        _forget(select(Sos.id).where(Sos.client_id == client.id))
        db.session.execute(delete(SosChoices).where(SosChoices.member_id == client.id))


def _forget(calls: Select[int]) -> None:
    told = select(Told.id).where(Told.sos_id.in_(calls))
    db.session.execute(delete(SosAnswer).where(SosAnswer.told_id.in_(told)))
    db.session.execute(delete(Told).where(Told.sos_id.in_(calls)))
    db.session.execute(delete(Sos).where(Sos.id.in_(calls)))
