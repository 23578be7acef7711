"""Searching the database itself while the index is broken.

SQL chooses the offers that pass the filters and may have a word; the oracle decides about those.
In a community of `FEW` offers all are looked at, and the answers are those of the index. In a
larger one all filters hold as ever; how much a word weighs is a guess.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import cos, radians
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    String,
    and_,
    cast,
    func,
    or_,
    select,
)

from pro_am.accounts.models import Member
from pro_am.foundation.database import already_read, db
from pro_am.profiles.models import Craft, Offer, Profile, Speciality, profile_specialities
from pro_am.profiles.rules import Answer, PlaceMode
from pro_am.search import queries
from pro_am.search.engines import Budget
from pro_am.search.engines.memory import MemoryEngine
from pro_am.search.queries.offers import AS_PRO_AM, BOOKABLE_IDS, count_of_bookable
from pro_am.search.rules.documents import Order, Query, SearchDocument
from pro_am.search.rules.text import LANGUAGES, terms
from pro_am.standing.models import Score

FEW = 200  # offers; so many are read in about a tenth of a second
MANY = 20_000  # in so many, what is looked for is not looked for in stories and descriptions
MOST = 300  # offers looked at for one search

SHORT = 4  # letters of a stem that is left whole
KM_OF_A_DEGREE = 110.0  # a little less than it is, so that nothing near is left out
# What is folded to each letter, as people write it here; and two letters that may be one.
_FOLDED = {
    "a": "aàâäáãå",
    "c": "cç",
    "e": "eéèêë",
    "i": "iîïí",
    "n": "nñ",
    "o": "oôöóõ",
    "u": "uùûüú",
    "y": "yÿ",
}
_PARTS = re.compile("[ao]e|.")
_LIGATURES = {"ae": "æ", "oe": "œ"}


def engine_for(query: Query, budget: Budget) -> MemoryEngine:
    """Of the offers that may answer; once for a page, which also asks for the counts."""
    read = already_read()
    if (known := read.get((MemoryEngine, query))) is None:
        known = read[MemoryEngine, query] = MemoryEngine()
        documents = queries.documents_with_ids(_ids(query, budget))
        known.rebuild(documents if query.asked else map(_without_words, documents), 0)
    spare: MemoryEngine = known
    return spare


def _without_words(document: SearchDocument) -> SearchDocument:
    """Nobody asks for them, and half the time would go into their stems."""
    return replace(document, title="", specialities=(), favourites=(), body="")


def _ids(query: Query, budget: Budget) -> list[int]:
    count = count_of_bookable()
    asked = BOOKABLE_IDS
    if count > FEW:
        asked = asked.join(Craft, Craft.id == Profile.craft_id).where(*_filters(query))
        if query.asked:
            in_long_texts = count <= MANY
            asked = asked.join(Member, Member.id == Profile.member_id)
            asked = asked.where(_may_have_a_word(query, in_long_texts=in_long_texts))
            budget.was_partial |= not in_long_texts
    asked = asked.outerjoin(Score, AS_PRO_AM)
    ids = list(db.session.scalars(_best_first(asked, query).limit(MOST + 1)))
    budget.was_partial |= len(ids) > MOST
    return ids[:MOST]


def _best_first(asked: Select[Any], query: Query) -> Select[Any]:
    """What is left out, when there is too much, is what would have come last."""
    trusted = (Score.low.desc().nulls_last(), Offer.id)
    if query.order is Order.PRICE:
        return asked.order_by(Offer.price_minor, *trusted)
    if query.order is Order.DISTANCE and query.near is not None:
        lat, lon = query.near
        north = Profile.latitude_e4 / 1e4 - lat
        east = (Profile.longitude_e4 / 1e4 - lon) * cos(radians(lat))
        return asked.order_by(north * north + east * east, *trusted)
    return asked.order_by(*trusted)


def _filters(query: Query) -> Iterator[ColumnElement[bool]]:
    """What SQL can say of them: nothing that passes is left out."""
    if query.language is not None:
        yield Profile.language == query.language
    if query.crafts:
        yield Craft.slug.in_(query.crafts)
    if query.specialities:
        yield _names_one(Speciality.slug.in_(query.specialities))
    if query.people is not None:
        yield Offer.seats_least <= query.people
        yield Offer.seats_most >= query.people
    if query.max_price_minor is not None:
        yield Offer.price_minor <= query.max_price_minor
    yield from _of_columns(query)
    yield from _of_lists(query)
    yield from _of_places(query)


def _of_columns(query: Query) -> Iterator[ColumnElement[bool]]:
    if query.trust_least is not None:
        yield Score.low >= query.trust_least / 100 - 0.01  # the rule rounds
    if query.with_picture:
        yield or_(Offer.picture_id.is_not(None), Profile.picture_id.is_not(None))
    if query.at_once:
        yield Offer.is_instant.is_(True)
    if query.only is not None:
        yield Offer.id.in_(query.only)
    if query.place_modes:
        yield Offer.place_mode.in_(query.place_modes)


def _of_lists(query: Query) -> Iterator[ColumnElement[bool]]:
    """Of JSON as both databases keep it: `["vegan"]`, `{"milk": "yes"}`."""
    for diet in query.diets:
        yield cast(Offer.diets, String).contains(f'"{diet}"', autoescape=True)
    for allergen in query.without_allergens:
        for answer in set(Answer) - {Answer.NO}:
            said = f'"{allergen}": "{answer.value}"'
            yield ~cast(Offer.allergens, String).contains(said, autoescape=True)
    if query.spoken:
        spoken = cast(Profile.languages, String)
        yield or_(*(spoken.contains(f'"{code}"', autoescape=True) for code in query.spoken))


def _of_places(query: Query) -> Iterator[ColumnElement[bool]]:
    """A box around; the exact distance is the rule's."""
    is_remote = Offer.place_mode == PlaceMode.REMOTE
    if query.near is not None:
        lat, lon = query.near
        degrees = query.km / KM_OF_A_DEGREE
        inside: ColumnElement[bool] = Profile.latitude_e4.between(
            (lat - degrees) * 1e4 - 1, (lat + degrees) * 1e4 + 1
        )
        wide = degrees / max(cos(radians(min(abs(lat) + degrees, 89))), 0.01)
        if lon - wide > -180 and lon + wide < 180:  # else a box would end where the map does
            inside &= Profile.longitude_e4.between((lon - wide) * 1e4 - 1, (lon + wide) * 1e4 + 1)
        yield or_(is_remote, inside)
    if query.area is not None:
        south, north = (degrees * 1e4 for degrees in (query.area.south, query.area.north))
        west, east = (degrees * 1e4 for degrees in (query.area.west, query.area.east))
        yield ~is_remote
        yield Profile.latitude_e4.between(south - 1, north + 1)
        after_west, before_east = Profile.longitude_e4 >= west - 1, Profile.longitude_e4 <= east + 1
        if west > east:  # across 180 degrees
            yield or_(after_west, before_east)
        else:
            yield and_(after_west, before_east)


