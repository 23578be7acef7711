"""A coach would like something measured; the client says yes or no, and whether it is shown."""

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.measures.actions.series import begin_series
from pro_am.measures.actions.sharing import share
from pro_am.measures.models import Proposal, Series
from pro_am.measures.queries import own
from pro_am.measures.queries.proposals import proposals_in
from pro_am.measures.rules.audiences import coach_of
from pro_am.measures.rules.kinds import UNITS, SeriesKind
from pro_am.measures.rules.refusals import NameNeeded, ProposalsWait
from pro_am.programmes.models import Programme

MOST_WAITING = 5


def propose(
    programme: Programme, kind: SeriesKind, *, name: str, unit: str, idempotency_key: str
) -> None:
    with transaction():
        db.session.get_one(Programme, programme.id, with_for_update=True)
        known = select(Proposal.id).where(
            Proposal.programme_id == programme.id, Proposal.idempotency_key == idempotency_key
        )
        if db.session.scalar(known) is not None:
            return
        if kind is SeriesKind.OTHER and not name.strip():
            raise NameNeeded
        if len(proposals_in(programme)) >= MOST_WAITING:
            raise ProposalsWait
        db.session.add(
            Proposal(
                public_id=ids.public_id(),
                programme_id=programme.id,
                idempotency_key=idempotency_key,
                kind=kind,
                name=name.strip() if kind is SeriesKind.OTHER else "",
                unit=UNITS.get(kind, unit.strip()),
                made_at=clock.now(),
            )
        )


def accept(client: Member, proposal: Proposal, *, is_shown: bool) -> Series:
    """Measure it from now on; what is measured already is not begun a second time."""
    with transaction():
        series = _like(client, proposal) or begin_series(
            client,
            proposal.kind,
            name=proposal.name,
            unit=proposal.unit,
            idempotency_key=f"proposal:{proposal.public_id}",
        )
        proposal.answered_at = proposal.answered_at or clock.now()
        db.session.flush()  # a new series needs its number to be shared
        if is_shown:
            share(series, coach_of(proposal.programme_id))
    return series


def decline(proposal: Proposal) -> None:
    with transaction():
        proposal.answered_at = proposal.answered_at or clock.now()


def _like(client: Member, proposal: Proposal) -> Series | None:
    for series in own.series_of(client):
        if series.kind is proposal.kind and series.name.casefold() == proposal.name.casefold():
            return series
    return None
