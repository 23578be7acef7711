"""A client asks a friend, says what they see, and removes them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from pro_am.accounts.models import Member
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.measures.actions import share, stop_sharing
from pro_am.supporters.actions.ending import end
from pro_am.supporters.actions.letters import post_ask
from pro_am.supporters.actions.rhythm import claim_rhythm
from pro_am.supporters.models import Supporter
from pro_am.supporters.queries import own
from pro_am.supporters.queries.measured import own_series
from pro_am.supporters.rules import asking, life, sight
from pro_am.supporters.rules.audience import audience_of
from pro_am.supporters.rules.life import Act, SupporterState
from pro_am.supporters.rules.sight import Field

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Guest:
    """Whom a client asks, and what they would see."""

    name: str
    email: str
    language: str
    sees: Sequence[str]


def ask(client: Member, guest: Guest) -> Supporter:
    """One letter with one question; whoever is asked or follows already stays as they are."""
    email, now = guest.email.strip().lower(), clock.now()
    mark = ids.fingerprint(email)
    with transaction():
        claim_rhythm(client)  # one after the other: limits are counted
        supporter = own.with_address(client, mark)
        facts = own.asking_facts(client, email, mark, now - DAY, supporter)
        if supporter is not None and asking.is_there(facts.before):
            return supporter
        asking.check_asking(facts, now)
        if supporter is None:
            supporter = Supporter(
                public_id=ids.public_id(), client=client, address_mark=mark, state=None
            )
            db.session.add(supporter)
        else:
            life.after(supporter.state, Act.ASK)
        supporter.name, supporter.email = guest.name.strip(), email
        supporter.language, supporter.sees = guest.language, sight.in_order(guest.sees)
        supporter.link_key, supporter.state = ids.public_id(), SupporterState.ASKED
        supporter.asked_at, supporter.reminded_at = now, None
        supporter.answered_at = supporter.ended_at = supporter.read_at = None
        supporter.ask_letter_id = post_ask(supporter)
    return supporter


def change(
    supporter: Supporter, *, name: str, sees: Sequence[str], series: Collection[str] = ()
) -> None:
    """What they see from now on, of measures by the ids of series.

    What is taken away, its past too, is gone from their page.
    """
    audience = audience_of(supporter.id)
    with transaction():
        shown, hidden = own_series(supporter.client, series)
        for each in shown:
            share(each, audience)
        for each in hidden:
            stop_sharing(each, audience)
        others = [each for each in sees if each != Field.MEASURES]
        supporter.sees = sight.in_order([*others, Field.MEASURES] if shown else others)
        supporter.name = name.strip()


def remove(supporter: Supporter) -> None:
    """Their page is gone at once, and so is the address that we had."""
    with transaction():
        end(supporter, Act.REMOVE)
        supporter.link_key = ids.public_id()
