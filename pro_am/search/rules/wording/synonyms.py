"""Other words for what is asked: as moderators write them down, and as a query meets them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.search.rules.text import Also, term_of, tokens

FACTOR = 0.8
MOST_TEXTS = 12  # on either side
LONGEST_TEXT = 60
MOST_GROUPS = 1000
MOST_FOR_A_WORD = 8  # others, for one word of a query


class NoWords(Refusal):
    message = mark("Write the words, a line each.")
    field = "words"


class OneWordAlone(Refusal):
    message = mark("Write at least two: words that find each other, or say below what they find.")
    field = "words"


class NothingToFind(Refusal):
    message = mark("Write what they also find, a line each.")
    field = "finds"


class TooManyTexts(Refusal):
    message = mark("At most %(most)s lines, please.")


class TextTooLong(Refusal):
    message = mark("“%(text)s” is too long: at most %(most)s letters.")


class SaysNothing(Refusal):
    message = mark("Nobody is found by “%(text)s”: it is left out of every search.")


class SynonymThere(Refusal):
    message = mark("These words are there already.")
    field = "words"


class TooManySynonyms(Refusal):
    message = mark("There are %(most)s already. Take some away first.")


@dataclass(frozen=True)
class SynonymText:
    """Words that find each other or, if there is something that they `find`, that alone."""

    language: str
    words: tuple[str, ...]
    finds: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The same for the same words, however they are written, in whatever order."""
        return "|".join(sorted({" ".join(tokens(word)) for word in self.words}))


def lines_of(text: str) -> tuple[str, ...]:
    """A text for each line or comma, each once."""
    parts = (" ".join(part.split()) for line in text.splitlines() for part in line.split(","))
    return tuple({" ".join(tokens(part)) or part: part for part in parts if part}.values())


def check(text: SynonymText, *, is_one_way: bool) -> None:
    if not text.words:
        raise NoWords
    if is_one_way and not text.finds:
        raise NothingToFind
    if not is_one_way and len(text.words) < 2:
        raise OneWordAlone
    _check_texts("words", text.words, text.language)
    _check_texts("finds", text.finds, text.language)


class Synonyms:
    """Of all languages, made to be asked. What is found is not looked up again: no circles."""

    def __init__(self, texts: Iterable[SynonymText]) -> None:
        self._of: dict[str, dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]] = {}
        for text in texts:
            for word in text.words:
                meant = text.finds or tuple(each for each in text.words if each != word)
                terms = _terms(list(tokens(word)), text.language)
                if terms and meant:
                    firsts = self._of.setdefault(text.language, {})
                    firsts.setdefault(terms[0], []).append((terms, meant))

    def also(
        self, asked: Sequence[str], language: str, frequency: Callable[[str], int] = len
    ) -> dict[str, list[str]]:
        """For words of a query, as folded tokens in their order: what else is meant.

        What several words mean together stands by the least frequent of them.
        """
        found: dict[str, list[str]] = {}
        terms = _terms(asked, language)
        firsts: Mapping[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]
        firsts = self._of.get(language, {})
        for place, term in enumerate(terms):
            for whole, meant in firsts.get(term, ()):
                if terms[place : place + len(whole)] == whole:
                    there = asked[place : place + len(whole)]
                    saying = [token for token in there if term_of(token, language)]
                    others = found.setdefault(min(saying, key=frequency), [])
                    others += [each for each in meant if each not in others]
                    del others[MOST_FOR_A_WORD:]
        return found


def weighed(also: Mapping[str, Sequence[str]], factor: float) -> Also:
    return tuple((token, tuple((text, factor) for text in texts)) for token, texts in also.items())


def _terms(asked: Sequence[str], language: str) -> tuple[str, ...]:
    """Other forms of a word are the same; words that say nothing are themselves."""
    return tuple(term_of(token, language) or token for token in asked)


def _check_texts(field: str, texts: Sequence[str], language: str) -> None:
    if len(texts) > MOST_TEXTS:
        raise _beside(field, TooManyTexts(most=MOST_TEXTS))
    for each in texts:
        if len(each) > LONGEST_TEXT:
            raise _beside(field, TextTooLong(text=each[:20] + "…", most=LONGEST_TEXT))
        if not any(term_of(token, language) for token in tokens(each)):
            raise _beside(field, SaysNothing(text=each))


def _beside(field: str, refusal: Refusal) -> Refusal:
    refusal.field = field
    return refusal
