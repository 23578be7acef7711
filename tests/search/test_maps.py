"""The map is drawn right: nobody is lost on it, and it is the same for the same results."""

import re
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.foundation.places import distance_km
from pro_am.foundation.places.clipping import Box, clip_area, clip_line
from pro_am.foundation.places.outlines import outlines_in
from pro_am.search import actions
from pro_am.search.rules.documents import Area, lies_within
from pro_am.search.rules.maps.clusters import APART, APART_WHEN_MANY, MANY, marks
from pro_am.search.rules.maps.ground import MOST_NAMES, ground
from pro_am.search.rules.maps.moving import moves
from pro_am.search.rules.maps.paths import path_of
from pro_am.search.rules.maps.view import (
    HEIGHT,
    RINGS,
    WIDTH,
    View,
    view_around,
    view_in,
    view_of,
)
from tests.factories import make_member, make_pro_am

NANTES = (47.22, -1.55)
patient = settings(max_examples=100, deadline=None)
places = st.tuples(st.floats(-60, 70), st.floats(-170, 170))
near_nantes = st.tuples(st.floats(46.5, 47.9), st.floats(-2.5, -0.6))
on_paper = st.tuples(st.floats(0, WIDTH), st.floats(0, HEIGHT))


@patient
@given(st.lists(on_paper, max_size=60))
def test_every_pin_is_in_exactly_one_mark_and_no_two_marks_meet(pins):
    found = marks(pins)

    assert sorted(number for mark in found for number in mark.pins) == list(range(len(pins)))
    assert marks(pins) == found
    across, down = APART_WHEN_MANY if len(pins) > MANY else APART
    for one, other in combinations(found, 2):
        assert abs(one.at[0] - other.at[0]) >= across or abs(one.at[1] - other.at[1]) >= down


def test_twenty_pins_at_one_place_are_one_mark_of_twenty():
    [mark] = marks([(100.0, 100.0)] * 20)

    assert len(mark.pins) == 20


@patient
@given(st.lists(near_nantes, max_size=20))
def test_the_map_of_a_place_holds_everybody_and_its_rings(points):
    view, rings = view_around(NANTES, points)

    for x, y in map(view.place, points):
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT
    assert view.place(NANTES) == (WIDTH / 2, HEIGHT / 2)
    assert rings[-1] in RINGS
    assert rings[-1] * view.scale <= WIDTH / 2


@patient
@given(st.lists(places, min_size=1, max_size=20))
def test_the_map_of_a_community_holds_everybody(points):
    view = view_of(points)

    for x, y in map(view.place, points):
        assert -0.5 <= x <= WIDTH + 0.5
        assert -0.5 <= y <= HEIGHT + 0.5


@patient
@given(near_nantes)
def test_a_map_is_true_to_distances_around_its_middle(point):
    view, _rings = view_around(NANTES, [point])

    x, y = view.place(point)
    drawn = hypot(x - WIDTH / 2, y - HEIGHT / 2) / view.scale
    assert drawn == pytest.approx(distance_km(*NANTES, *point), rel=0.02, abs=0.01)


def test_a_map_without_anybody_shows_five_kilometres_around():
    assert view_around(NANTES, [])[1] == [2, 5]


@patient
@given(st.lists(on_paper, min_size=3, max_size=12), st.data())
def test_what_is_clipped_lies_inside(ring, data):
    west, south = data.draw(st.floats(0, 300)), data.draw(st.floats(0, 300))
    box = Box(west, south, west + 100, south + 100)

    inside = clip_area(ring, box)

    assert all(box.west - 1e-6 <= x <= box.east + 1e-6 for x, _ in inside)
    assert all(box.south - 1e-6 <= y <= box.north + 1e-6 for _, y in inside)
    assert clip_area(ring, Box(-1, -1, WIDTH + 1, HEIGHT + 1)) == ring


def test_a_line_is_cut_where_it_leaves_the_box():
    line = [(-5.0, 5.0), (5.0, 5.0), (15.0, 5.0), (25.0, 5.0), (25.0, 9.0), (5.0, 9.0)]

    assert list(clip_line(line, Box(0, 0, 10, 10))) == [line[:3], line[4:]]


@pytest.mark.parametrize(
    ("line", "closed", "path"),
    [
        ([(0, 0), (10.4, 0), (10.4, 9.6)], False, "M0 0l10 0 0 10"),
        ([(0, 0), (10, 0), (0, 10)], True, "M0 0l10 0-10 10z"),
        ([(0, 0), (0.4, 0.3)], False, ""),
        ([(0, 0), (1, 0), (0, 1)], True, ""),
        ([], False, ""),
    ],
)
def test_a_path_says_no_more_than_shows(line, closed, path):
    assert path_of([line], closed=closed) == path


@pytest.mark.parametrize(
    ("middle", "has_sea", "has_river"),
    [
        ((47.9, 1.91), False, True),  # Orléans, on the Loire
        ((47.28, -2.2), True, False),  # Saint-Nazaire
        ((48.85, 2.35), False, True),  # the Seine
        ((46.16, -1.15), True, False),  # La Rochelle
        ((45.76, 4.84), False, True),  # the Rhône
        ((46.58, 0.34), False, False),  # Poitiers
        ((16.24, -61.53), True, False),  # Pointe-à-Pitre
        ((-21.0, 55.3), True, False),  # La Réunion
        ((45.5, -73.6), False, False),  # Montréal: not in the file, and so all land
    ],
)
def test_coasts_and_large_rivers_are_where_they_are(middle, has_sea, has_river):
    drawn = ground(View(*middle, scale=14.0), [])

    assert (drawn.land is not None) == has_sea
    assert bool(drawn.rivers) == has_river


