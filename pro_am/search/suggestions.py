"""What somebody who types may be looking for, and who."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from pro_am.foundation.web.addresses import with_query
from pro_am.foundation.web.languages import current_language
from pro_am.profiles.memory import known_crafts, known_specialities
from pro_am.search import memory
from pro_am.search.known_words import known_words
from pro_am.search.rules.text import LONGEST_QUERY, fold
from pro_am.search.rules.wording.phrases import Phrase
from pro_am.search.rules.wording.vocabulary import CRAFT, SPECIALITY, TITLE

SHORTEST = 2  # letters
MOST_THINGS, MOST_PEOPLE = 6, 3


@dataclass(frozen=True)
class Suggestion:
    label: str
    note: str  # what it is, or where somebody lives
    url: str


def suggestions(typed: str) -> dict[str, list[Suggestion]]:
    """Things and people, by `what` and `who`."""
    text = typed[:LONGEST_QUERY].strip()
    if len(text) < SHORTEST:
        return {"what": [], "who": []}
    return {"what": _things(text), "who": _people(text)}


def _things(text: str) -> list[Suggestion]:
    """What begins so in the reader's language comes before what does in another."""
    made = filter(None, map(_thing, known_words().what(text, 2 * MOST_THINGS)))
    begun = re.compile(rf"\b{re.escape(fold(text).split()[0])}") if fold(text).split() else None
    in_order = sorted(made, key=lambda each: not (begun and begun.search(fold(each.label))))
    return in_order[:MOST_THINGS]


def _thing(phrase: Phrase) -> Suggestion | None:
    """None for what was given up since the words were read."""
    if phrase.kind == CRAFT:
        crafts = {craft.slug: craft.names for craft in known_crafts().values()}
        return _named(crafts.get(phrase.text), _("Craft"), "craft", phrase.text)
    if phrase.kind == SPECIALITY:
        return _named(
            known_specialities().get(phrase.text), _("Speciality"), "speciality", phrase.text
        )
    if phrase.kind == TITLE and phrase.is_alone:
        facts = memory.known_offers().facts[phrase.offer_id]
        url = url_for("pages.profile", slug=facts.slug, offer=facts.public_id)
        return Suggestion(phrase.text, _("Offer"), url)
    filter_, note = ("q", _("Offers")) if phrase.kind == TITLE else ("ingredient", _("Favourite"))
    url = with_query(url_for("search.find"), [(filter_, phrase.text)])
    return Suggestion(phrase.text, note, url)


def _named(
    names: Mapping[str, str] | None, note: str, filter_: str, slug: str
) -> Suggestion | None:
    if not names:
        return None
    url = with_query(url_for("search.find"), [(filter_, slug)])
    return Suggestion(names[current_language()], note, url)


def _people(text: str) -> list[Suggestion]:
    facts = memory.known_offers().facts
    found = known_words().who(text, MOST_PEOPLE)
    return [
        Suggestion(
            each.text,
            facts[each.offer_id].town[1],
            url_for("pages.profile", slug=facts[each.offer_id].slug),
        )
        for each in found
    ]
