"""What a profile is reminded of, and in which order a gallery stands."""

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.profiles.rules.gallery import MOST_PHOTOS, GalleryFull, Move, check_room, moved
from pro_am.profiles.rules.hints import HINTS, MOST_HINTS, Hint, ProfileState, hints_for

COMPLETE = ProfileState(
    is_regulated=False,
    has_credential=False,
    has_portrait=True,
    every_offer_has_picture=True,
    has_story=True,
    has_specialities=True,
    photo_count=3,
    photos_without_words=0,
    has_languages=True,
    has_favourites=True,
    has_not_offered=True,
)
states = st.builds(
    ProfileState,
    **{
        each.name: st.integers(0, 12) if each.type in (int, "int") else st.booleans()
        for each in fields(ProfileState)
    },
)


@pytest.mark.parametrize(
    ("missing", "hint"),
    [
        ({"is_regulated": True}, Hint.DIPLOMA),
        ({"has_portrait": False}, Hint.PORTRAIT),
        ({"every_offer_has_picture": False}, Hint.OFFER_PICTURE),
        ({"photos_without_words": 1}, Hint.PHOTO_WORDS),
        ({"has_story": False}, Hint.STORY),
        ({"has_specialities": False}, Hint.SPECIALITIES),
        ({"photo_count": 0}, Hint.PHOTOS),
        ({"has_languages": False}, Hint.LANGUAGES),
        ({"has_favourites": False}, Hint.FAVOURITES),
        ({"has_not_offered": False}, Hint.NOT_OFFERED),
    ],
)
def test_each_thing_that_is_missing_is_named_alone(missing, hint):
    assert hints_for(replace(COMPLETE, **missing)) == [hint]


def test_a_complete_profile_is_left_in_peace():
    assert hints_for(COMPLETE) == []


@given(states)
@settings(max_examples=50, deadline=None)
def test_a_few_hints_at_a_time_the_most_useful_first(state):
    hints = hints_for(state)

    assert len(hints) <= MOST_HINTS
    assert hints == sorted(hints, key=list(Hint).index)
    assert all(HINTS[hint] for hint in hints)


@pytest.mark.parametrize(
    ("photo", "move", "order"),
    [
        ("a", Move.EARLIER, "abcd"),
        ("b", Move.EARLIER, "bacd"),
        ("b", Move.LATER, "acbd"),
        ("d", Move.LATER, "abcd"),
        ("d", Move.FIRST, "dabc"),
        ("a", Move.FIRST, "abcd"),
    ],
)
def test_a_photo_moves_one_place_or_to_the_front(photo, move, order):
    assert "".join(moved(list("abcd"), photo, move)) == order


@given(st.lists(st.integers(), min_size=1, unique=True), st.data(), st.sampled_from(Move))
@settings(max_examples=50, deadline=None)
def test_moving_loses_no_photo(photos, data, move):
    photo = data.draw(st.sampled_from(photos))

    assert sorted(moved(photos, photo, move)) == sorted(photos)


def test_a_gallery_has_room_for_twelve():
    check_room(MOST_PHOTOS - 1)
    with pytest.raises(GalleryFull):
        check_room(MOST_PHOTOS)
