"""Showing a series to somebody, and no longer."""

from sqlalchemy import delete

from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.measures.models import Series, Sharing
from pro_am.measures.rules.audiences import coach_of
from pro_am.measures.rules.refusals import NobodyLooks
from pro_am.programmes.models import Programme
from pro_am.programmes.rules.words import Standing


def share(series: Series, audience: str) -> None:
    """Show it from now on, with all of its history; the series is locked so that twice is once."""
    with transaction():
        db.session.get_one(Series, series.id, with_for_update=True)
        if db.session.get(Sharing, (series.id, audience)) is None:
            db.session.add(Sharing(series_id=series.id, audience=audience, since=clock.now()))


def share_with_coach(series: Series, programme: Programme) -> None:
    """Only while there is a coach: of one that is over, nobody looks any more."""
    with transaction():
        if programme.standing is Standing.ENDED:
            raise NobodyLooks
        share(series, coach_of(programme.id))


def stop_sharing(series: Series, audience: str) -> None:
    """Its history is hidden at once: who looks again finds nothing."""
    with transaction():
        db.session.execute(
            delete(Sharing).where(Sharing.series_id == series.id, Sharing.audience == audience)
        )


def end_audience(audience: str) -> None:
    """Somebody looks no more: nothing is shared with them."""
    with transaction():
        db.session.execute(delete(Sharing).where(Sharing.audience == audience))