def test_the_sea_at_the_ends_of_the_earth_is_no_fault():
    for lat, lon in ((85.0, 179.99), (-85.0, -179.99), (0.0, 0.0)):
        ground(View(lat, lon, scale=0.05), [])


def test_lake_geneva_and_the_border_beside_it_are_drawn():
    drawn = outlines_in(Box(6.0, 46.1, 6.9, 46.6))

    assert drawn.lakes
    assert drawn.borders


def test_names_lie_neither_on_each_other_nor_on_pins():
    pin = Box(150, 330, 210, 370)

    drawn = ground(View(*NANTES, scale=14.0), [pin])

    names = [town for town in drawn.towns if town.name]
    assert names[0].name == "Nantes"
    assert 3 < len(names) <= MOST_NAMES
    assert not any(pin.west < t.x < pin.east and pin.south < t.name_y < pin.north for t in names)


@pytest.fixture
def neighbours(app, people):
    """Twenty-one pro-ams of Nantes, all at one place, and one in Clisson."""
    with app.app_context():
        for number in range(20):
            make_pro_am(make_member(f"Pro{number} Am{number}"), title=f"Menu {number}")
        make_pro_am(make_member("Clo Clisson"), town="Clisson (44)", price_minor=1200)
        actions.rebuild()


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_a_number_on_the_map_leads_closer_and_a_price_to_its_card(neighbours, browser_of):
    visitor = browser_of(None)
    page = visitor.get("/search?where=Nantes&sort=price&km=50").text

    pins = re.findall(r'class="map__pin[^"]*" href="([^"]+)" aria-label="([^"]+)"', page)

    price, number = pins
    assert "Clo Clisson" in price[1]
    assert f'id="{price[0].removeprefix("#")}"' in page
    assert number[1] == "21 offers around Nantes"
    closer = visitor.get(number[0].replace("&amp;", "&")).text
    assert "Clo Clisson" not in closer
    [(url, aria)] = re.findall(r'class="map__pin[^"]*" href="([^"]+)" aria-label="([^"]+)"', closer)
    assert aria == "21 offers around Nantes"
    assert f'id="{url.removeprefix("#")}"' in closer


NANTES_AREA = Area(47.1, -1.8, 47.34, -1.4)
FIJI = Area(-18.5, 179.5, -17.5, -179.5)


@pytest.mark.parametrize(
    "area", [NANTES_AREA, FIJI, Area(84, 0, 85, 3), Area(-0.5, -0.6, 0.5, 0.6)]
)
def test_what_is_shown_of_an_area_holds_all_of_it(area):
    shown = view_in(area).area
    inside = (area.south + 0.01, (area.west + 0.01 + 180) % 360 - 180)

    assert shown.south <= area.south + 0.002
    assert shown.north >= area.north - 0.002
    assert lies_within(shown, *inside)
    x, y = view_in(area).place(inside)
    assert 0 <= x <= WIDTH
    assert 0 <= y <= HEIGHT


@pytest.mark.parametrize("area", [NANTES_AREA, FIJI])
def test_the_map_is_moved_and_comes_back(area):
    there = moves(area)

    assert [*there] == ["north", "west", "east", "south", "closer", "wider"]
    assert moves(there["north"])["south"] == pytest.approx(area, abs=0.002)
    assert moves(there["west"])["east"] == pytest.approx(area, abs=0.002)
    assert moves(there["closer"])["wider"] == pytest.approx(area, abs=0.002)


@given(st.floats(-89, 89), st.floats(-180, 180), st.floats(0.001, 60), st.floats(0.001, 170))
def test_wherever_one_moves_one_stays_on_earth(lat, lon, high, wide):
    area = Area(max(-90, lat - high), lon, min(90, lat + high), (lon + wide + 180) % 360 - 180)

    for other in moves(area).values():
        assert -90 <= other.south < other.north <= 90
        assert -180 <= other.west <= 180
        assert -180 <= other.east <= 180


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_without_a_script_the_map_is_moved_by_links(neighbours, browser_of):
    visitor = browser_of(None)
    page = visitor.get("/search?where=Nantes&km=50&craft=cooking").text
    links = re.findall(r'href="([^"]+)"\s+rel="nofollow"\s+data-move="(\w+)"', page)
    [north] = [url for url, name in links if name == "north"]

    moved = visitor.get(north.replace("&amp;", "&").partition("#")[0])

    assert moved.status_code == 200
    assert "where=" not in north
    assert "craft=cooking" in north
    assert "in this part of the map" in moved.text


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_a_number_for_several_towns_leads_to_a_map_of_them(neighbours, browser_of):
    visitor, pin = browser_of(None), re.compile(r'class="map__pin[^"]*"\s+href="([^"]+)"')
    wide = visitor.get("/search?area=40,-12,55,10").text

    [url] = pin.findall(wide)
    closer = visitor.get(url.replace("&amp;", "&").partition("#")[0]).text

    assert "22 offers around Nantes" in wide
    assert len(pin.findall(closer)) == 2


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("q=zzzz&where=Nantes", "Map: 0 offers around Nantes"),
        ("q=zzzz", None),
        ("", "Map: 22 offers"),
        ("area=48,2,49,3", "Map: 0 offers"),
    ],
)
def test_a_map_is_there_when_it_shows_something(neighbours, browser_of, asked, title):
    page = browser_of(None).get(f"/search?{asked}").text

    assert ('<svg class="map__drawing' in page) == (title is not None)
    assert title is None or f">{title}</title>" in page
