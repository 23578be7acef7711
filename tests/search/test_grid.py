import pytest
from hypothesis import given
from hypothesis import strategies as st

from pro_am.foundation.places import distance_km
from pro_am.search.rules.documents import lies_within
from pro_am.search.rules.grid import MOST_SQUARES, area_around, squares_around, squares_of

lats = st.floats(-89, 89)
lons = st.floats(-180, 180)


@given(lats, lons, st.floats(-1, 1), st.floats(-1, 1), st.floats(0.5, 200))
def test_no_point_within_reach_lies_outside_the_squares(lat, lon, north, east, km):
    point = max(-90.0, min(90.0, lat + north)), (lon + east + 540) % 360 - 180
    squares = squares_around(lat, lon, km)

    if squares is not None and distance_km(lat, lon, *point) <= km:
        assert set(squares) & set(squares_of(*point))


@pytest.mark.parametrize(
    ("lat", "lon", "km"),
    [(48.85, 2.35, 5), (48.85, 2.35, 50), (48.85, 2.35, 200), (-16.5, 180, 25)],
)
def test_usual_searches_read_few_squares(lat, lon, km):
    assert len(squares_around(lat, lon, km)) <= MOST_SQUARES


@pytest.mark.parametrize(("lat", "km"), [(89.9, 50), (-90, 1), (48.85, 5000)])
def test_near_a_pole_or_very_wide_every_square_is_near(lat, km):
    assert squares_around(lat, 2.35, km) is None


def test_squares_go_on_across_the_antimeridian():
    assert set(squares_of(-16.5, -179.99)) & set(squares_around(-16.5, 179.99, 10))


@given(lats, lons, st.floats(-9, 9), st.floats(-9, 9), st.floats(0.5, 3000))
def test_no_point_within_reach_lies_outside_the_area(lat, lon, north, east, km):
    point = max(-90.0, min(90.0, lat + north)), (lon + east + 540) % 360 - 180
    area = area_around(lat, lon, km)

    if area is not None and distance_km(lat, lon, *point) <= km:
        assert lies_within(area, *point)
