import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.foundation import places
from pro_am.foundation.places.gazetteer import FILE
from pro_am.foundation.places.names import fold

NANTES = (47.22, -1.55)
LATITUDES, LONGITUDES = st.floats(-90, 90), st.floats(-180, 180)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Nantes", "Nantes (44)"),
        ("  nantes ", "Nantes (44)"),
        ("44000", "Nantes (44)"),
        ("44000 Nantes", "Nantes (44)"),
        ("Nantes, 44", "Nantes (44)"),
        ("Nantes (44)", "Nantes (44)"),
        ("st herblain", "Saint-Herblain (44)"),
        ("SAINT-HERBLAIN", "Saint-Herblain (44)"),
        ("Ste Luce sur Loire", "Sainte-Luce-sur-Loire (44)"),
        ("L\u2019Haÿ-les-Roses", "L'Haÿ-les-Roses (94)"),
        ("oeuilly", "Œuilly (51)"),
        ("mans", "Le Mans (72)"),
        ("75011", "Paris (75)"),
        ("paris 11", "Paris (75)"),
        ("Cherbourg", "Cherbourg-en-Cotentin (50)"),
        ("Évry", "Évry-Courcouronnes (91)"),
        ("Bruxelles", "Brussels (BE)"),
        ("Londres", "London (GB)"),
        ("Valence", "Valence (26)"),
        ("Valence 82", "Valence (82)"),
        ("Saint-Denis (974)", "Saint-Denis (974)"),
        ("ajaccio 2a", "Ajaccio (2A)"),
        ("Springfield (IL, US)", "Springfield (IL, US)"),
        ("Sautr", "Sautron (44)"),
    ],
)
def test_what_people_type_finds_the_town_they_mean(typed, meant):
    found = places.find_town(typed)

    assert found is not None
    assert found.label == meant


@pytest.mark.parametrize(
    "typed", ["", " ", "x", "(44)", "--''", "zzzzzz", "99999", "a" * 5000, "東京"]
)
def test_what_means_no_town_finds_none(typed):
    assert places.find_town(typed) is None


def test_of_two_towns_of_a_name_the_one_nearby_is_meant():
    assert places.find_town("Saint-Denis", near=(48.86, 2.35)).region == "93"
    assert places.find_town("Saint-Denis", near=(-21.1, 55.5)).region == "974"


def test_a_town_knows_where_it_is_to_about_a_kilometre_and_no_better():
    nantes = places.find_town("Nantes")

    assert nantes.point == NANTES
    assert (nantes.country, nantes.time_zone) == ("FR", "Europe/Paris")
    assert nantes.population > 300_000
    assert not nantes.approximate
    assert places.town(nantes.id) == nantes


def test_overseas_towns_keep_their_own_time():
    assert places.find_town("97400").time_zone == "Indian/Reunion"


def test_an_unknown_id_is_no_town():
    assert places.town(0) is None


def test_a_label_finds_its_town_again():
    with sqlite3.connect(FILE) as database:
        ids = [row[0] for row in database.execute("SELECT id FROM towns WHERE abs(id) % 200 = 7")]
    towns = [places.town(town_id) for town_id in ids]

    lost = [town.label for town in towns if places.find_town(town.label).label != town.label]

    assert len(towns) > 200
    assert lost == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Saut", "Sautron (44)"),
        ("st", "Saint-Herblain (44)"),
        ("st-naz", "Saint-Nazaire (44)"),
        ("la chap", "La Chapelle-sur-Erdre (44)"),
        ("4412", "Vertou (44)"),
        ("nan", "Nantes (44)"),
    ],
)
def test_a_few_letters_suggest_towns_nearby(typed, expected):
    labels = [town.label for town in places.suggest_towns(typed, near=NANTES)]

    assert expected in labels
    assert len(set(labels)) == len(labels) <= 8


def test_st_may_also_become_strasbourg():
    suggested = places.suggest_towns("st", near=(48.58, 7.75))

    assert suggested[0].name == "Strasbourg"


def test_a_small_town_typed_in_full_comes_first():
    assert places.suggest_towns("Brux")[0].label == "Brux (86)"


def test_nothing_typed_suggests_nothing():
    assert places.suggest_towns("") == places.suggest_towns(" -") == []


def test_the_towns_around_are_all_near_and_the_largest_come_first():
    around = places.towns_around(*NANTES, km=30, limit=12)

    assert [town.name for town in around[:3]] == ["Nantes", "Saint-Herblain", "Rezé"]
    assert len(around) == 12
    assert all(places.distance_km(*NANTES, *town.point) <= 30 for town in around)


@settings(max_examples=25)
@given(st.floats(42, 51), st.floats(-5, 8), st.floats(0, 60))
def test_no_town_around_is_forgotten(lat, lon, km):
    with sqlite3.connect(FILE) as database:
        rows = database.execute(
            "SELECT id, lat, lon FROM towns WHERE population > 20000"
        ).fetchall()
    points = [(town_id, *places.coarse(y / 10_000, x / 10_000)) for town_id, y, x in rows]
    expected = {each for each, y, x in points if places.distance_km(lat, lon, y, x) <= km}

    around = places.towns_around(lat, lon, km, limit=1000)

    assert {town.id for town in around if town.population > 20_000} == expected


@given(LATITUDES, LONGITUDES)
def test_looking_around_anywhere_on_earth_is_safe(lat, lon):
    assert all(
        places.distance_km(lat, lon, *town.point) <= 50
        for town in places.towns_around(lat, lon, km=50, limit=5)
    )


@given(st.text(max_size=60))
def test_any_text_may_be_typed(text):
    places.find_town(text, near=NANTES)
    places.suggest_towns(text)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        (NANTES, NANTES, 0),
        ((48.8566, 2.3522), (51.5074, -0.1278), 343.6),  # Paris, London
        ((0, 0), (0, 180), 20_015.1),  # half the equator of a sphere
        ((0, 179.9), (0, -179.9), 22.2),  # over the date line
    ],
)
def test_distances_are_those_of_the_atlas(one, other, km):
    assert places.distance_km(*one, *other) == pytest.approx(km, abs=0.1)


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_the_way_back_is_as_long(a_lat, a_lon, b_lat, b_lon):
    there = places.distance_km(a_lat, a_lon, b_lat, b_lon)

    assert there == pytest.approx(places.distance_km(b_lat, b_lon, a_lat, a_lon), abs=1e-6)
    assert 0 <= there <= 20_016


@given(LATITUDES, LONGITUDES)
def test_a_coarse_place_is_less_than_a_kilometre_off(lat, lon):
    assert places.distance_km(lat, lon, *places.coarse(lat, lon)) < 0.8


def test_every_thread_may_ask():
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(places.find_town, ["Nantes", "Rezé", "Vertou"] * 20))

    assert {town.name for town in found} == {"Nantes", "Rezé", "Vertou"}


def test_nobody_can_write_to_the_gazetteer():
    before = FILE.read_bytes()
    places.find_town("Nantes")

    assert FILE.read_bytes() == before
    assert not FILE.with_name("towns.sqlite-journal").exists()
    assert len(before) <= 6_000_000
