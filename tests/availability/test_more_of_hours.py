"""What few windows need stands under "More", and the preview tells what it does."""

from datetime import date

import pytest
from sqlalchemy import select

from pro_am.availability.models import Calendar, Override
from pro_am.foundation.database import db
from tests.availability.test_editor import DAYS, EDITOR, form_of, preview_in
from tests.factories import free_starts, only_offer
from tests.support.browser import ADDRESS


@pytest.fixture
def windows(app):
    """Those of Ben's calendar that start on a day of the week, with what one names."""

    def of_day(weekday, *names):
        with app.app_context():
            calendar = db.session.scalars(select(Calendar)).one()
            found = [each for each in calendar.windows if each.weekday == weekday]
            return [tuple(getattr(each, name) for name in names) for each in found]

    return of_day


def test_a_window_of_every_other_week(app, browser_of, windows):
    ben = browser_of("ben")

    saved = ben.submit(EDITOR, every_2_0="2", anchor_2_0="2030-01-17", valid_until_2_0="2030-02-20")

    assert saved.status_code == 303
    assert windows(2, "every", "anchor", "valid_until") == [
        (2, date(2030, 1, 17), date(2030, 2, 20))
    ]
    with app.app_context():
        wednesdays = {s.date() for s in free_starts(only_offer()) if s.weekday() == 2}
    assert wednesdays == {date(2030, 1, 16)}
    page = ben.get(EDITOR).text
    assert "every other week, until Wed 20 Feb" in page
    assert form_of(ben.get(EDITOR)).values["anchor_2_0"] == ["2030-01-17"]
    assert preview_in(page).count("not free") == 1, "the Wednesday between"


def test_the_preview_shows_it_before_it_is_saved(browser_of, windows):
    ben = browser_of("ben")
    typed = form_of(ben.get(EDITOR)).values | {"valid_from_2_0": "2030-01-15"}

    shown = ben.client.post("/en/my-calendar/preview", base_url=ADDRESS, data=typed).text

    assert shown.count("not free") == 1
    assert windows(2, "valid_from") == [(None,)]


def test_windows_that_overlap_have_seats_of_their_own(browser_of, windows):
    ben = browser_of("ben")
    typed = form_of(ben.submit(EDITOR, do="add-0")).values
    typed |= {"from_0_1": "19:00", "until_0_1": "21:00", "seats_0_1": "4", "do": "save"}

    assert ben.client.post(f"/en{EDITOR}", base_url=ADDRESS, data=typed).status_code == 303

    assert windows(0, "start_minute", "capacity") == [(1080, 1), (1140, 4)]
    shown = form_of(ben.get(EDITOR)).values
    assert (shown["capacity"], shown["seats_0_0"], shown["seats_0_1"]) == (["1"], [""], ["4"])


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"every_2_0": "2"}, "Choose any day of a week in which you are free."),
        (
            {"valid_from_2_0": "2030-02-01", "valid_until_2_0": "2030-01-31"},
            "The last day comes before the first.",
        ),
        ({"seats_2_0": "99"}, "Between 1 and 20."),
        ({"anchor_2_0": "soon"}, "Not a valid date value."),
        ({"every_2_0": "9"}, "Not a valid choice"),
    ],
)
def test_what_is_wrong_under_more_is_said_there(browser_of, windows, said, words):
    told = browser_of("ben").submit(EDITOR, **said)

    assert told.status_code == 422
    assert words in told.text
    assert '<details class="hours__more" open>' in told.text
    assert windows(2, "every", "valid_from", "capacity") == [(1, None, 1)]


def test_copying_a_day_copies_what_is_under_more(browser_of):
    copied = browser_of("ben").submit(
        EDITOR, do="copy", every_0_0="3", valid_from_0_0="2030-01-07", copied_day="0", copied_to=[5]
    )

    values = form_of(copied).values
    assert (values["every_5_0"], values["valid_from_5_0"]) == (["3"], ["2030-01-07"])


def test_seats_of_a_day_stay_its_own(app, browser_of):
    ben = browser_of("ben")
    two = {"start": "12:00", "end": "14:00", "seats": "6", "start_2": "19:00", "end_2": "22:00"}
    ben.submit(DAYS, day="2030-01-09", kind="hours", **two)

    ben.submit(EDITOR, capacity="2")

    with app.app_context():
        override = db.session.scalars(select(Override)).one()
        assert override.windows == [[720, 840, 6], [1140, 1320, 2]]
    assert 'value="6"' in ben.get(f"{DAYS}?first=2030-01-09").text


def test_the_most_of_a_day_is_kept(app, browser_of):
    ben = browser_of("ben")

    ben.submit(EDITOR, most_a_day="3")

    assert form_of(ben.get(EDITOR)).values["most_a_day"] == ["3"]
    assert ben.submit(EDITOR, most_a_day="0").status_code == 422
