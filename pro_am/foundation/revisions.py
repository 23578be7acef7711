"""Numbers that rise when something nearly constant changes, so that processes may remember it.

Whoever changes such a thing raises its number in the same transaction; whoever remembers it asks
for the number first. One question to the database tells all of them.
"""

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation.database import Model, already_read, db


class Revision(Model):
    __tablename__ = "revisions"

    topic: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(default=0)


_ALL = select(Revision.__table__)  # the table: half the price of the model


def revision(topic: str) -> int:
    """The number of a topic; 0 when it was never changed."""
    read = already_read()
    if Revision not in read:
        read[Revision] = dict(db.session.execute(_ALL).all())
    return int(read[Revision].get(topic, 0))


def raise_revision(topic: str, connection: Connection | None = None) -> None:
    """Say that a topic changed, as one of the last things in its transaction.

    Others who raise the same number wait for the end of this transaction.
    """
    connection = connection or db.session.connection()
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    row = insert(Revision).values(topic=topic, number=1)
    connection.execute(
        row.on_conflict_do_update(
            index_elements=[Revision.topic], set_={"number": Revision.number + 1}
        )
    )
