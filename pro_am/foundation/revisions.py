"""Numbers that rise when something nearly constant changes, so that processes may remember it.

Whoever changes such a thing raises its number in the same transaction; whoever remembers it asks
for the number first. One question to the database tells all of them.
"""

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation.database import Model, db


class Revision(Model):
    __tablename__ = "revisions"

    topic: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(default=0)


_ALL = select(Revision.topic, Revision.number)


def revisions() -> dict[str, int]:
    """The number of every topic that was ever changed; the others stand at 0."""
    return {topic: number for topic, number in db.session.execute(_ALL)}


def raise_revision(topic: str) -> None:
    """Say that a topic changed, as one of the last things in its transaction.

    Others who raise the same number wait for the end of this transaction.
    """
    insert = postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert
    db.session.execute(insert(Revision).values(topic=topic, number=0).on_conflict_do_nothing())
    db.session.execute(
        update(Revision)
        .where(Revision.topic == topic)
        .values(number=Revision.number + 1)
        .execution_options(synchronize_session=False)
    )
