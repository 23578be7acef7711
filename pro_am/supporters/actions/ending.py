"""What every ending has in common."""

from sqlalchemy import select

from pro_am.foundation import clock, outbox
from pro_am.foundation.database import db
from pro_am.measures.actions import end_audience
from pro_am.supporters.models import Recap, Supporter
from pro_am.supporters.rules import life
from pro_am.supporters.rules.audience import audience_of
from pro_am.supporters.rules.life import Act


def end(supporter: Supporter, act: Act) -> None:
    """Inside a transaction: the address is forgotten, and what has not left stays here."""
    db.session.refresh(supporter, with_for_update=True)
    supporter.state = life.after(supporter.state, act)
    supporter.email, supporter.ended_at = None, clock.now()
    end_audience(audience_of(supporter.id))
    letters = select(Recap.letter_id).where(Recap.supporter_id == supporter.id)
    outbox.take_back([*db.session.scalars(letters), supporter.ask_letter_id])
