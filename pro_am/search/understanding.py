"""What a query means beside what it says: synonyms, and words that were mistyped."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from flask import current_app

from pro_am.foundation import places
from pro_am.foundation.places.names import fold as folded_name
from pro_am.foundation.revisions import revision
from pro_am.search.known_words import KnownWords, known_words
from pro_am.search.models import SYNONYMS
from pro_am.search.queries import synonyms as queries
from pro_am.search.rules.text import LANGUAGES, LONGEST_QUERY, MOST_WORDS, Also, term_of, tokens
from pro_am.search.rules.wording.synonyms import FACTOR, Synonyms, weighed
from pro_am.search.rules.wording.typos import mistakes_allowed
from pro_am.search.rules.wording.vocabulary import Similar

CORRECTED = 0.5
MOST_MEANT = 3  # words that a mistyped one may be
RARE = 2  # offers: a word of so few may be a mistake itself
FAR_MORE = 20  # times as many have the word that was probably meant


@dataclass(frozen=True)
class Understood:
    words: str
    also: Also = ()
    corrected: str | None = None
    """The words with mistakes mended, when that is searched too."""
    did_you_mean: str | None = None
    """Other words that many more people use, which are not searched."""
    is_cut: bool = False
    """Words were left out: there are too many."""


def understood(text: str, language: str, *, exactly: bool = False) -> Understood:
    """`exactly`: what was typed alone, and the mended words are only offered."""
    if not text:
        return Understood("")
    typed = list(tokens(text[:LONGEST_QUERY]))
    saying = [token for token in typed if any(term_of(token, each) for each in LANGUAGES)]
    words = known_words()
    also = meant_by(typed, language, known_synonyms())
    mended: dict[str, list[str]] = {}
    meant: dict[str, str] = {}
    for token in dict.fromkeys(saying[:MOST_WORDS]):
        if token in also or not mistakes_allowed(len(token)) or not token.isalpha():
            continue
        if words.has(token):
            if likelier := _likelier(words, token):
                meant[token] = likelier
        elif not _is_town(token) and (close := _closest(words, token)):
            mended[token] = close
    mended_text = _with(text, {token: close[0] for token, close in mended.items()})
    meant_text = _with(text, meant)
    is_cut = len(set(saying)) > MOST_WORDS
    if exactly:
        return Understood(text, (), None, mended_text or meant_text, is_cut)
    return Understood(
        text,
        weighed(also, FACTOR) + weighed(mended, CORRECTED),
        mended_text,
        meant_text,
        is_cut,
    )


def meant_by(typed: list[str], language: str, synonyms: Synonyms) -> dict[str, list[str]]:
    """Other words for some of those typed, each by its most telling word.

    Of "cuisine africaine", the second: nearly everybody says the first, and a word that has
    so frequent another one would tell nobody apart.
    """
    words, found = known_words(), {}
    for token, texts in synonyms.also(typed, language, words.offers_with).items():
        telling = (_most_telling(words, text) for text in texts)
        if others := list(dict.fromkeys(each for each in telling if each and each != token)):
            found[token] = others
    return found


def _most_telling(words: KnownWords, text: str) -> str | None:
    """The rarest; None when some of them are said in no offer."""
    saying = [t for t in tokens(text) if any(term_of(t, each) for each in LANGUAGES)]
    if not saying or not all(map(words.has, saying)):
        return None
    return min(saying, key=words.offers_with)


def known_synonyms() -> Synonyms:
    """Kept in memory by each process."""
    now = revision(SYNONYMS)
    kept: tuple[int, Synonyms] | None = current_app.extensions.get("pro_am_synonyms")
    if kept is None or kept[0] != now:
        kept = now, Synonyms(queries.all_texts())
        current_app.extensions["pro_am_synonyms"] = kept
    return kept[1]


def _closest(words: KnownWords, token: str) -> list[str]:
    """The most frequent of those with the fewest mistakes; else of its plural or singular."""
    others = (token, token + "s", token[:-1])
    similar: list[Similar] = next(filter(None, map(words.similar, others)), [])
    return [each.word for each in similar if each.mistakes == similar[0].mistakes][:MOST_MEANT]


def _likelier(words: KnownWords, token: str) -> str | None:
    """None for most words: they are said by many, or no similar one by many more."""
    count = words.offers_with(token)
    if not 0 < count <= RARE:
        return None
    first = next((each for each in words.similar(token) if each.mistakes == 1), None)
    return first.word if first and first.offers >= FAR_MORE * count else None


def _with(text: str, instead: dict[str, str]) -> str | None:
    """The text with other words in some places; None when all stay."""
    if not instead:
        return None
    parts: Sequence[str] = text[:LONGEST_QUERY].split()
    return " ".join(
        next((instead[token] for token in tokens(part) if token in instead), part) for part in parts
    )


@lru_cache(1024)
def _is_town(token: str) -> bool:
    found = places.find_town(token)
    return found is not None and token in folded_name(found.name).split()
