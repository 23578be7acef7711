"""What search knows of every offer that can be booked, kept in memory by each process.

Search looks at hundreds of offers to show twenty. What decides about them changes rarely, so it
is read once, and then only where the outbox says that a profile changed. Every search asks the
outbox first: what was withdrawn is gone at once, in every process, however far the index lags.
"""

import threading
from datetime import datetime, timedelta

from flask import Flask, current_app

from pro_am.foundation import clock
from pro_am.foundation.database import already_read
from pro_am.foundation.revisions import revision
from pro_am.search import queries
from pro_am.search.memory.known import KnownOffers
from pro_am.search.memory.table import OfferTable
from pro_am.search.queries import offers
from pro_am.search.queries.people import people_facts
from pro_am.standing.models import SCORES

__all__ = ["KnownOffers", "known_offers"]

MANY_PROFILES = 500  # so many changed: reading all is no dearer, and the outbox keeps only so much
MANY_OFFERS = 10_000  # with more, what ranks people is read beside the pages, which do without
# Scores are read again for so long after they were written: longer than a transaction lasts.
READ_AGAIN = timedelta(minutes=15)


class Memory:
    """The newest that one process has read, for all its threads."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._lock = threading.Lock()
        self._reading = threading.Lock()
        self._known: KnownOffers | None = None

    def known_offers(self) -> KnownOffers:
        known, scores = self._known, revision(SCORES)
        news = queries.news_after(known.position) if known else []
        if known is None or news or scores > known.scores_revision:
            with self._lock:
                known = self._renewed(scores)
        if known.day < clock.now().date():
            self._renew_people(known)
        return known

    def _renewed(self, scores: int) -> KnownOffers:
        """Nobody else renews it meanwhile; somebody may have done before."""
        known = self._known
        if known is None:
            known = self._known = _read_all(scores)
        news = queries.news_after(known.position)
        changed = {profile_id: news_id for news_id, profile_id in news}
        if len(changed) > MANY_PROFILES:
            fresh = self._known = _read_all(scores, before=known)
            return fresh
        if scores > known.scores_revision:
            known.hear_scores(*_scores_since(known.scores_at), scores)
        if changed:
            known.hear_news(changed, offers.facts_of_profiles(changed), news[-1][0])
        return known

    def _renew_people(self, known: KnownOffers) -> None:
        if not self._reading.acquire(blocking=False):
            return  # somebody else does
        if len(known.facts.rows()) <= MANY_OFFERS:
            self._read_people(known)
        else:
            threading.Thread(target=self._read_beside, args=(known,), daemon=True).start()

    def _read_beside(self, known: KnownOffers) -> None:
        with self._app.app_context():
            self._read_people(known)

    def _read_people(self, known: KnownOffers) -> None:
        try:
            known.hear_people(people_facts(clock.now()))
        finally:
            self._reading.release()


def known_offers() -> KnownOffers:
    """What can be booked, as the database says now: two questions when nothing changed."""
    read = already_read()
    if KnownOffers not in read:
        if "pro_am_known_offers" not in current_app.extensions:
            app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
            current_app.extensions["pro_am_known_offers"] = Memory(app)
        read[KnownOffers] = current_app.extensions["pro_am_known_offers"].known_offers()
    known: KnownOffers = read[KnownOffers]
    return known


def _read_all(scores: int, *, before: KnownOffers | None = None) -> KnownOffers:
    position = queries.latest_news()  # first: what changes meanwhile is read again
    table = OfferTable()
    for columns in offers.facts_of_profiles():
        table.append(columns)
    known = KnownOffers(table, position, scores)
    known.withdrawn_at = position  # what went before is not known here
    known.hear_scores(*_scores_since(None), scores)
    if before:
        known.take_people_of(before)
    return known


def _scores_since(heard: datetime | None) -> tuple[dict[int, float | None], datetime]:
    """Those written since then, and until when all were heard."""
    now = clock.now()
    return offers.trust_lows(heard - READ_AGAIN if heard else None), now
