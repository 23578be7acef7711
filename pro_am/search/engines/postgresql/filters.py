"""The filters of a query as SQL: the meaning of `admits`, in conditions that an index can answer.

Every value in a condition is a number or an id of a term, so nothing in it needs quoting.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import radians

from pro_am.foundation.places.distance import EARTH_RADIUS_KM
from pro_am.profiles.rules import PlaceMode
from pro_am.search.engines.postgresql.knowledge import Term, array
from pro_am.search.engines.postgresql.rows import EVERYWHERE, LEVELS, MODE_BITS
from pro_am.search.rules.documents import TRAVELLING, Area, Query
from pro_am.search.rules.grid import squares_around

COMMON = 0.5  # of all offers: reading the list of those who have it spares nothing

REMOTE, PROVIDER = MODE_BITS[PlaceMode.REMOTE], MODE_BITS[PlaceMode.PROVIDER]
TRAVELLING_BITS = sum(MODE_BITS[mode] for mode in TRAVELLING)
ALL_MODES = sum(MODE_BITS.values())


@dataclass
class Conditions:
    """All of them must hold."""

    offers: int
    """In the index."""
    sql: list[str] = field(default_factory=list)
    share: float = 1.0
    """Of all offers that the terms let pass, were they independent; what is a number lets all."""

    def have_any(self, column: str, terms: Iterable[Term]) -> None:
        terms = list(terms)
        self._narrow(f"{column} && {array(t.id for t in terms)}", sum(t.offers for t in terms))

    def have(self, column: str, term: Term) -> None:
        self._narrow(f"{column} @> {array([term.id])}", term.offers)

    def add(self, condition: str) -> None:
        self.sql.append(condition)

    def _narrow(self, condition: str, offers: int) -> None:
        share = min(1.0, offers / (self.offers or 1))
        self.share *= share
        # "IS TRUE" keeps a condition from the index: it is asked of the rows that others leave.
        self.add(f"({condition}) IS TRUE" if share > COMMON else condition)


def names(query: Query) -> set[str]:
    """The terms that `conditions` and `choices` need to know."""
    found = {f"{kind}:{value}" for kind, values in _choices(query) for value in values}
    found |= {f"diet:{diet}" for diet in query.diets}
    found |= {f"allergen:{allergen}" for allergen in query.without_allergens}
    found.update(_squares(query) or ())
    return found | ({f"language:{query.language}"} if query.language else set())


def conditions(
    query: Query, terms: dict[str, Term], offers: int, *, with_far: bool = True
) -> Conditions:
    """All filters but `choices` and where people meet; `with_far`, also who is far but remote."""
    found = Conditions(offers)
    if query.language is not None:
        found.have("marks", terms[f"language:{query.language}"])
    for diet in query.diets:
        found.have("marks", terms[f"diet:{diet}"])
    if query.without_allergens:
        held = array(terms[f"allergen:{allergen}"].id for allergen in query.without_allergens)
        found.add(f"NOT marks && {held}")
    squares = _squares(query)
    if squares is not None:
        wanted = (square for square in squares if with_far or square != EVERYWHERE)
        found.have_any("squares", (terms[square] for square in wanted))
    if query.only is not None:
        found.share *= min(1.0, len(query.only) / (offers or 1))
    for condition in _facts(query):
        found.add(condition)
    return found


def choose(found: Conditions, query: Query, terms: dict[str, Term]) -> None:
    """Add the filters of which any of several values will do."""
    for kind, values in _choices(query):
        if values:
            found.have_any("marks", (terms[f"{kind}:{value}"] for value in values))
    if query.trust_least is not None:
        found.add(_is_trusted(query.trust_least))


def choices(query: Query, terms: dict[str, Term]) -> dict[str, str]:
    """The same by kind, each for itself; only those that are asked."""
    found = {
        kind: f"marks && {array(terms[f'{kind}:{value}'].id for value in values)}"
        for kind, values in _choices(query)
        if values
    }
    if query.trust_least is not None:
        found["trust"] = _is_trusted(query.trust_least)
    if asks_where(query):
        found["place_mode"] = meets(query)
    return found


def asks_where(query: Query) -> bool:
    return query.near is not None or query.area is not None or bool(query.place_modes)


def distance(query: Query) -> str:
    """From where is asked, in kilometres: the haversine formula, as in `distance_km`."""
    if query.near is None:
        return "NULL::float8"
    lat, lon = (number(radians(degrees)) for degrees in query.near)
    return (
        f"CASE WHEN lat IS NOT NULL AND lon IS NOT NULL THEN {2 * EARTH_RADIUS_KM}"
        f" * asin(least(1.0, sqrt(sin((radians(lat) - {lat}) / 2) ^ 2"
        f" + cos({lat}) * cos(radians(lat)) * sin((radians(lon) - {lon}) / 2) ^ 2))) END"
    )


def modes_met(query: Query) -> str:
    """As bits, the modes in which host and pro-am can meet; the distance is `km_away`."""
    # What is remote lies nowhere on a map.
    possible = "modes" if query.area is None else f"(modes & {ALL_MODES - REMOTE})"
    if query.near is None:
        return possible
    return (
        f"({possible} & CASE WHEN km_away <= {number(query.km)} THEN {REMOTE | PROVIDER}"
        f" | CASE WHEN km_away <= radius_km THEN {TRAVELLING_BITS} ELSE 0 END ELSE {REMOTE} END)"
    )


def meets(query: Query) -> str:
    """Whether they can meet in a mode that is asked."""
    asked = sum(MODE_BITS[mode] for mode in query.place_modes) or ALL_MODES
    return f"{modes_met(query)} & {asked} <> 0"


def number(value: float) -> str:
    return f"'{float(value)!r}'::float8"


def _choices(query: Query) -> tuple[tuple[str, frozenset[str]], ...]:
    return (
        ("craft", query.crafts),
        ("speciality", query.specialities),
        ("spoken", query.spoken),
        ("ingredient", query.ingredients),
    )


def _squares(query: Query) -> list[str] | None:
    if query.near is None:
        return None
    around = squares_around(*query.near, query.km, LEVELS)
    return None if around is None else [*around, EVERYWHERE]


def _is_trusted(least: int) -> str:
    return f"trust >= {max(int(least), 0)}"


def _facts(query: Query) -> Iterable[str]:
    if query.max_price_minor is not None:
        yield f"price_minor <= {int(query.max_price_minor)}"
    if query.people is not None:
        yield f"{int(query.people)} BETWEEN seats_least AND seats_most"
    if query.with_picture:
        yield "has_picture"
    if query.at_once:
        yield "is_instant"
    if query.only is not None:
        yield f"offer_id = ANY('{{{','.join(str(int(n)) for n in query.only)}}}'::bigint[])"
    if query.area is not None:
        yield _lies_within(query.area)


def _lies_within(area: Area) -> str:
    south, west, north, east = map(number, area)
    across = "OR" if area.west > area.east else "AND"
    return f"(lat BETWEEN {south} AND {north} AND (lon >= {west} {across} lon <= {east}))"
