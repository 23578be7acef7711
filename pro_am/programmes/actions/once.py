"""What makes a form that is sent twice do its deed once."""

from sqlalchemy.dialects import postgresql, sqlite

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.programmes.models import ProgrammeAct


def is_first(by: Member, key: str) -> bool:
    """Whether this member's form with that key comes for the first time; for a transaction.

    Two that come at one moment wait for each other on the row.
    """
    write = postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert
    row = {"by_id": by.id, "idempotency_key": key, "at": clock.now()}
    written = db.session.scalar(
        write(ProgrammeAct).values(row).on_conflict_do_nothing().returning(ProgrammeAct.id)
    )
    return written is not None
