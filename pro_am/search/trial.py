"""What a search would find, with these synonyms or those: for the desk."""

from dataclasses import dataclass

from pro_am.foundation import clock
from pro_am.search import memory, results
from pro_am.search.queries import synonyms as queries
from pro_am.search.queries.cards import card_facts
from pro_am.search.rules.documents import Query
from pro_am.search.rules.text import LONGEST_QUERY, tokens
from pro_am.search.rules.wording.synonyms import FACTOR, Synonyms, SynonymText, weighed
from pro_am.search.understanding import meant_by

SHOWN = 5


@dataclass(frozen=True)
class Tried:
    offers: int
    titles: list[str]
    """Of the first few."""
    also: list[str]
    """What was looked for beside what was typed."""


def tried(text: str, language: str, texts: list[SynonymText]) -> Tried:
    text = text[:LONGEST_QUERY]
    also = meant_by(list(tokens(text)), language, Synonyms(texts))
    hits, _broken = results.hits(Query(words=text, also=weighed(also, FACTOR)))
    there = [hit.offer_id for hit in hits if hit.offer_id in memory.known_offers().facts]
    cards = card_facts(there[:SHOWN], clock.now())
    titles = [cards[offer_id].title for offer_id in there[:SHOWN] if offer_id in cards]
    return Tried(len(there), titles, [each for others in also.values() for each in others])


def before_and_after(
    text: str, draft: SynonymText, changed: SynonymText | None
) -> tuple[Tried, Tried]:
    """As things are, and with the draft in the place of what it changes."""
    before = queries.all_texts()
    after = [each for each in before if each != changed] + [draft]
    return tried(text, draft.language, before), tried(text, draft.language, after)
