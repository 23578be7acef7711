"""The words of a query as SQL: who has them, and BM25."""

from collections.abc import Mapping, Sequence

from pro_am.search.engines.postgresql.filters import number
from pro_am.search.engines.postgresql.knowledge import Term, array
from pro_am.search.rules.bm25 import K1, B
from pro_am.search.rules.documents import Query
from pro_am.search.rules.text import LANGUAGES, Word

Terms = Mapping[str, Term]


def names(query: Query) -> set[str]:
    return {term for word in query.asked for term, _factor in word}


def offers_having(word: Word, terms: Terms) -> int:
    """At most."""
    return sum(terms[term].offers for term, _factor in word)


def most_having(query: Query, terms: Terms) -> int:
    """How many offers at most answer to the words."""
    having = [offers_having(word, terms) for word in query.asked]
    return min(having) if query.every_word else sum(having)


def have(query: Query, terms: Terms) -> str:
    return have_every(query, terms) if query.every_word else have_any(query.asked, terms)


def have_any(words: Sequence[Word], terms: Terms) -> str:
    return f"words && {array(terms[term].id for word in words for term, _factor in word)}"


def have_every(query: Query, terms: Terms) -> str:
    """In one of the languages, each word that the language knows."""
    by_language = []
    for language in _languages(query):
        in_it = [_of_language(word, language) for word in query.asked]
        having = [have_any([word], terms) for word in in_it if word]
        if having:
            by_language.append(f"({' AND '.join(having)})")
    return f"({' OR '.join(by_language)})"


def times(query: Query, word: Word, terms: Terms) -> str:
    """How often the word counts in the offer, each of its terms by its factor."""
    cases = []
    for language in _languages(query):
        said = [
            f"{number(factor)} * coalesce(times[array_position(words, {terms[term].id})], 0)"
            for term, factor in _of_language(word, language)
            if terms[term].offers
        ]
        if said:
            cases.append(f"WHEN '{language}' THEN {' + '.join(said)}")
    return f"CASE language {' '.join(cases)} ELSE 0 END" if cases else "0"


def score(weights: Sequence[float], average_length: float) -> str:
    """BM25, given `length`, and the `times` of each word as `times_0`, `times_1`, ..."""
    held_back = f"({number(K1 * (1 - B))} + {number(K1 * B / average_length)} * length)"
    parts = [
        f"{number(weight * (K1 + 1))} * times_{n} / (times_{n} + {held_back})"
        for n, weight in enumerate(weights)
    ]
    return f"round(({' + '.join(parts) or '0'}) * 1e6::float8) / 1e6::float8"


def _languages(query: Query) -> list[str]:
    """Ours alone: they are written into the statement as they are."""
    return [language for language in LANGUAGES if language in query.languages]


def _of_language(word: Word, language: str) -> Word:
    return tuple((term, factor) for term, factor in word if term.startswith(f"{language}:"))