def _may_have_a_word(query: Query, *, in_long_texts: bool) -> ColumnElement[bool]:
    asked = {term for word in query.asked for term, _factor in word}
    stems = {term.partition(":")[2] for term in asked}
    texts: list[SQLColumnExpression[str]] = [Offer.title, Member.name, Profile.headline]
    if in_long_texts:
        texts += [Profile.story, Offer.description]
    texts.append(_without_escapes(Profile.favourites))
    found = [_says(text, stem) for text in texts for stem in stems]
    crafts = select(Craft.id, Craft.names, Craft.person_names)
    named = [
        craft_id
        for craft_id, names, persons in db.session.execute(crafts)
        if _says_one(asked, [*names.values(), *persons.values()])
    ]
    specialities = [
        speciality_id
        for speciality_id, names in db.session.execute(select(Speciality.id, Speciality.names))
        if _says_one(asked, names.values())
    ]
    found += [Craft.id.in_(named), _names_one(Speciality.id.in_(specialities))]
    return or_(*found)


def _says(text: SQLColumnExpression[str], stem: str) -> ColumnElement[bool]:
    """Whether the text may have a word of that stem; it says yes too often, and the rule decides.

    The last letter of a long stem is the stemmer's own, now and then: "happi".
    """
    beginning = stem[:-1] if len(stem) > SHORT else stem
    is_globbing = db.engine.dialect.name == "sqlite"
    any_more = "*" if is_globbing else ".*"
    pattern = "".join(_letters(part, any_more) for part in _PARTS.findall(beginning))
    return text.op("GLOB")(f"*{pattern}*") if is_globbing else text.regexp_match(pattern)


def _letters(part: str, any_more: str) -> str:
    written = _FOLDED.get(part[0], part[0])
    if part in _LIGATURES:
        written += _LIGATURES[part]
        return f"[{written}{written.upper()}]{any_more}"
    return f"[{written}{written.upper()}]"


def _without_escapes(names: SQLColumnExpression[list[Any]]) -> SQLColumnExpression[str]:
    """JSON as it is kept, with the letters that are frequent in names plain where it has escapes.

    Only so many: each is a call within the one before, and SQLite takes no more than a hundred.
    """
    plain: SQLColumnExpression[str] = cast(names, String)
    for written, letter in zip("àâçéèêîïôùûœ", "aaceeeiiouuo", strict=True):
        plain = func.replace(plain, f"\\u{ord(written):04x}", letter)
    return plain


def _names_one(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether the profile names such a speciality."""
    chosen = profile_specialities.c
    return (
        select(chosen.profile_id)
        .join(Speciality, Speciality.id == chosen.speciality_id)
        .where(chosen.profile_id == Profile.id, condition)
        .exists()
    )


def _says_one(asked: set[str], names: Iterable[str]) -> bool:
    said = " ".join(names)
    return any(not asked.isdisjoint(terms(said, language)) for language in LANGUAGES)
