"""What becomes of friends when a client goes."""

from sqlalchemy import delete, select

from pro_am.accounts.models import Member
from pro_am.foundation import outbox
from pro_am.foundation.database import db, transaction
from pro_am.measures.actions import end_audience
from pro_am.supporters.models import Cheer, QuietWeek, Recap, RecapRhythm, Supporter
from pro_am.supporters.rules.audience import audience_of


def forget_client(client: Member) -> None:
    theirs = select(Supporter.id).where(Supporter.client_id == client.id)
    with transaction():
        for supporter_id in db.session.scalars(theirs).all():
            end_audience(audience_of(supporter_id))
        letters = select(Recap.letter_id).where(Recap.supporter_id.in_(theirs))
        asks = select(Supporter.ask_letter_id).where(Supporter.client_id == client.id)
        outbox.take_back([*db.session.scalars(letters), *db.session.scalars(asks)])
        db.session.execute(delete(Cheer).where(Cheer.supporter_id.in_(theirs)))
        db.session.execute(delete(Recap).where(Recap.supporter_id.in_(theirs)))
        db.session.execute(delete(Supporter).where(Supporter.client_id == client.id))
        db.session.execute(delete(QuietWeek).where(QuietWeek.client_id == client.id))
        db.session.execute(delete(RecapRhythm).where(RecapRhythm.client_id == client.id))
