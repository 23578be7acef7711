"""What an offer must have for a search to be worth a closer look, as short keys.

A search is put down under its most selective need alone; whatever fits it has one of these keys.
"""

from collections.abc import Iterable, Iterator, Mapping

from pro_am.profiles.rules import PlaceMode
from pro_am.search.rules.documents import Query, SearchDocument
from pro_am.search.rules.grid import squares_around, squares_of

ANY = "any"
REMOTE = "remote"
RARE = 1e-3  # the share of offers that have a key which none of those looked at has


def keys_of(document: SearchDocument, terms: Iterable[str]) -> set[str]:
    """All that a need may be: terms as they are, everything else with its kind before it."""
    keys = {ANY, f"craft:{document.craft}", *terms}
    keys.update(f"speciality:{slug}" for slug in document.speciality_slugs)
    keys.update(f"spoken:{code}" for code in document.spoken)
    keys.update(f"ingredient:{name}" for name in document.ingredients)
    if document.lat is not None and document.lon is not None:
        keys.update(squares_of(document.lat, document.lon))
    if PlaceMode.REMOTE in document.place_modes:
        keys.add(REMOTE)
    return keys


def need_of(query: Query, usual: Mapping[str, float]) -> list[str]:
    """The keys of which every fitting offer has one; `usual` is the share of offers with each."""
    return min(_needs(query), key=lambda keys: sum(usual.get(key, RARE) for key in keys))


def _needs(query: Query) -> Iterator[list[str]]:
    """Each filter that has keys, as the keys of which one will do."""
    yield [ANY]
    if query.every_word and len({*query.languages}) == 1:
        yield from ([term for term, _factor in word] for word in query.asked)
    elif query.asked:
        # A word may say nothing in the language of the offer: then it is another that decides.
        yield sorted({term for word in query.asked for term, _factor in word})
    for kind, wanted in (
        ("craft", query.crafts),
        ("speciality", query.specialities),
        ("spoken", query.spoken),
        ("ingredient", query.ingredients),
    ):
        if wanted:
            yield [f"{kind}:{each}" for each in sorted(wanted)]
    if query.near and (squares := squares_around(*query.near, query.km)):
        yield [*squares, REMOTE]
