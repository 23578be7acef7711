"""Choosing among the letters that are not needed."""

from collections.abc import Collection

from sqlalchemy import delete

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.foundation.topics import known_topics
from pro_am.notifications import queries
from pro_am.notifications.models import BouncedAddress, UnwantedTopic, UnwrittenAddress


def choose(member: Member, wanted: Collection[str]) -> None:
    """Get letters about these topics, and about no other."""
    with transaction():
        for key in known_topics():
            (take_back if key in wanted else do_without)(member, key)


def do_without(member: Member, topic: str) -> None:
    """From now on; also what is written already, but has not left."""
    with transaction():
        if db.session.get(UnwantedTopic, (member.id, topic)) is None:
            db.session.add(UnwantedTopic(member_id=member.id, topic=topic, since=clock.now()))


def take_back(member: Member, topic: str) -> None:
    with transaction():
        db.session.execute(
            delete(UnwantedTopic).where(
                UnwantedTopic.member_id == member.id, UnwantedTopic.topic == topic
            )
        )


def write_never(address_mark: str) -> None:
    """Nothing that a member lets us write to this address; it is known by its mark alone."""
    with transaction():
        if not queries.is_unwritten(address_mark):
            db.session.add(UnwrittenAddress(address_mark=address_mark, since=clock.now()))


def write_again(address_mark: str) -> None:
    with transaction():
        db.session.execute(
            delete(UnwrittenAddress).where(UnwrittenAddress.address_mark == address_mark)
        )


def forget_member(member: Member) -> None:
    """Erase what was written to a member, and what they chose."""
    with transaction():
        db.session.execute(delete(Letter).where(Letter.member_id == member.id))
        db.session.execute(delete(UnwantedTopic).where(UnwantedTopic.member_id == member.id))
        db.session.execute(delete(BouncedAddress).where(BouncedAddress.email == member.email))
