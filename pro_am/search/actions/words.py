"""Writing down the words of all offers, in the worker; web processes read them."""

from datetime import timedelta

from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.revisions import raise_revision
from pro_am.search import queries
from pro_am.search.models import WORDS, SearchWords
from pro_am.search.queries import wording
from pro_am.search.queries.offers import count_of_bookable
from pro_am.search.rules.wording.packed import packed
from pro_am.search.rules.wording.vocabulary import Vocabulary

# Reading all takes a third of a millisecond for each offer; what changed since is known anyhow.
SMALL = 5000  # offers
MANY_CHANGES = 40  # profiles, and no process need keep the words of more
SELDOM, AT_LATEST = timedelta(hours=1), timedelta(days=1)


def write_words_if_due() -> None:
    """Small communities whenever something changed, large ones at most once an hour."""
    kept, latest = wording.kept(), queries.latest_news()
    if kept is None or kept.position > latest:
        write_words()
    elif kept.position < latest:
        age = clock.now() - kept.written_at
        is_much = latest - kept.position > MANY_CHANGES and age >= SELDOM
        if is_much or age >= AT_LATEST or count_of_bookable() <= SMALL:
            write_words()


def write_words() -> None:
    position = queries.latest_news()  # first: what changes meanwhile is read again
    vocabulary = packed(Vocabulary.of(wording.wording_of_all(), wording.names()))
    with transaction():
        row = db.session.get(SearchWords, 1)
        if row is None:
            row = SearchWords(id=1)
            db.session.add(row)
        row.position, row.written_at, row.vocabulary = position, clock.now(), vocabulary
        raise_revision(WORDS)
