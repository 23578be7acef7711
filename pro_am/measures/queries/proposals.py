"""What coaches would like their clients to measure."""

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.measures.models import Proposal
from pro_am.programmes.models import Programme


def proposals_to(client: Member) -> list[Proposal]:
    """Those that wait for an answer."""
    asked = select(Proposal).join(Programme).where(Programme.client_id == client.id)
    return list(db.session.scalars(asked.where(Proposal.answered_at.is_(None))))


def proposal_of(client: Member, public_id: str) -> Proposal | None:
    return db.session.scalar(
        select(Proposal)
        .join(Programme)
        .where(Programme.client_id == client.id, Proposal.public_id == public_id)
    )


def proposals_in(programme: Programme) -> list[Proposal]:
    """Those that wait for the client's answer."""
    asked = select(Proposal).where(
        Proposal.programme_id == programme.id, Proposal.answered_at.is_(None)
    )
    return list(db.session.scalars(asked.order_by(Proposal.id)))
