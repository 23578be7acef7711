"""Questions that nobody has answered: one reminder, then the address is forgotten."""

from sqlalchemy import select

from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.supporters.actions.ending import end
from pro_am.supporters.actions.letters import post_ask
from pro_am.supporters.models import Supporter
from pro_am.supporters.rules import life
from pro_am.supporters.rules.life import Act, SupporterState

AT_ONCE = 200


def see_to_asks() -> None:
    now = clock.now()
    old = (
        select(Supporter.id)
        .where(
            Supporter.state == SupporterState.ASKED,
            Supporter.asked_at <= now - life.REMINDED_AFTER,
            Supporter.reminded_at.is_(None) | (Supporter.asked_at <= now - life.LAPSES_AFTER),
        )
        .order_by(Supporter.id)
    )
    for supporter_id in list(db.session.scalars(old.limit(AT_ONCE))):
        with transaction():
            _see_to(db.session.get_one(Supporter, supporter_id, with_for_update=True))


def _see_to(supporter: Supporter) -> None:
    now = clock.now()
    if supporter.state is not SupporterState.ASKED:
        return  # answered meanwhile
    if life.is_over(supporter.asked_at, now):
        end(supporter, Act.LAPSE)
    elif life.needs_reminder(supporter.asked_at, supporter.reminded_at, now):
        supporter.reminded_at = now
        supporter.ask_letter_id = post_ask(supporter, is_reminder=True)
