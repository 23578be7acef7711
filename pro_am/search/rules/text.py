"""From what people write to the terms that are compared: the same way for offers and for queries.

A text is folded (accents, case, ligatures), cut into tokens, then stemmed. Folding comes first:
people type "creme brulee", and stemming it must give what stemming "crème brûlée" gives.

Every term carries the language whose stemmer made it: `fr:crep`, `en:crepe`. An offer is indexed in
its own language only; a query is stemmed in every language that is searched, so that each offer
meets the query in the offer's own language, whatever language the visitor speaks.
"""

import re
import threading
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import Stemmer

LANGUAGES = ("fr", "en")
LONGEST_QUERY = 200  # characters; the rest is not read
MOST_WORDS = 12  # in a query; the rest is not searched
LONGEST_TOKEN = 40  # characters; "anticonstitutionnellement" has 25
KNOWN_PIECES = 2**15  # remembered by each process: some 10 MB when texts of many were read
LONGEST_KNOWN = 60  # characters

# A word of a query: its terms, each with how much of a find it is, at most 1.
Word = tuple[tuple[str, float], ...]
# For a token as `fold` leaves it, other texts to look for too, with such a factor.
Also = tuple[tuple[str, tuple[tuple[str, float], ...]], ...]

# Telling them apart is the point.
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼʹ′´`ˈ＇"), "'")  # noqa: RUF001
_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"}
    | _APOSTROPHES
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060", None)  # soft hyphen, zero-width characters
)
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu)'")


def fold(text: str) -> str:
    """Lower case without accents or ligatures, apostrophes straight: `L’Œuf brûlé`, `l'oeuf brule`.

    The order matters: decomposing turns the acute accent that serves as an apostrophe into a mark.
    """
    if text.isascii():
        return text.lower().translate(_LETTERS)
    plain = _with_letters(text)
    # Twice, since lower case may uncover a mark: "İ" is "i" and a dot.
    for _ in range(2):
        plain = _with_letters(_without_marks(unicodedata.normalize("NFKD", plain)).casefold())
        if plain.isascii():
            break
    return plain


def _with_letters(text: str) -> str:
    """A text has few different characters: ten times as quick as translating each of them."""
    if text.isascii():
        return text.translate(_LETTERS)
    for letter in _LETTERS.keys() & map(ord, set(text)):
        text = text.replace(chr(letter), _LETTERS[letter] or "")
    return text


def _without_marks(decomposed: str) -> str:
    for mark in filter(unicodedata.combining, set(decomposed)):
        decomposed = decomposed.replace(mark, "")
    return decomposed


# Words that say nothing about an offer, folded like everything else; the single letters are
# elisions typed on a telephone, "l oeuf". Left out on purpose, since
# folding makes them something to eat: "mais" (maïs) and "son" (pain au son) in French.
STOP_WORDS = {
    "fr": frozenset(
        fold(
            """
            le la les un une des du de au aux ce cet cette ces mon ma mes ton ta tes sa ses notre
            nos votre vos leur leurs je tu il elle on nous vous ils elles me te se y en qui que quoi
            dont où et ou ni donc car si ne pas plus très est sont suis es êtes être ai as a avons
            avez ont avoir à dans par pour sur avec chez quelqu comme cherche recherche voudrais
            aimerais besoin
            c d j l m n s t qu
            """
        ).split()
    ),
    "en": frozenset(
        fold(
            """
            a an the this that these those my your his her its our their i you he she it we they me
            him us them who whom which what and or nor so if not is are am was were be been being
            have has had do does did to of in on at by for from with as into about looking want
            """
        ).split()
    ),
}


def terms(text: str, language: str) -> list[str]:
    """The terms of an offer's text, in order, repeated as often as they are said.

    White space ends a token whatever stands around it, so a text is read piece by piece.
    """
    found: list[str] = []
    for piece in text.split():
        read = _terms_of if len(piece) <= LONGEST_KNOWN else _read
        found += read(piece, language)
    return found


def asked_words(
    text: str, also: Also = (), languages: Sequence[str] = LANGUAGES
) -> tuple[Word, ...]:
    """What a query asks for: each distinct word as its terms, at least one for each language.

    A word that says nothing in one language may mean something in another ("the", "thé"). Where
    `also` has other texts for a token, their terms are terms of the same word: a text of several
    terms shares its factor among them, and a term that is found twice has the larger one.
    """
    others = dict(also)
    words: dict[Word, None] = {}
    for token in tokens(text[:LONGEST_QUERY]):
        found = {term: 1.0 for language in languages if (term := _term(token, language))}
        for other, factor in others.get(token, ()):
            for language in languages:
                meant = terms(other, language)
                for term in meant:
                    found[term] = max(found.get(term, 0.0), factor / len(meant))
        if found:
            words[tuple(found.items())] = None
    return tuple(words)[:MOST_WORDS]


def tokens(text: str) -> list[str]:
    """The words as they are written, folded, without what is elided before or behind them."""
    found = (
        _ELISION.sub("", token).removesuffix("'s").replace("'", "")
        for token in _TOKEN.findall(fold(text))
    )
    return [bare[:LONGEST_TOKEN] for bare in found if bare]


def _read(text: str, language: str) -> tuple[str, ...]:
    return tuple(term for token in tokens(text) if (term := _term(token, language)))


# Most pieces of a text were met before: that is much quicker than to fold and stem them.
_terms_of = lru_cache(KNOWN_PIECES)(_read)


def _term(token: str, language: str) -> str | None:
    if token in STOP_WORDS[language]:
        return None
    return f"{language}:{_stemmers.of[language].stemWord(token)}"


def term_of(token: str, language: str) -> str | None:
    """The term of one folded word; None for a word that says nothing."""
    return _term(token, language)


def words_as_written(text: str) -> list[str]:
    """The words of a text in small letters, with their accents, without what is elided."""
    composed = unicodedata.normalize("NFC", text).lower().translate(_APOSTROPHES)
    return [_ELISION.sub("", token).removesuffix("'s") for token in _TOKEN.findall(composed)]


class _Stemmers(threading.local):
    """A stemmer keeps state while it works: each thread has its own."""

    def __init__(self) -> None:
        self.of = {"fr": Stemmer.Stemmer("french"), "en": Stemmer.Stemmer("english")}


_stemmers = _Stemmers()
