"""Looking at offers that changed: which saved searches find them now, and did not before?"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite

from pro_am.alerts import memory, queries
from pro_am.alerts.models import Find, LookedAt, Lookout
from pro_am.alerts.rules.kept import as_json
from pro_am.foundation import clock, jobs
from pro_am.foundation.database import Model, db, transaction
from pro_am.search import queries as search
from pro_am.search.queries.offers import ids_by_trust, ids_of_profiles
from pro_am.search.rules.documents import SearchDocument

LOOK = "alerts.look"
TELL = "alerts.tell"
BATCH = 20  # profiles in one transaction
MOST_AT_ONCE = 200  # offers that are only remembered


def begin() -> None:
    """From the first saved search on, inside its transaction; before, nobody need look."""
    if queries.lookout() is None:
        position = search.known_news().latest
        _insert(Lookout, [{"id": queries.ONLY, "position": position, "has_begun": False}])
        jobs.enqueue(LOOK, key="all")


def look() -> None:
    """Read the outbox of search from where it was read last."""
    lookout = queries.lookout()
    if lookout is None:
        return
    if not lookout.has_begun:
        _look_at_what_was_there()
    while _look_at_some():
        pass


def _look_at_what_was_there() -> None:
    """Once: the offers that there were before anybody saved a search are no news."""
    there = ids_by_trust()
    for start in range(0, len(there), MOST_AT_ONCE):
        with transaction():  # short ones: others write meanwhile
            lookout = queries.lookout()
            assert lookout is not None  # noqa: S101 - nobody takes it away
            changed = {profile_id for _, profile_id in search.news_after(lookout.position)}
            new = set(ids_of_profiles(changed))
            old = [each for each in there[start : start + MOST_AT_ONCE] if each not in new]
            _remember(search.documents_with_ids(old), anew=False)
    with transaction():
        if lookout := queries.lookout():
            lookout.has_begun = True


def _look_at_some() -> bool:
    """A few profiles, in one transaction: who looks at the same time waits for its end."""
    with transaction():
        lookout = queries.lookout()
        if lookout is None:
            return False
        oldest, latest = search.known_news()
        if lookout.position < oldest - 1:  # what came meanwhile is told no more: all may be new
            documents, lookout.position = list(search.all_documents()), latest
        else:
            news = search.news_after(lookout.position, profiles=BATCH)
            if not news:
                return False
            documents, _gone = search.documents_of_profiles({each for _, each in news})
            lookout.position = news[-1][0]
        if _find(documents):
            jobs.enqueue(TELL, key="all")
    return True


def _find(documents: Collection[SearchDocument]) -> int:
    """How many finds there are in these offers."""
    now, rows, percolator = clock.now(), [], memory.percolator()
    for document in documents:
        found = percolator.newly_finding(queries.last_look(document.offer_id), document)
        rows += [
            {"saved_search_id": each, "offer_id": document.offer_id, "found_at": now}
            for each in queries.others_searches(found, document.member_id)
        ]
    _insert(Find, rows)
    _remember(documents, anew=True)
    return len(rows)


def _remember(documents: Iterable[SearchDocument], *, anew: bool) -> None:
    """As they are now; who is hidden meanwhile stays as it was seen last, and is no news again."""
    rows = [{"offer_id": each.offer_id, "document": as_json(each)} for each in documents]
    _insert(LookedAt, rows, anew="document" if anew else None)


def _insert(
    model: type[Model], rows: Sequence[Mapping[str, Any]], *, anew: str | None = None
) -> None:
    """What is there stays, or gets the new value of the named column."""
    insert = postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert
    asked: Any = insert(model)
    if anew:
        key = [column.name for column in model.__table__.primary_key]
        asked = asked.on_conflict_do_update(
            index_elements=key, set_={anew: getattr(asked.excluded, anew)}
        )
    else:
        asked = asked.on_conflict_do_nothing()
    if rows:
        db.session.execute(asked, rows)
